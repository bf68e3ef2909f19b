import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { LEAD_LOCALE, type Locale } from '../addresses/locales.ts';
import { isTranslated, translated } from './words.ts';

/** The data of a collection by id. */
type Data<Key extends CollectionKey> = ReadonlyMap<string, CollectionEntry<Key>['data']>;

const read = new Map<string, Promise<unknown>>();

async function load<Key extends CollectionKey>(collection: Key, locale: Locale): Promise<Data<Key>> {
  if (locale === LEAD_LOCALE || !isTranslated(collection)) {
    return new Map((await getCollection(collection)).map((entry) => [entry.id, entry.data]));
  }
  return translated(collection, await dataOf(collection), await dataOf('words'), locale);
}

/**
 * The data of a collection by id, their words in a language. Read once a build: Astro's own look-up makes every entry
 * anew each time, and pages ask thousands of times.
 *
 * @throws when a word of the data has no translation
 */
export function dataOf<Key extends CollectionKey>(
  collection: Key,
  locale: Locale = LEAD_LOCALE,
): Promise<Data<Key>> {
  const key = `${locale} ${collection}`;
  const known = read.get(key) as Promise<Data<Key>> | undefined;
  const data = known ?? load(collection, locale);
  read.set(key, data);
  return data;
}
