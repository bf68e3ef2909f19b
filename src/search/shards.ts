import { digitsOf } from './digits.ts';
import type { CodeEntry, CodeState } from '../catalog/entry.ts';
import type { ForeignService, StatusBrief } from './finding.ts';
import { createReader, type ServiceName, type Vocabulary } from './read.ts';
import { Lexicon, type Synonyms } from './lexicon.ts';
import { openingTerms, wholeTerm } from './terms.ts';

/** A text that clients print; see `content/client-messages.yaml`. */
export interface ClientMessage {
  readonly id: string;
  readonly text: string;
  readonly variants: readonly string[];
  readonly meaning: string;
  readonly codes: readonly string[];
  readonly topic?: string | undefined;
}

/** A product as a look-up needs it. */
export interface LookupProduct {
  readonly id: string;
  /** First part of its addresses, '' at the site's root. */
  readonly path: string;
  /** Names of its domains by their ids. */
  readonly domains: Readonly<Record<string, string>>;
}

/** What every look-up begins with: small, so it names no codes but aliases, unless there are few. */
export interface Manifest extends Vocabulary {
  readonly schemaVersion: 1;
  /** Every code, where they are few: one file answers most questions. Otherwise they are spread over shards. */
  readonly codes?: Columns;
  readonly products: readonly LookupProduct[];
  /** Whether there are codes that the reader does not tell by a service and a number. */
  readonly names?: true;
  readonly aliases: Readonly<Record<string, string>>;
  /** Where codes are spread: beginnings of numbers that have a shard, and how many codes it holds. */
  readonly beginnings: Readonly<Record<string, number>>;
}

/**
 * A code as a shard holds it: code, product (index), status (0: none; a list of several), domain (index among the product's),
 * description, state (none or null: documented), messages.
 * Where the manifest has all codes, their messages are a shard of their own: a code or Chinese words need none.
 */
export type Row = readonly [
  string,
  number,
  number | readonly number[],
  number,
  string,
  (CodeState | null)?,
  (readonly string[] | null)?,
];

/**
 * What shards call a code: products may list the same. The code itself for the product at the site's root, with the
 * product's path in front for the others (`dns DNS.0101`; no code has a space in it).
 */
export function codeKey(code: string, productPath: string): string {
  return productPath === '' ? code : `${productPath} ${code}`;
}

/** Rows, column by column: codes beside codes and texts beside texts compress better. */
export type Columns = readonly (readonly (Row[number] | null)[])[];

/** Rows as columns, or columns as rows; what a row lacks at its end is null. */
export function transposed<Cell>(table: readonly (readonly Cell[])[]): (Cell | null)[][] {
  const width = Math.max(0, ...table.map(({ length }) => length));
  return Array.from({ length: width }, (_, at) => table.map((cells) => cells[at] ?? null));
}

/** The content of a shard; which fields it has depends on its name. */
export interface Shard {
  readonly codes?: Columns;
  /** Key of a code → its literal messages. */
  readonly messages?: Readonly<Record<string, readonly string[]>>;
  /** Term → keys of codes. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
  readonly statuses?: readonly StatusBrief[];
  readonly services?: readonly ForeignService[];
  readonly clients?: readonly ClientMessage[];
  readonly synonyms?: Synonyms;
}

/** All that shards are made of. */
export interface LookupInput {
  readonly products: readonly (LookupProduct & {
    readonly shortName: string;
    readonly names: readonly ServiceName[];
    readonly aliases: Readonly<Record<string, string>>;
  })[];
  readonly entries: readonly CodeEntry[];
  readonly statuses: readonly (StatusBrief & { readonly aliases: readonly string[] })[];
  readonly services: readonly (ForeignService & { readonly digits?: number | undefined })[];
  readonly clients: readonly ClientMessage[];
  readonly synonyms: Synonyms;
}

/** So many codes at most are few: to load all is the cheapest look-up. */
const FEW = 600;
/** A term that more codes than this share tells nothing; full-text search is for those. */
const TOO_COMMON = 64;
/** Number of shards that terms are spread over. */
const TERM_SHARDS = 256;
const BEGINNING = 5;
/** Digits of a number that begins with a status. */
const SEVEN = 7;

/** Shard of the codes whose number begins like this one. */
export function beginningShard(digits: string): string {
  return `p-${digits.slice(0, BEGINNING)}`;
}

/** Shard of the codes whose number ends like this one. */
export function endingShard(digits: string): string {
  return `n-${digits.slice(-2)}`;
}

const termShardName = (bucket: number) => `t-${bucket.toString(16).padStart(2, '0')}`;

/** Shard of a term (FNV-1a, 32 bits, over UTF-16 units). */
export function termShard(term: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < term.length; index++) {
    hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193);
  }
  return termShardName((hash >>> 0) % TERM_SHARDS);
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What a code's shards are made with. */
interface Material {
  readonly keyOf: (entry: CodeEntry) => string;
  readonly rowOf: (entry: CodeEntry) => Row;
  readonly lexicon: Lexicon;
  /** Whether the reader tells a code by its service and number; one that is a mere word is found as words are. */
  readonly isRead: (code: string) => boolean;
}

