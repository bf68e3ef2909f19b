import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { buildCatalog, type Catalog } from '../../src/catalog/catalog.ts';
import { retiredCodes } from '../../src/editions/history.ts';
import { CauseIndex } from '../../src/search/causes.ts';
import { LookupIndex } from '../../src/search/lookup-index.ts';
import { resolve } from '../../src/search/resolve.ts';
import type { Resolution } from '../../src/search/finding.ts';
import { buildLookupFile, type LookupFile } from '../../src/search/lookup-file.ts';
import type { CodeEntry } from '../../src/catalog/entry.ts';
import { recogniserData } from './recogniser.ts';
import type { CodeRow } from '../../src/schema/codes.ts';
import type { ListedData } from '../../src/schema/listed.ts';

const read = (path: string) => readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8');
const yaml = (name: string) => parse(read(`${name}.yaml`));

interface ListedMessages {
  readonly messages: readonly string[];
  readonly listedAs: string;
}

const literalMessages = () =>
  Object.entries(
    (JSON.parse(read('api-messages/swr.json')) as { messages: Record<string, ListedMessages> }).messages,
  );

type ListedCodes = ListedData['codes'];
const otherLists = () => yaml('listed') as ListedData[];

/** The real catalog of SWR, put together from the committed data without the site. */
export function swrCatalog(): Catalog {
  // Astro sorts the entries of a collection by their ids.
  const observed = (yaml('observed') as { code: string; summary: string; messages: string[] }[]).sort(
    (one, other) => (one.code < other.code ? -1 : 1),
  );
  const { codes } = JSON.parse(read('codes/swr-error-codes.zh-CN.json')) as { codes: CodeRow[] };
  const retired = retiredCodes(JSON.parse(read('editions/swr.json')).editions, yaml('products')[0].aliases);
  const known = new Set([...codes, ...retired].map(({ code }) => code));
  const listed = Object.entries(Object.assign({}, ...otherLists().map((list) => list.codes)) as ListedCodes);
  return buildCatalog({
    id: 'swr',
    grammar: yaml('products')[0].grammar,
    rows: codes,
    retired,
    // From the edition on that lists a code, the edition speaks for it, as in the build.
    observed: observed
      .filter(({ code }) => !known.has(code))
      .map(({ code, summary }) => ({ code, status: null, description: summary })),
    listed: listed
      .filter(([code]) => !known.has(code))
      .map(([code, { meaning }]) => ({ code, status: null, description: meaning })),
    messages: new Map([
      ...listed.map(([code, { message }]) => [code, message === undefined ? [] : [message]] as const),
      ...literalMessages().map(([code, entry]) => [code, entry.messages] as const),
      ...observed.map(({ code, messages }) => [code, messages] as const),
    ]),
    scheme: yaml('domains').swr,
    relations: yaml('relations').swr,
  });
}

/** The look-up file of SWR on the English pages, which answers questions in Chinese, too. */
export function englishFile(): LookupFile {
  const rows = yaml('en/descriptions') as Record<string, string>;
  const words = { ...(yaml('en/observed') as Record<string, string>), ...rows };
  const catalog = swrCatalog();
  const entries = catalog.all.map((entry) => ({
    ...entry,
    description: words[entry.description] ?? entry.description,
  }));
  return swrFile(
    catalog,
    entries,
    new Map(catalog.all.map(({ code, description }) => [code, [description]])),
  );
}

/** The look-up file of SWR on the Chinese pages, which answers questions in English, too. */
export function chineseFile(): LookupFile {
  const { code, description } = englishFile().codes;
  return swrFile(
    swrCatalog(),
    swrCatalog().all,
    new Map(code.map((each, at) => [each, [description[at] ?? '']])),
  );
}

/**
 * The look-up file of SWR, or of other entries in the place of its codes.
 *
 * @param also code → its descriptions in other languages
 */
export function swrFile(
  catalog: Catalog = swrCatalog(),
  entries: readonly CodeEntry[] = catalog.all,
  also?: ReadonlyMap<string, readonly string[]>,
): LookupFile {
  const product = yaml('products')[0];
  const listedAs = literalMessages().flatMap(([code, { listedAs: name }]) =>
    name === code ? [] : [[name, code]],
  );
  const aliases = product.aliases.map((alias: { code: string; is: string }) => [alias.code, alias.is]);
  return buildLookupFile(
    {
      id: 'swr',
      shortName: product.shortName,
      path: '',
      grammar: product.grammar,
      domains: catalog.domains,
      entries,
      ...(also && { also }),
      aliases: Object.fromEntries([...listedAs, ...aliases]),
    },
    [],
    {
      statuses: yaml('statuses').statuses.map((each: object) => ({ aliases: [], ...each })),
      services: yaml('services'),
      synonyms: yaml('synonyms'),
      pageless: [],
    },
  );
}

/** The causes behind what clients print, without advice. */
export const causes = new CauseIndex({
  ...recogniserData,
  registryCodes: yaml('registry-codes'),
  advice: {},
});

/** Answers a text. */
export type Asker = (text: string) => Resolution;

/** Answers texts from look-up files; from that of SWR unless others are given. */
export function asker(...files: readonly LookupFile[]): Asker {
  const [first = swrFile(), ...others] = files;
  const index = new LookupIndex([first, ...others]);
  return (text) => resolve(text, index, causes);
}
