import { createHash } from 'node:crypto';
import type { Locale } from '../addresses/locales.ts';
import { dataOf } from '../load/collection.ts';
import { parseErrorCode } from '../catalog/code.ts';
import type { ServiceName } from '../search/read.ts';
import { buildShards, transposed, type LookupInput } from '../search/shards.ts';
import { allProducts, type Product } from '../load/product.ts';
import { messageAliases } from '../load/messages.ts';

/** Files of the look-up data: name (without `.json`) → content, and the version that their addresses carry. */
export interface LookupFiles {
  /** Changes whenever any content does, so that the files can be cached for ever. */
  readonly version: string;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * `SVCSTG.SWR.4001048` → family `SVCSTG`, service `SWR`; `APIG.0101` → service `APIG`, four digits. A code that is more
 * than a service and a number (`CCI.01.400101`) names none.
 */
function namesOf({ catalog, grammar }: Product): ServiceName[] {
  const names = new Map<string, { family: string; service: string; lengths: Set<number> }>();
  for (const { code, service, number } of catalog.all) {
    const at = code.indexOf(`${service}.`);
    if (at < 0 || !/^\d+$/u.test(number)) continue;
    const family = at > 0 ? code.slice(0, at - 1) : '';
    const name = names.get(`${family}.${service}`) ?? { family, service, lengths: new Set() };
    names.set(`${family}.${service}`, name);
    if (parseErrorCode(code, grammar)?.httpStatus === undefined) name.lengths.add(number.length);
  }
  return [...names.values()].map(({ family, service, lengths }) =>
    lengths.size === 0 ? { family, service } : { family, service, lengths: [...lengths].sort() },
  );
}

/** Other names under which the vendor listed codes: their former ones, and those of the list of messages. */
async function aliasesOf({ id, aliases, catalog }: Product): Promise<Record<string, string>> {
  const listed = await messageAliases(id);
  return Object.fromEntries([
    ...listed.filter(([name, code]) => name !== code && !catalog.find(name) && catalog.find(code)),
    ...aliases.map(({ code, is }) => [code, is] as const),
  ]);
}

async function lookupProduct(product: Product): Promise<LookupInput['products'][number]> {
  const { catalog } = product;
  return {
    id: product.id,
    shortName: product.shortName,
    path: product.path,
    domains: Object.fromEntries(catalog.domains.map(({ id, name }) => [id, name])),
    names: namesOf(product),
    aliases: await aliasesOf(product),
  };
}

async function loadInput(locale: Locale): Promise<LookupInput> {
  // Where several products list a code, the one at the site's root answers first.
  const sites = (await allProducts(locale)).toSorted((a, b) => Number(b.isRoot) - Number(a.isRoot));
  const statuses = [...(await dataOf('statuses', locale)).values()].flatMap((data) =>
    data.status === undefined
      ? []
      : [{ ...data, status: data.status, retry: data.retry.verdict, retryReason: data.retry.reason }],
  );
  const synonyms = (await dataOf('synonyms')).get('all');
  return {
    products: await Promise.all(sites.map(lookupProduct)),
    entries: sites.flatMap(({ catalog }) => catalog.all),
    statuses,
    services: [...(await dataOf('services', locale)).values()].map(({ url, ...service }) => ({
      ...service,
      ...(url === undefined ? {} : { url }),
    })),
    clients: [...(await dataOf('client-messages', locale)).values()].map(
      ({ source: _source, inferred: _inferred, ...client }) => client,
    ),
    synonyms: synonyms ?? { concepts: [], ignore: [] },
  };
}

async function build(locale: Locale): Promise<LookupFiles> {
  const { manifest, shards } = buildShards(await loadInput(locale));
  const files = new Map(
    [['manifest', manifest] as const, ...shards].map(([name, content]) => [name, JSON.stringify(content)]),
  );
  if (!manifest.codes) {
    // For the decoder, which must not tell by its requests what was pasted.
    const rows = [...shards].flatMap(([name, shard]) =>
      name.startsWith('p-') ? transposed(shard.codes ?? []) : [],
    );
    files.set('everything', JSON.stringify({ codes: transposed(rows) }));
  }
  const hash = createHash('sha256');
  for (const content of files.values()) hash.update(content);
  return { version: hash.digest('hex').slice(0, 10), files };
}

const built = new Map<Locale, Promise<LookupFiles>>();

/** The data that a browser looks codes up in, in the words of a language. Built once a build. */
export function lookupFiles(locale: Locale): Promise<LookupFiles> {
  const files = built.get(locale) ?? build(locale);
  built.set(locale, files);
  return files;
}

/** Folder of the look-up data below the site's base, e.g. `/lookup/0a1b2c3d4e/`. */
export async function lookupFolder(locale: Locale): Promise<string> {
  return `/lookup/${(await lookupFiles(locale)).version}/`;
}
