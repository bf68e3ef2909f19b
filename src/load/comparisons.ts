import type { CollectionEntry } from 'astro:content';
import type { CodeEntry } from '../catalog/entry.ts';
import type { Locale } from '../addresses/locales.ts';
import { dataOf } from './collection.ts';
import { productOf } from './product-data.ts';

export type Difference = CollectionEntry<'differences'>['data'];
export type Confusable = CollectionEntry<'confusable'>['data'];

/** What the literal message of a code says other than its row; undefined where the two agree. */
export async function differenceOf(
  { code, product }: CodeEntry,
  locale: Locale,
): Promise<Difference | undefined> {
  const productOfData = await productOf();
  const differences = [...(await dataOf('differences', locale)).values()];
  return differences.find((each) => each.code === code && productOfData(each) === product);
}

/** The groups of codes among which this one is easily mistaken, the smallest first: its codes are nearest to one another. */
export async function confusableWith({ code, product }: CodeEntry, locale: Locale): Promise<Confusable[]> {
  const productOfData = await productOf();
  const groups = [...(await dataOf('confusable', locale)).values()];
  return groups
    .filter((group) => group.codes.includes(code) && productOfData(group) === product)
    .sort((one, other) => one.codes.length - other.codes.length);
}

/** Every code that the comparisons name, with its product and the file that names it. */
export async function comparedCodes(): Promise<{ file: string; code: string; product: string }[]> {
  const productOfData = await productOf();
  const differences = [...(await dataOf('differences')).values()];
  const groups = [...(await dataOf('confusable')).values()];
  return [
    ...differences.map((data) => ({
      file: 'content/differences.yaml',
      code: data.code,
      product: productOfData(data),
    })),
    ...groups.flatMap((data) =>
      data.codes.map((code) => ({ file: 'content/confusable.yaml', code, product: productOfData(data) })),
    ),
  ];
}
