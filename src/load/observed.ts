import type { CollectionEntry } from 'astro:content';
import type { CodeRow } from '../schema/codes.ts';
import { parseErrorCode } from '../catalog/code.ts';
import type { CodeEntry, GuidanceVerdict } from '../catalog/entry.ts';
import { LEAD_LOCALE, type Locale } from '../addresses/locales.ts';
import { dataOf } from './collection.ts';
import { productOf, type ProductData } from './product-data.ts';
import { referencesOf, type ListedReference } from './references.ts';

type ObservedData = CollectionEntry<'observed'>['data'];

/** A source of an observed code; the published record gives its address. */
type AddressedReference = ListedReference & { readonly url: string };

/** An observed code with its sources. */
export interface Observed extends Omit<ObservedData, 'sources'> {
  readonly sources: readonly AddressedReference[];
}

/** The observed codes of a product, in the forms that the catalog takes them in. */
export interface ObservedInput {
  /** Those that no edition lists; in the lead language, by whose words the catalog sorts them. */
  readonly rows: readonly CodeRow[];
  readonly descriptions: readonly (readonly [code: string, description: string])[];
  /** Of all: that an edition lists a code does not make its messages unknown. */
  readonly messages: readonly (readonly [code: string, messages: readonly string[]])[];
  readonly verdicts: readonly (readonly [code: string, verdict: GuidanceVerdict])[];
}

function verdictOf({ code, summary, actor, retry }: ObservedData): GuidanceVerdict {
  return { id: code, title: summary, summary: retry.reason, actor, retry: retry.verdict };
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
 * @param listed codes that an edition lists or listed: from then on the edition speaks for them
 * @throws when one does not fit the product's grammar
 */
export async function loadObserved(
  { id, grammar }: ProductData,
  listed: ReadonlySet<string>,
  locale: Locale,
): Promise<ObservedInput> {
  const all = await observedIn(id, LEAD_LOCALE);
  const strays = all.map(({ code }) => code).filter((code) => grammar && !parseErrorCode(code, grammar));
  if (strays.length > 0) {
    throw new Error(
      `content/observed.yaml: found ${strays.join(', ')}; expected codes that fit the grammar of the product '${id}'. ` +
        'Correct them, name their product (`product: <id>`), or change its grammar in content/products.yaml.',
    );
  }
  const isOwn = ({ code }: ObservedData) => !listed.has(code);
  const own = (await observedIn(id, locale)).filter(isOwn);
  return {
    rows: all.filter(isOwn).map(({ code, summary }) => ({ code, status: null, description: summary })),
    descriptions: own.map(({ code, summary }) => [code, summary] as const),
    messages: all.map(({ code, messages }) => [code, messages] as const),
    verdicts: own.map((observed) => [observed.code, verdictOf(observed)] as const),
  };
}

async function addressedSources({ code, sources }: ObservedData): Promise<AddressedReference[]> {
  const file = 'content/observed.yaml';
  return (await referencesOf(sources, file)).map(({ url, ...reference }) => {
    if (url !== undefined) return { ...reference, url };
    throw new Error(
      `${file}: found the source ${reference.id} of ${code}, which has no url; expected one with an address. ` +
        'Add its url in content/references.yaml, or name another source.',
    );
  });
}

/** What is known of an observed code; undefined for every other. */
export async function observedOf(entry: CodeEntry, locale: Locale): Promise<Observed | undefined> {
  if (entry.state !== 'observed') return undefined;
  const observed = (await observedIn(entry.product, locale)).find(({ code }) => code === entry.code);
  return observed && { ...observed, sources: await addressedSources(observed) };
}
