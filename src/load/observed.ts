import type { CollectionEntry } from 'astro:content';
import type { CodeRow } from '../schema/codes.ts';
import type { CodeEntry, GuidanceVerdict } from '../catalog/entry.ts';
import { LEAD_LOCALE, type Locale } from '../addresses/locales.ts';
import { dataOf } from './collection.ts';
import { productOf, refuseStrays, type ProductData } from './product-data.ts';
import { addressedReferencesOf, type AddressedReference } from './references.ts';

type ObservedData = CollectionEntry<'observed'>['data'];

/** An observed code with its sources. */
export interface Observed extends Omit<ObservedData, 'sources'> {
  readonly sources: readonly AddressedReference[];
}

/** The observed codes of a product, in the forms that the catalog takes them in. */
export interface ObservedInput {
  /** Those that no edition lists; in the lead language, by whose words the catalog sorts them. */
  readonly rows: readonly CodeRow[];
  readonly descriptions: readonly (readonly [code: string, description: string])[];
  /** Of all: that an edition lists a code does not make its messages unknown, nor what to do about it. */
  readonly messages: readonly (readonly [code: string, messages: readonly string[]])[];
  readonly verdicts: readonly (readonly [code: string, verdict: GuidanceVerdict])[];
}

/** @param isMeaning whether the page says the summary already, as what the code means */
function verdictOf({ code, summary, actor, retry }: ObservedData, isMeaning: boolean): GuidanceVerdict {
  return {
    id: code,
    title: summary,
    summary: isMeaning ? retry.reason : summary,
    actor,
    retry: retry.verdict,
  };
}

/** The observed codes that are said to be a product's. */
async function observedIn(product: string, locale: Locale): Promise<ObservedData[]> {
  const productOfData = await productOf();
  return [...(await dataOf('observed', locale)).values()].filter(
    (observed) => productOfData(observed) === product,
  );
}

/**
 * The observed codes of a product.
 *
 * @param known codes that an edition lists or listed: from then on the edition speaks for them
 * @throws when one does not fit the product's grammar
 */
export async function loadObserved(
  product: ProductData,
  known: ReadonlySet<string>,
  locale: Locale,
): Promise<ObservedInput> {
  const all = await observedIn(product.id, LEAD_LOCALE);
  refuseStrays(
    all.map(({ code }) => code),
    product,
    'content/observed.yaml',
  );
  const isOwn = ({ code }: ObservedData) => !known.has(code);
  const inWords = await observedIn(product.id, locale);
  return {
    rows: all.filter(isOwn).map(({ code, summary }) => ({ code, status: null, description: summary })),
    descriptions: inWords.filter(isOwn).map(({ code, summary }) => [code, summary] as const),
    messages: all.map(({ code, messages }) => [code, messages] as const),
    verdicts: inWords.map((observed) => [observed.code, verdictOf(observed, isOwn(observed))] as const),
  };
}

/**
 * What was observed of a code; undefined where nothing was. It holds, too, when an edition lists the code later: the
 * edition says what it means, the observation what to do, until guidance does.
 */
export async function observedOf(entry: CodeEntry, locale: Locale): Promise<Observed | undefined> {
  const observed = (await observedIn(entry.product, locale)).find(({ code }) => code === entry.code);
  return (
    observed && {
      ...observed,
      sources: await addressedReferencesOf(observed.sources, 'content/observed.yaml', locale),
    }
  );
}
