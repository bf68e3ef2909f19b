import { LEAD_LOCALE, prefixOf, type Locale } from '../addresses/locales.ts';
import { strings } from '../i18n/index.ts';
import { getCollection, type CollectionEntry } from 'astro:content';
import { buildCatalog, type Catalog } from '../catalog/catalog.ts';
import { uniteRows } from '../catalog/rows.ts';
import { renderings } from '../catalog/words.ts';
import {
  editionAnchors,
  histories,
  retiredCodes,
  type EditionEvents,
  type RetiredCode,
} from '../editions/history.ts';
import { checkTexts, loadVerdicts } from './guidance.ts';
import { once } from '../lib/once.ts';
import { loadMessages } from './api-messages.ts';
import { loadListed } from './listed.ts';
import { loadObserved } from './observed.ts';
import { loadProducts, type ProductData } from './product-data.ts';
import { dataOf } from './collection.ts';
import { languages } from './languages.ts';
import type { CodeRow } from '../schema/codes.ts';
import type { DomainScheme } from '../schema/domains.ts';
import type { Edition } from '../schema/editions.ts';
import type { Relations } from '../schema/relations.ts';

type SourceDocument = CollectionEntry<'codes'>['data'];

/** A product as pages see it: its data, its source document, its catalog. */
export interface Product extends ProductData {
  /** The language of all words in it. */
  readonly locale: Locale;
  /** Its name and its short name, as a heading has them. */
  readonly fullName: string;
  /** Whether it lives at the site's root: the one that the site's own texts speak of. */
  readonly isRoot: boolean;
  /** Whether its codes are sorted into domains: more than the one of all. */
  readonly isSorted: boolean;
  readonly document: SourceDocument;
  readonly catalog: Catalog;
  /** Recorded editions of the document, oldest first. */
  readonly editions: readonly Edition[];
  /** What the editions did to a code, oldest first. */
  history(code: string): readonly EditionEvents[];
  /** Anchor of an edition on the page of editions. */
  anchor(edition: Edition): string;
  /** When a retired code went; undefined for any other code. */
  retirement(code: string): RetiredCode | undefined;
}

/** The scheme of a product without domains: one domain for all of its codes. */
function unsorted(locale: Locale): DomainScheme {
  const { name, about, reason } = strings(locale).unsorted;
  return { domains: [{ id: 'general', name, about }], rules: [], fallback: { domain: 'general', reason } };
}

/** The hand-written knowledge by which a product's codes are sorted and related. */
async function loadScheme(
  product: string,
  locale: Locale,
): Promise<{ scheme: DomainScheme; relations: Relations }> {
  const scheme = (await dataOf('domains', locale)).get(product) ?? unsorted(locale);
  const relations = (await dataOf('relations')).get(product) ?? { operations: [], resources: [] };
  return { scheme, relations };
}

/** Descriptions in the words of a language other than the lead one, by code; the others are quoted verbatim. */
async function descriptionsIn(
  locale: Locale,
  rows: readonly CodeRow[],
): Promise<[code: string, description: string][]> {
  if (locale === LEAD_LOCALE) return [];
  const renderingOf = renderings((await dataOf('words')).get(`${locale}/descriptions`) ?? {});
  return uniteRows(rows).flatMap(({ code, description }) => {
    const rendering = renderingOf(description);
    return rendering === undefined ? [] : [[code, rendering]];
  });
}

/** Messages of several origins by code, each once. */
function united(
  messages: readonly (readonly [code: string, messages: readonly string[]])[],
): ReadonlyMap<string, readonly string[]> {
  const byCode = Map.groupBy(messages, ([code]) => code);
  return new Map([...byCode].map(([code, all]) => [code, [...new Set(all.flatMap(([, texts]) => texts))]]));
}

