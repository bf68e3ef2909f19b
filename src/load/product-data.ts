import type { CollectionEntry } from 'astro:content';
import { LEAD_LOCALE, type Locale } from '../addresses/locales.ts';
import { parseErrorCode } from '../catalog/code.ts';
import { dataOf } from './collection.ts';

export type ProductData = CollectionEntry<'products'>['data'];

/** The products of `content/products.yaml`, in its order. */
export async function loadProducts(locale: Locale = LEAD_LOCALE): Promise<readonly ProductData[]> {
  return [...(await dataOf('products', locale)).values()];
}

/** Hand-written data about codes; without a product they are about the one at the site's root. */
interface AboutProduct {
  readonly product?: string | undefined;
}

/**
 * Whose codes hand-written data are about.
 *
 * @returns a function from the data to the product's id
 * @throws when no product has the path '', or when the data name a product that is not there
 */
export async function productOf(): Promise<(data: AboutProduct) => string> {
  const products = await loadProducts();
  const root = products.find(({ path }) => path === '');
  if (!root)
    throw new Error(
      "content/products.yaml: no product has path '' (the site's root). Give one of them that path.",
    );
  const ids = new Set(products.map(({ id }) => id));
  return ({ product = root.id }) => {
    if (ids.has(product)) return product;
    throw new Error(
      `content/: found the product '${product}'; expected one of content/products.yaml: ${[...ids].join(', ')}`,
    );
  };
}

/** @throws Error that names the codes of a data file that do not fit the grammar of their product */
export function refuseStrays(codes: readonly string[], { id, grammar }: ProductData, file: string): void {
  const strays = codes.filter((code) => grammar && !parseErrorCode(code, grammar));
  if (strays.length === 0) return;
  throw new Error(
    `${file}: found ${strays.join(', ')}; expected codes that fit the grammar of the product '${id}'. ` +
      'Correct them, name their product (`product: <id>`), or change its grammar in content/products.yaml.',
  );
}
