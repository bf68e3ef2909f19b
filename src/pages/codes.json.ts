import type { APIRoute } from 'astro';
import { rootProduct } from '../site/catalog.ts';
import {
  codeRecord,
  observedRecord,
  retiredRecord,
  RECORD_VERSION,
  sourceRecord,
} from '../site/code-record.ts';

/**
 * `/codes.json`: for programs. `codes` are those of the current edition; retired and observed ones stand apart.
 * A changed field is a changed `schemaVersion`.
 */
export const GET: APIRoute = async () => {
  const site = await rootProduct();
  const { documented, retired, observed } = site.catalog;
  return Response.json({
    schemaVersion: RECORD_VERSION,
    source: sourceRecord(site),
    codes: documented.map((entry) => codeRecord(entry, site)),
    retired: retired.map((entry) => retiredRecord(entry, site)),
    observed: await Promise.all(observed.map((entry) => observedRecord(entry, site))),
  });
};
