import { codePath } from '../catalog/addresses.ts';
import type { CodeEntry } from '../catalog/entry.ts';
import type { ProductSite } from './catalog.ts';
import { absoluteLink } from './links.ts';
import { observedOf } from './observed.ts';

/** Version of the machine-readable forms. A field that is added, taken away or means something else changes it. */
export const RECORD_VERSION = 1;

/** What programs get of a code; fields that a code has nothing to say in are left out. */
export function codeRecord(entry: CodeEntry, { product }: ProductSite) {
  return {
    code: entry.code,
    service: entry.service,
    number: entry.number,
    httpStatus: entry.httpStatus,
    domain: entry.domain,
    description: entry.description,
    actor: entry.guidance?.actor,
    retry: entry.guidance?.retry,
    url: absoluteLink(codePath(entry.code, product.path)),
  };
}

/** The same of an observed code, with where it was seen. */
export async function observedRecord(entry: CodeEntry, site: ProductSite) {
  const observed = await observedOf(entry);
  return {
    ...codeRecord(entry, site),
    seenIn: observed?.seenIn,
    inferred: observed?.inferred,
    sources: observed?.sources,
  };
}

/** The same of a retired code, with the last edition that listed it and the first that does not. */
export function retiredRecord(entry: CodeEntry, site: ProductSite) {
  const retirement = site.retirement(entry.code);
  return {
    ...codeRecord(entry, site),
    lastEdition: retirement?.lastEdition,
    goneIn: retirement?.goneIn,
  };
}

/** The edition of the vendor's document that the codes come from. */
export function sourceRecord({ product, document }: ProductSite) {
  const { file, edition, sha256, language } = document.source;
  return { title: product.source.title, file, edition, sha256, language };
}