function termPostings(
  entries: readonly CodeEntry[],
  { keyOf, lexicon, isRead }: Material,
): Map<string, string[]> {
  const postings = new Map<string, string[]>();
  for (const entry of entries) {
    const texts = [entry.description, ...entry.messages, ...(isRead(entry.code) ? [] : [entry.code])];
    const terms = texts.flatMap((text) => [...lexicon.keys(text), wholeTerm(text), ...openingTerms(text)]);
    for (const term of new Set(terms)) push(postings, term, keyOf(entry));
  }
  for (const [term, codes] of postings) {
    if (codes.length <= TOO_COMMON) continue;
    // A whole text or its beginning is never too common to be answered; the first ones stand for all.
    if (/^[=>]/u.test(term)) codes.length = TOO_COMMON;
    else postings.delete(term);
  }
  return postings;
}

function messagesOf(
  entries: readonly CodeEntry[],
  keyOf: Material['keyOf'],
): Record<string, readonly string[]> {
  return Object.fromEntries(
    entries
      .filter(({ messages }) => messages.length > 0)
      .map((entry) => [keyOf(entry), entry.messages] as const),
  );
}

const byCode = (entries: readonly CodeEntry[]) => [...entries].sort((a, b) => (a.code < b.code ? -1 : 1));

function spreadShards(entries: readonly CodeEntry[], material: Material): Map<string, Shard> {
  const { rowOf } = material;
  // Every name that can be asked for has a file: no answer is an answer, too.
  const rows = new Map<string, Row[]>(
    Array.from({ length: 100 }, (_, ending) => [endingShard(`${ending}`.padStart(2, '0')), []]),
  );
  for (const entry of entries) {
    const digits = digitsOf(entry.code);
    push(rows, beginningShard(digits), rowOf(entry));
    push(rows, endingShard(digits), rowOf(entry));
  }
  const terms = new Map<string, [string, string[]][]>(
    Array.from({ length: TERM_SHARDS }, (_, bucket) => [termShardName(bucket), []]),
  );
  for (const posting of termPostings(entries, material)) push(terms, termShard(posting[0]), posting);
  return new Map<string, Shard>([
    ...[...rows].map(([name, list]) => [name, { codes: transposed<Row[number]>(list) }] as const),
    ...[...terms].map(([name, list]) => [name, { terms: Object.fromEntries(list) }] as const),
  ]);
}

/** A product with its domains as results name them: told apart from those of other products where there are several. */
function lookupProduct(
  { id, shortName, path, domains }: LookupInput['products'][number],
  isOneOfSeveral: boolean,
): LookupProduct {
  const named = Object.entries(domains).map(([domain, domainName]) => [
    path === '' ? domain : `${path}/${domain}`,
    isOneOfSeveral ? `${shortName} · ${domainName}` : domainName,
  ]);
  return { id, path, domains: Object.fromEntries(named) as Record<string, string> };
}

