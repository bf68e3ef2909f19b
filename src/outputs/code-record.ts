import { codePath } from '../addresses/addresses.ts';
import type { CodeEntry } from '../catalog/entry.ts';
import { hasDetails, statusesOfRow } from '../catalog/rows.ts';
import type { CodeRow } from '../schema/codes.ts';
import {
  codeFileSchema,
  codesFileSchema,
  RECORD_VERSION,
  type CodeRecord,
  type ListedRecord,
  type ObservedRecord,
  type RetiredRecord,
} from '../schema/record.ts';
import { languages } from '../load/languages.ts';
import { allProducts, type Product } from '../load/product.ts';
import { absoluteLink } from '../i18n/links.ts';
import { listingOf } from '../load/listed.ts';
import { observedOf } from '../load/observed.ts';

const rowRecord = ({ line, description, message, solution, module, ...row }: CodeRow) => ({
  ...(line === undefined ? {} : { line }),
  httpStatuses: [...statusesOfRow(row)],
  description,
  ...(message === undefined ? {} : { message }),
  ...(solution === undefined ? {} : { solution }),
  ...(module === undefined ? {} : { module }),
});

/** The language whose words stand beside those of the lead language. */
const ENGLISH = 'en';

/** A product in English; undefined where the site is not. */
export async function inEnglish({ id }: Product): Promise<Product | undefined> {
  if (!languages.includes(ENGLISH)) return undefined;
  return (await allProducts(ENGLISH)).find((product) => product.id === id);
}

/** The description of a code in English; undefined where nobody has rendered it. */
function descriptionIn(english: Product | undefined, code: string): string | undefined {
  const entry = english?.catalog.find(code);
  return entry?.language === undefined ? entry?.description : undefined;
}

/** What programs get of a code; fields that a code has nothing to say in are left out. */
export function codeRecord(entry: CodeEntry, { path, locale }: Product, english?: Product): CodeRecord {
  const address = codePath(entry.code, path);
  const descriptionEn = descriptionIn(english, entry.code);
  return {
    code: entry.code,
    service: entry.service,
    number: entry.number,
    ...(entry.httpStatus === undefined ? {} : { httpStatus: entry.httpStatus }),
    domain: entry.domain,
    description: entry.description,
    ...(descriptionEn === undefined ? {} : { descriptionEn }),
    ...(hasDetails(entry.rows) ? { rows: entry.rows.map(rowRecord) } : {}),
    ...(entry.guidance ? { actor: entry.guidance.actor, retry: entry.guidance.retry } : {}),
    url: absoluteLink(address, locale),
    ...(english ? { urlEn: absoluteLink(address, ENGLISH) } : {}),
  };
}

/** The same of an observed code, with where it was seen. */
async function observedRecord(entry: CodeEntry, product: Product): Promise<ObservedRecord> {
  const observed = await observedOf(entry, product.locale);
  if (!observed) throw new Error(`content/observed.yaml: ${entry.code} is missing`);
  const { seenIn, inferred, sources } = observed;
  const english = await inEnglish(product);
  const inWords = english && (await observedOf(entry, ENGLISH));
  return {
    ...codeRecord(entry, product, english),
    seenIn,
    ...(inWords ? { seenInEn: inWords.seenIn } : {}),
    inferred,
    sources: sources.map(({ id: _id, ...source }) => source),
  };
}

/** The same of a code that only another official list has, with that list. */
async function listedRecord(entry: CodeEntry, product: Product): Promise<ListedRecord> {
  const listing = await listingOf(entry, product.locale);
  if (!listing) throw new Error(`content/listed.yaml: ${entry.code} is missing`);
  const { id: _id, ...source } = listing.source;
  return { ...codeRecord(entry, product, await inEnglish(product)), listedIn: source };
}

/** The same of a retired code, with the last edition that listed it and the first that does not. */
async function retiredRecord(entry: CodeEntry, product: Product): Promise<RetiredRecord> {
  const retirement = product.retirement(entry.code);
  if (!retirement) throw new Error(`content/editions/: the edition that dropped ${entry.code} is missing`);
  const { lastEdition, goneIn } = retirement;
  return { ...codeRecord(entry, product, await inEnglish(product)), lastEdition, goneIn };
}

/** The edition of the vendor's document that the codes come from. */
function sourceRecord({ source, document }: Product) {
  const { file, edition, sha256, language } = document.source;
  return { title: source.title, file, edition, sha256, language };
}

/** The content of `/codes.json`, checked against its schema. */
export async function codesFile(product: Product) {
  const { documented, retired, observed, listed } = product.catalog;
  const english = await inEnglish(product);
  return codesFileSchema.parse({
    schemaVersion: RECORD_VERSION,
    source: sourceRecord(product),
    codes: documented.map((entry) => codeRecord(entry, product, english)),
    retired: await Promise.all(retired.map((entry) => retiredRecord(entry, product))),
    observed: await Promise.all(observed.map((entry) => observedRecord(entry, product))),
    listed: await Promise.all(listed.map((entry) => listedRecord(entry, product))),
  });
}

async function recordOf(entry: CodeEntry, product: Product) {
  switch (entry.state) {
    case 'observed':
      return observedRecord(entry, product);
    case 'listed':
      return listedRecord(entry, product);
    case 'retired':
      return retiredRecord(entry, product);
    case 'documented':
      return codeRecord(entry, product, await inEnglish(product));
  }
}

/** The content of `/codes/<code>.json`, checked against its schema. */
export async function codeFile(entry: CodeEntry, product: Product) {
  return codeFileSchema.parse({
    schemaVersion: RECORD_VERSION,
    source: sourceRecord(product),
    state: entry.state,
    messages: entry.messages,
    code: await recordOf(entry, product),
  });
}
