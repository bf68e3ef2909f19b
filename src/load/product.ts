import { getCollection, type CollectionEntry } from 'astro:content';
import { buildCatalog, type Catalog } from '../catalog/catalog.ts';
import {
  editionAnchors,
  histories,
  retiredCodes,
  type EditionEvents,
  type RetiredCode,
} from '../editions/history.ts';
import { checkTexts, loadVerdicts } from './guidance.ts';
import { loadMessages } from './messages.ts';
import { loadObserved } from './observed.ts';
import { loadProducts, type ProductData } from './product-data.ts';
import { dataOf } from './collection.ts';
import type { DomainScheme } from '../schema/domains.ts';
import type { Edition } from '../schema/editions.ts';
import type { Relations } from '../schema/relations.ts';

type SourceDocument = CollectionEntry<'codes'>['data'];

/** A product as pages see it: its data, its source document, its catalog. */
export interface Product extends ProductData {
  /** Its name and its short name, as a heading has them. */
  readonly fullName: string;
  /** Whether it lives at the site's root: the one that the site's own texts speak of. */
  readonly isRoot: boolean;
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

/** What a product gets for which nobody has written domains yet: one domain for all of its codes. */
const UNSORTED: DomainScheme = {
  domains: [{ id: 'general', name: '通用', about: '尚未按资源分类的错误码。' }],
  rules: [],
  fallback: { domain: 'general', reason: '该产品还没有资源领域的规则。' },
};

/** The hand-written knowledge by which a product's codes are sorted and related. */
async function loadScheme(product: string): Promise<{ scheme: DomainScheme; relations: Relations }> {
  const scheme = (await dataOf('domains')).get(product) ?? UNSORTED;
  const relations = (await dataOf('relations')).get(product) ?? { operations: [], resources: [] };
  return { scheme, relations };
}

async function loadProduct(data: ProductData, documents: readonly SourceDocument[]): Promise<Product> {
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
  const listed = new Set([...document.codes, ...retired].map(({ code }) => code));
  const observed = await loadObserved(data, listed);
  const catalog = buildCatalog({
    id: data.id,
    grammar: data.grammar,
    service: data.shortName,
    rows: document.codes,
    retired,
    observed: observed.rows,
    messages: new Map([...observed.messages, ...(await loadMessages(data.id))]),
    guidance: new Map([...observed.verdicts, ...(await loadVerdicts(data.id))]),
    ...(await loadScheme(data.id)),
  });
  return {
    ...data,
    fullName: `${data.name} ${data.shortName}`,
    isRoot: data.path === '',
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

async function loadAll(): Promise<readonly Product[]> {
  const products = await loadProducts();
  const documents = (await getCollection('codes')).map((entry) => entry.data);
  const loaded = await Promise.all(products.map((product) => loadProduct(product, documents)));
  await checkTexts(loaded.map(({ catalog }) => catalog));
  return loaded;
}

let loaded: Promise<readonly Product[]> | undefined;

/** Every product of the site, in the order of `content/products.yaml`. Read once a build. */
export function allProducts(): Promise<readonly Product[]> {
  loaded ??= loadAll();
  return loaded;
}

/** The product that lives at the site's root. */
export async function rootProduct(): Promise<Product> {
  const root = (await allProducts()).find(({ isRoot }) => isRoot);
  if (!root)
    throw new Error(
      "content/products.yaml: no product has path '' (the site's root). Give one of them that path.",
    );
  return root;
}

/** All products but one. */
export async function otherProducts(product: Product): Promise<readonly Product[]> {
  return (await allProducts()).filter(({ id }) => id !== product.id);
}

/** Static paths of a route below `[...product]/`: what `paths` gives for each product, with its `product` parameter. */
export async function productPaths<Params extends Record<string, string | undefined>, Props>(
  paths: (product: Product) => readonly { params: Params; props: Props }[],
) {
  return (await allProducts()).flatMap((product) =>
    paths(product).map(({ params, props }) => ({
      params: { ...params, product: product.path === '' ? undefined : product.path },
      props: { ...props, product },
    })),
  );
}