/** Whether a service of the list is one that this site has codes of. */
function isOwn(prefix: string, digits: number | undefined, names: readonly ServiceName[]): boolean {
  return names.some(
    ({ family, service, lengths = [SEVEN] }) =>
      [family, service].filter(Boolean).join('.').toUpperCase() === prefix.toUpperCase() &&
      (digits === undefined || lengths.includes(digits)),
  );
}

function vocabularyOf({ products, services, statuses }: LookupInput): Vocabulary {
  const all = products.flatMap(({ names }) => names);
  const byName = new Map(all.map((name) => [`${name.family}.${name.service}`, name]));
  const names = [...byName.values()];
  return {
    services: names,
    foreign: services
      .filter(({ prefix, digits }) => !isOwn(prefix, digits, names))
      .map(({ prefix, digits }) => (digits === undefined ? { prefix } : { prefix, digits })),
    reasons: statuses.flatMap(({ status, name, aliases }) =>
      [name, ...aliases].map((phrase) => ({ phrase, status })),
    ),
  };
}

/**
 * Cuts the catalog into what a browser loads to look a code up.
 * Few codes: all in the manifest. Many: shards by beginning and ending of the number and by term,
 * so that no look-up loads more than a sliver.
 *
 * @returns the manifest, and the shards by name
 */
export function buildShards(input: LookupInput): {
  readonly manifest: Manifest;
  readonly shards: Map<string, Shard>;
} {
  const { products, entries, statuses, services, clients, synonyms } = input;
  const areFew = entries.length <= FEW;
  const vocabulary = vocabularyOf(input);
  const read = createReader(vocabulary);
  const paths = new Map(products.map(({ id, path }) => [id, path]));
  const isRead = (code: string) => read(code).some(({ kind, end }) => kind === 'code' && end === code.length);
  const keyOf = ({ code, product }: CodeEntry) => codeKey(code, paths.get(product) ?? '');
  const productIndex = new Map(products.map(({ id }, index) => [id, index]));
  const domainIds = new Map(products.map(({ id, domains }) => [id, Object.keys(domains)]));
  const plainRow = (entry: CodeEntry) =>
    [
      entry.code,
      productIndex.get(entry.product) ?? 0,
      entry.statuses.length > 1 ? entry.statuses : (entry.httpStatus ?? 0),
      domainIds.get(entry.product)?.indexOf(entry.domain) ?? -1,
      entry.description,
    ] as const;
  const briefRow = (entry: CodeEntry): Row =>
    entry.state === 'documented' ? plainRow(entry) : [...plainRow(entry), entry.state];
  const rowOf = (entry: CodeEntry): Row => [...plainRow(entry), entry.state, entry.messages];
  const codeShards = areFew
    ? new Map<string, Shard>([['messages', { messages: messagesOf(entries, keyOf) }]])
    : spreadShards(entries, {
        keyOf,
        rowOf,
        lexicon: new Lexicon(synonyms),
        isRead,
      });
  const beginnings = [...codeShards].flatMap(([name, shard]) =>
    name.startsWith('p-') ? [[name.slice(2), shard.codes?.[0]?.length ?? 0] as const] : [],
  );
  return {
    manifest: {
      schemaVersion: 1,
      products: products.map((product) => lookupProduct(product, products.length > 1)),
      ...vocabulary,
      ...(entries.some(({ code }) => !isRead(code)) ? { names: true as const } : {}),
      aliases: Object.assign({}, ...products.map(({ aliases }) => aliases)) as Record<string, string>,
      beginnings: Object.fromEntries(beginnings.sort(([a], [b]) => (a < b ? -1 : 1))),
      // By code, neighbours compress each other.
      ...(areFew ? { codes: transposed<Row[number]>(byCode(entries).map(briefRow)) } : {}),
    },
    shards: new Map<string, Shard>([
      ...codeShards,
      [
        'statuses',
        {
          statuses: statuses.map(({ status, name, label, meaning, actor, retry, retryReason }) => ({
            status,
            name,
            label,
            meaning,
            actor,
            retry,
            retryReason,
          })),
        },
      ],
      ['services', { services }],
      ['clients', { clients }],
      ['synonyms', { synonyms }],
    ]),
  };
}
