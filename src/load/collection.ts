import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { LEAD_LOCALE, type Locale } from '../addresses/locales.ts';
import { once } from '../lib/once.ts';
import { translated, WORDS, type TranslatedCollection } from './words.ts';

/** The data of a collection by id. */
type Data<Key extends CollectionKey> = ReadonlyMap<string, CollectionEntry<Key>['data']>;

const load = once(async (name: string): Promise<unknown> => {
  const [locale, collection] = name.split(' ') as [Locale, CollectionKey];
  if (locale === LEAD_LOCALE || !Object.hasOwn(WORDS, collection))
    return new Map((await getCollection(collection)).map(({ id, data }) => [id, data]));
  return translated(
    collection as TranslatedCollection,
    await dataOf(collection),
    await dataOf('words'),
    locale,
  );
});

/**
 * The data of a collection by id, their words in a language. Read once a build: Astro's own look-up makes every entry
 * anew each time, and pages ask thousands of times.
 *
 * @throws when a word of the data has no translation
 */
export function dataOf<Key extends CollectionKey>(collection: Key, locale = LEAD_LOCALE): Promise<Data<Key>> {
  return load(`${locale} ${collection}`) as Promise<Data<Key>>;
}
