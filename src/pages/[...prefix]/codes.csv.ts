import type { APIRoute } from 'astro';
import { toCsv } from '../../lib/escape.ts';
import { codeRecordSchema } from '../../schema/record.ts';
import { dataPaths, type Product } from '../../load/product.ts';
import { codeRecord, inEnglish } from '../../outputs/code-record.ts';

export const getStaticPaths = dataPaths;

/** What a table has a column for; rows inside a row it has not. */
const FIELDS = codeRecordSchema.omit({ rows: true }).keyof().options;

/** `/codes.csv`: the codes of a product as a table, those of the current edition first; the last column is the state. */
export const GET: APIRoute<{ product: Product }> = async ({ props: { product } }) => {
  const english = await inEnglish(product);
  const rows = product.catalog.all.map((entry) => {
    const record = codeRecord(entry, product, english);
    return [...FIELDS.map((field) => String(record[field] ?? '')), entry.state];
  });
  return new Response(toCsv([[...FIELDS, 'state'], ...rows]), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};
