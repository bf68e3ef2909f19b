import type { APIRoute } from 'astro';
import { toCsv } from '../catalog/csv.ts';
import { codeRecordSchema } from '../schema/record.ts';
import { rootProduct } from '../site/catalog.ts';
import { codeRecord } from '../site/code-record.ts';

const COLUMNS = codeRecordSchema.keyof().options;

/** `/codes.csv`: the codes of the current edition as a table. */
export const GET: APIRoute = async () => {
  const site = await rootProduct();
  const records = site.catalog.documented.map((entry) => codeRecord(entry, site));
  const rows = records.map((record) => COLUMNS.map((column) => String(record[column] ?? '')));
  return new Response(toCsv([COLUMNS, ...rows]), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
