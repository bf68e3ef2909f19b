import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { CodeEntry } from '../catalog/entry.ts';

export type Difference = CollectionEntry<'differences'>['data'];
export type Confusable = CollectionEntry<'confusable'>['data'];

/** What the literal message of a code says other than its row; undefined where the two agree. */
export async function differenceOf({ code }: CodeEntry): Promise<Difference | undefined> {
  return (await getEntry('differences', code))?.data;
}

/** The groups of codes among which this one is easily mistaken. */
export async function confusableWith({ code }: CodeEntry): Promise<Confusable[]> {
  const groups = (await getCollection('confusable')).map((entry) => entry.data);
  return groups.filter(({ codes }) => codes.includes(code));
}

/** Every code that the comparisons name, with the file that names it. */
export async function comparedCodes(): Promise<{ file: string; code: string }[]> {
  const differences = await getCollection('differences');
  const groups = await getCollection('confusable');
  return [
    ...differences.map(({ data }) => ({ file: 'content/differences.yaml', code: data.code })),
    ...groups.flatMap(({ data }) => data.codes.map((code) => ({ file: 'content/confusable.yaml', code }))),
  ];
}
