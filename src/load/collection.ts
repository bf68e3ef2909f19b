import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';

/** The data of a collection by id. */
type Data<Key extends CollectionKey> = ReadonlyMap<string, CollectionEntry<Key>['data']>;

const read = new Map<CollectionKey, Promise<unknown>>();

/**
 * The data of a collection by id. Read once a build: Astro's own look-up makes every entry anew each time, and pages
 * ask thousands of times.
 */
export function dataOf<Key extends CollectionKey>(collection: Key): Promise<Data<Key>> {
  const known = read.get(collection);
  if (known) return known as Promise<Data<Key>>;
  const data = getCollection(collection).then(
    (entries) => new Map(entries.map((entry) => [entry.id, entry.data])),
  );
  read.set(collection, data);
  return data;
}