async function loadProduct(
  data: ProductData,
  documents: readonly SourceDocument[],
  locale: Locale,
): Promise<Product> {
  const document = documents.find((candidate) => candidate.product === data.id);
  if (!document) {
    throw new Error(
      `content/products.yaml: product '${data.id}' has no extracted codes in content/codes/. Run: npm run extract`,
    );
  }
  const editions = await recordedEditions(document);
  const anchors = editionAnchors(editions);
  const retired = retiredCodes(editions, data.aliases);
  const retirements = new Map(retired.map((each) => [each.code, each]));
  const known = new Set([...document.codes, ...retired].map(({ code }) => code));
  const observed = await loadObserved(data, known, locale);
  const listed = await loadListed(data, known);
  const catalog = buildCatalog({
    id: data.id,
    grammar: data.grammar,
    service: data.shortName,
    rows: document.codes,
    ...(document.source.language === locale ? {} : { language: document.source.language }),
    descriptions: new Map([
      ...observed.descriptions,
      ...(await descriptionsIn(locale, [...document.codes, ...retired, ...listed.rows])),
    ]),
    retired,
    observed: observed.rows,
    listed: listed.rows,
    messages: united([...(await loadMessages(data.id)), ...observed.messages, ...listed.messages]),
    guidance: new Map([...observed.verdicts, ...(await loadVerdicts(data.id, locale))]),
    ...(await loadScheme(data.id, locale)),
  });
  return {
    ...data,
    locale,
    fullName: `${data.name} ${data.shortName}`,
    isRoot: data.path === '',
    isSorted: catalog.domains.length > 1,
    document,
    catalog,
    editions,
    history: histories(editions),
    anchor: (edition) => anchors.get(edition) ?? edition.edition,
    retirement: (code) => retirements.get(code),
  };
}

/** The recorded editions of a product; the last of them is the one that the document is. */
async function recordedEditions({ product, source }: SourceDocument): Promise<readonly Edition[]> {
  const records = (await getCollection('editions')).map((entry) => entry.data);
  const editions = records.find((candidate) => candidate.product === product)?.editions ?? [];
  if (editions.at(-1)?.sha256 !== source.sha256) {
    throw new Error(
      `content/editions/${product}.json: the edition of ${source.edition} in content/codes/ is not the last one recorded. ` +
        'Run: npm run extract',
    );
  }
  return editions;
}

/** Every product of the site, in the order of `content/products.yaml`. Read once a build. */
export const allProducts = once(async (locale: Locale): Promise<readonly Product[]> => {
  const products = await loadProducts(locale);
  const documents = (await getCollection('codes')).map((entry) => entry.data);
  const loaded = await Promise.all(products.map((product) => loadProduct(product, documents, locale)));
  if (locale === LEAD_LOCALE) await checkTexts(loaded.map(({ catalog }) => catalog));
  return loaded;
});

/** The product that lives at the site's root. */
export async function rootProduct(locale: Locale): Promise<Product> {
  // Without one, `productOf` would have thrown.
  return (await allProducts(locale)).find(({ isRoot }) => isRoot) as Product;
}

/** All products but one. */
export async function otherProducts(product: Product): Promise<readonly Product[]> {
  return (await allProducts(product.locale)).filter(({ id }) => id !== product.id);
}

/**
 * Static paths of a route below `[...prefix]/`: what `paths` gives for each product, in each language, with the
 * `prefix` parameter.
 *
 * @param locales the lead language alone for data, which all languages share
 */
export async function productPaths<Params extends Record<string, string | undefined>, Props>(
  paths: (product: Product) => readonly { params: Params; props: Props }[],
  locales: readonly Locale[] = languages,
) {
  const products = (await Promise.all(locales.map(allProducts))).flat();
  return products.flatMap((product) =>
    paths(product).map(({ params, props }) => ({
      params: { ...params, prefix: prefixOf(product.locale, product.path) },
      props: { ...props, product },
    })),
  );
}

/** Static paths of data: one file a product. */
export const dataPaths = () => productPaths(() => [{ params: {}, props: {} }], [LEAD_LOCALE]);

/** Static paths of a page that the site has once in each language. */
export const languagePaths = () => languages.map((locale) => ({ params: { prefix: prefixOf(locale) } }));
