import { createHash } from 'node:crypto';
import type { Locale } from '../addresses/locales.ts';
import { strings } from '../i18n/index.ts';
import { dataOf } from '../load/collection.ts';
import { languages } from '../load/languages.ts';
import { allProducts, type Product } from '../load/product.ts';
import { messageAliases } from '../load/api-messages.ts';
import { pagelessCodes } from '../load/listed.ts';
import { once } from '../lib/once.ts';
import { loadMessages } from '../load/texts.ts';
import { codePath } from '../addresses/addresses.ts';
import type { CauseFile } from '../search/causes.ts';
import {
  ADVICE_FILE,
  buildLookupFile,
  CAUSES_FILE,
  EXPLANATIONS_FILE,
  OTHERS_FILE,
  explanationsOf,
  othersOf,
  type AdviceFile,
  type CommonData,
  type LookupProduct,
} from '../search/lookup-file.ts';

/** Files of the look-up data: product id → content, and the version that their addresses carry. */
export interface LookupFiles {
  /** Changes whenever any content does, so that the files can be cached for ever. */
  readonly version: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Descriptions of a product's codes in the site's other languages; undefined where it has none. */
async function otherDescriptions({ id, locale, catalog }: Product) {
  const others = languages.filter((each) => each !== locale);
  if (others.length === 0) return undefined;
  const products = (await Promise.all(others.map(allProducts))).flat().filter((each) => each.id === id);
  return new Map(
    catalog.all.map(({ code, description }) => [
      code,
      products
        .flatMap((other) => other.catalog.find(code)?.description ?? [])
        .filter((text) => text !== description),
    ]),
  );
}

async function lookupProduct(product: Product): Promise<LookupProduct> {
  const { id, shortName, path, vendor, grammar, catalog } = product;
  const also = await otherDescriptions(product);
  const messages = await messageAliases(id);
  return {
    id,
    shortName,
    path,
    vendor,
    grammar,
    domains: catalog.domains,
    entries: catalog.all,
    ...(also && { also }),
    aliases: Object.fromEntries([
      ...messages.filter(([name, code]) => name !== code && !catalog.find(name) && catalog.find(code)),
      ...product.aliases.map(({ code, is }) => [code, is] as const),
    ]),
  };
}

async function loadCommon(locale: Locale): Promise<CommonData> {
  const statuses = [...(await dataOf('statuses', locale)).values()];
  return {
    statuses: statuses.flatMap((data) =>
      data.status === undefined ? [] : [{ ...data, status: data.status }],
    ),
    services: [...(await dataOf('services', locale)).values()],
    synonyms: (await dataOf('synonyms')).get('all') ?? { concepts: [], ignore: [], openings: [] },
    pageless: await pagelessCodes(locale),
  };
}

/** What the lines of clients are recognised by, and the advice of the pages of their causes. */
async function loadCauses(locale: Locale): Promise<CauseFile> {
  const listOf = async <
    Key extends 'causes' | 'shared-lines' | 'clients' | 'operations' | 'registries' | 'registry-codes',
  >(
    name: Key,
  ) => [...(await dataOf(name, locale)).values()];
  const advice = [...(await loadMessages(locale))].map(
    ([id, { data }]) =>
      [id, { summary: data.summary, actor: data.actor, retry: data.retry.verdict }] as const,
  );
  return {
    causes: (await listOf('causes')).map(({ order: _order, common: _common, ...cause }) => cause),
    sharedLines: await listOf('shared-lines'),
    clients: await listOf('clients'),
    operations: await listOf('operations'),
    registries: await listOf('registries'),
    registryCodes: await listOf('registry-codes'),
    advice: Object.fromEntries(advice),
  };
}

/** The advice of every code that has any. */
function adviceOf(products: readonly LookupProduct[]): AdviceFile {
  const advice = products.flatMap(({ path, vendor, entries }) =>
    entries.flatMap(({ code, guidance }) => {
      if (!guidance) return [];
      const { summary, actor, retry } = guidance;
      const who = actor === 'vendor' && vendor !== undefined ? { vendor } : {};
      return [[codePath(code, path), { summary, actor, retry, ...who }] as const];
    }),
  );
  return Object.fromEntries(advice);
}

/** The data that a browser looks codes up in, in the words of a language. Built once a build. */
export const lookupFiles = once(async (locale: Locale): Promise<LookupFiles> => {
  const products = await Promise.all((await allProducts(locale)).map(lookupProduct));
  const common = await loadCommon(locale);
  const { search: words, explanations, verdict } = strings(locale);
  const { foreign, elsewhere, ...ofOwn } = explanations;
  const ids = products.map(({ id }) => id);
  const files = new Map(
    products.map((product) => {
      const others = ids.filter((id) => id !== product.id);
      return [product.id, JSON.stringify({ ...buildLookupFile(product, others, common), words })];
    }),
  );
  files.set(CAUSES_FILE, JSON.stringify(await loadCauses(locale)));
  files.set(ADVICE_FILE, JSON.stringify(adviceOf(products)));
  const explained = { ...explanationsOf(common), words: { ...ofOwn, verdict } };
  files.set(EXPLANATIONS_FILE, JSON.stringify(explained));
  files.set(OTHERS_FILE, JSON.stringify({ ...othersOf(common), words: { foreign, elsewhere } }));
  const hash = createHash('sha256');
  for (const content of files.values()) hash.update(content);
  return { version: hash.digest('hex').slice(0, 10), files };
});

/** Address of a product's look-up file below the site's base, e.g. `/lookup/0a1b2c3d4e/swr.json`. */
export async function lookupPath(product: string, locale: Locale): Promise<string> {
  return `/lookup/${(await lookupFiles(locale)).version}/${product}.json`;
}
