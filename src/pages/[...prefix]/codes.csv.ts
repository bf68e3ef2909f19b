import type { APIRoute } from 'astro';
import { toCsv } from '../../lib/escape.ts';
import { codeRecordSchema } from '../../schema/record.ts';
import { dataPaths, type Product } from '../../load/product.ts';
import { codeRecord } from '../../outputs/code-record.ts';

export const getStaticPaths = dataPaths;

/** What a table has a column for; rows inside a row it has not. */
const COLUMNS = codeRecordSchema.omit({ rows: true }).keyof().options;

/** `/codes.csv`: the codes of a product's current edition as a table. */
export const GET: APIRoute<{ product: Product }> = ({ props: { product } }) => {
  const records = product.catalog.documented.map((entry) => codeRecord(entry, product));
  const rows = records.map((record) => COLUMNS.map((column) => String(record[column] ?? '')));
  return new Response(toCsv([COLUMNS, ...rows]), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
