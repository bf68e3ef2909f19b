import type { Locale } from '../addresses/locales.ts';
import { LEAD_LOCALE } from '../addresses/locales.ts';
import type { CodeEntry } from '../catalog/entry.ts';
import type { CodeRow } from '../schema/codes.ts';
import type { ListedData } from '../schema/listed.ts';
import { dataOf } from './collection.ts';
import { productOf, refuseStrays, type ProductData } from './product-data.ts';
import { addressedReferencesOf, type AddressedReference } from './references.ts';

const FILE = 'content/listed.yaml';

/** The other lists of a product's codes. */
async function listsOf(product: string, locale: Locale): Promise<ListedData[]> {
  const productOfData = await productOf();
  return [...(await dataOf('listed', locale)).values()].filter((list) => productOfData(list) === product);
}

/** What other official lists have of a product, in the forms that the catalog takes them in. */
export interface ListedInput {
  /** Codes that stand in no edition. */
  readonly rows: readonly CodeRow[];
  /** Of all: that an edition lists a code does not make its message unknown. */
  readonly messages: readonly (readonly [code: string, messages: readonly string[]])[];
}

/**
 * The codes that other official lists have.
 *
 * @param known codes that an edition lists or listed: from then on the edition speaks for them
 * @throws when one does not fit the product's grammar
 */
export async function loadListed(product: ProductData, known: ReadonlySet<string>): Promise<ListedInput> {
  const lists = await listsOf(product.id, LEAD_LOCALE);
  const codes = lists.flatMap((list) => Object.entries(list.codes));
  refuseStrays(
    codes.map(([code]) => code),
    product,
    FILE,
  );
  return {
    rows: codes
      .filter(([code]) => !known.has(code))
      .map(([code, { meaning }]) => ({ code, status: null, description: meaning })),
    messages: codes.flatMap(([code, { message }]) =>
      message === undefined ? [] : [[code, [message]] as const],
    ),
  };
}

/** Codes of every other list that have no page, with what the lists say. */
export async function pagelessCodes(locale: Locale): Promise<ListedData['pageless']> {
  return [...(await dataOf('listed', locale)).values()].flatMap(({ pageless }) => pageless);
}

/** The list that has a code. */
export interface Listing {
  readonly source: AddressedReference;
  readonly note: string;
}

/** Where another official list has a code, whatever its state; undefined where none has it. */
export async function listingOf(
  { code, product }: Pick<CodeEntry, 'code' | 'product'>,
  locale: Locale,
): Promise<Listing | undefined> {
  const list = (await listsOf(product, locale)).find(({ codes }) => Object.hasOwn(codes, code));
  if (!list) return undefined;
  const [source] = await addressedReferencesOf([list.source], FILE, locale);
  return source && { source, note: list.note };
}
