import type { CodeEntry, CodeState } from '../entry.ts';
import type { ForeignService, StatusBrief } from './finding.ts';
import type { ServiceName, Vocabulary } from './read.ts';
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
  readonly name: string;
  /** First part of its addresses, '' at the site's root. */
  readonly path: string;
  readonly domains: Readonly<Record<string, string>>;
}

/** What every look-up begins with: small, and names no codes but aliases. */
export interface Manifest extends Vocabulary {
  readonly schemaVersion: 1;
  /** False: every code stands in the one shard `codes`. True: codes are spread over shards by their digits. */
  readonly split: boolean;
  readonly products: readonly LookupProduct[];
  readonly aliases: Readonly<Record<string, string>>;
  /** Where codes are spread: beginnings of numbers that have a shard, and how many codes it holds. */
  readonly beginnings: Readonly<Record<string, number>>;
}

/**
 * A code as a shard holds it: code, product (index), status (0: none), domain, description, state, messages.
 * Where one shard has all codes, their messages are a shard of their own: a code or Chinese words need none.
 */
export type Row = readonly [string, number, number, string, string, CodeState, (readonly string[])?];

/** The content of a shard; which fields it has depends on its name. */
export interface Shard {
  readonly rows?: readonly Row[];
  /** Code → its literal messages. */
  readonly messages?: Readonly<Record<string, readonly string[]>>;
  /** Term → codes. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
  readonly statuses?: readonly StatusBrief[];
  readonly services?: readonly ForeignService[];
  readonly clients?: readonly ClientMessage[];
  readonly synonyms?: Synonyms;
}

/** All that shards are made of. */
export interface LookupInput {
  readonly products: readonly (LookupProduct & {
    readonly names: readonly ServiceName[];
    readonly aliases: Readonly<Record<string, string>>;
  })[];
  readonly entries: readonly CodeEntry[];
  readonly statuses: readonly (StatusBrief & { readonly aliases: readonly string[] })[];
  readonly services: readonly (ForeignService & { readonly digits?: number | undefined })[];
  readonly clients: readonly ClientMessage[];
  readonly synonyms: Synonyms;
}

/** Up to so many codes one shard is the cheapest look-up. */
const ONE_SHARD = 600;
/** A term that more codes than this share tells nothing; full-text search is for those. */
const TOO_COMMON = 64;
/** Number of shards that terms are spread over. */
const TERM_SHARDS = 256;
const BEGINNING = 5;

const digitsOf = (entry: CodeEntry) => entry.number.replace(/\D/gu, '');

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

function termPostings(entries: readonly CodeEntry[], lexicon: Lexicon): Map<string, string[]> {
  const postings = new Map<string, string[]>();
  for (const entry of entries) {
    const texts = [entry.description, ...entry.messages];
    const terms = texts.flatMap((text) => [...lexicon.keys(text), wholeTerm(text), ...openingTerms(text)]);
    for (const term of new Set(terms)) push(postings, term, entry.code);
  }
  for (const [term, codes] of postings) {
    if (codes.length <= TOO_COMMON) continue;
    // A whole text or its beginning is never too common to be answered; the first ones stand for all.
    if (/^[=>]/u.test(term)) codes.length = TOO_COMMON;
    else postings.delete(term);
  }
  return postings;
}

function messagesOf(entries: readonly CodeEntry[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    entries.filter(({ messages }) => messages.length > 0).map(({ code, messages }) => [code, messages]),
  );
}

function spreadShards(
  entries: readonly CodeEntry[],
  rowOf: (entry: CodeEntry) => Row,
  lexicon: Lexicon,
): Map<string, Shard> {
  // Every name that can be asked for has a file: no answer is an answer, too.
  const rows = new Map<string, Row[]>(
    Array.from({ length: 100 }, (_, ending) => [endingShard(`${ending}`.padStart(2, '0')), []]),
  );
  for (const entry of entries) {
    const digits = digitsOf(entry);
    push(rows, beginningShard(digits), rowOf(entry));
    push(rows, endingShard(digits), rowOf(entry));
  }
  const terms = new Map<string, [string, string[]][]>(
    Array.from({ length: TERM_SHARDS }, (_, bucket) => [termShardName(bucket), []]),
  );
  for (const posting of termPostings(entries, lexicon)) push(terms, termShard(posting[0]), posting);
  return new Map<string, Shard>([
    ...[...rows].map(([name, list]) => [name, { rows: list }] as const),
    ...[...terms].map(([name, list]) => [name, { terms: Object.fromEntries(list) }] as const),
  ]);
}

/**
 * Cuts the catalog into what a browser loads to look a code up.
 * Few codes: one shard with all. Many: shards by beginning and ending of the number and by term,
 * so that no look-up loads more than a sliver.
 *
 * @returns the manifest, and the shards by name
 */
export function buildShards(input: LookupInput): {
  readonly manifest: Manifest;
  readonly shards: Map<string, Shard>;
} {
  const { products, entries, statuses, services, clients, synonyms } = input;
  const split = entries.length > ONE_SHARD;
  const productIndex = new Map(products.map(({ id }, index) => [id, index]));
  const briefRow = (entry: CodeEntry) =>
    [
      entry.code,
      productIndex.get(entry.product) ?? 0,
      entry.httpStatus ?? 0,
      entry.domain,
      entry.description,
      entry.state,
    ] as const;
  const rowOf = (entry: CodeEntry): Row => [...briefRow(entry), entry.messages];
  const codeShards = split
    ? spreadShards(entries, rowOf, new Lexicon(synonyms))
    : new Map<string, Shard>([
        ['codes', { rows: entries.map(briefRow) }],
        ['messages', { messages: messagesOf(entries) }],
      ]);
  const beginnings = [...codeShards].flatMap(([name, shard]) =>
    name.startsWith('p-') ? [[name.slice(2), shard.rows?.length ?? 0] as const] : [],
  );
  return {
    manifest: {
      schemaVersion: 1,
      split,
      products: products.map(({ id, name, path, domains }) => ({ id, name, path, domains })),
      services: products.flatMap(({ names }) => names),
      foreign: services.map(({ prefix, digits }) => (digits === undefined ? { prefix } : { prefix, digits })),
      reasons: statuses.flatMap(({ status, name, aliases }) =>
        [name, ...aliases].map((phrase) => ({ phrase, status })),
      ),
      aliases: Object.assign({}, ...products.map(({ aliases }) => aliases)) as Record<string, string>,
      beginnings: Object.fromEntries(beginnings.sort(([a], [b]) => (a < b ? -1 : 1))),
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
