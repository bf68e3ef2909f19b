import type { Locale } from '../addresses/locales.ts';
import { dataOf } from './collection.ts';
import type { Reference } from '../schema/references.ts';

/** A source as a page lists it. */
export interface ListedReference extends Reference {
  readonly id: string;
}

/** A source with an address, as the published records give it. */
export type AddressedReference = ListedReference & { readonly url: string };

/** Ids of all sources. */
export async function referenceIds(): Promise<ReadonlySet<string>> {
  return new Set((await dataOf('references')).keys());
}

/**
 * Sources by id, in the order asked for, their titles in a language.
 *
 * @param file the file with the ids, for the message
 * @throws when an id has no entry
 */
export async function referencesOf(
  ids: readonly string[],
  file: string,
  locale: Locale,
): Promise<ListedReference[]> {
  const references = await dataOf('references', locale);
  return ids.map((id) => {
    const reference = references.get(id);
    if (!reference) {
      throw new Error(
        `${file}: found the source ${id}; expected the id of an entry of content/references.yaml. ` +
          'Add the entry, or correct the id.',
      );
    }
    return { id, ...reference };
  });
}

/**
 * The same of sources that need an address.
 *
 * @throws when an id has no entry, or one without an address
 */
export async function addressedReferencesOf(
  ids: readonly string[],
  file: string,
  locale: Locale,
): Promise<AddressedReference[]> {
  return (await referencesOf(ids, file, locale)).map(({ url, ...reference }) => {
    if (url !== undefined) return { ...reference, url };
    throw new Error(
      `${file}: found the source ${reference.id}, which has no url; expected one with an address. ` +
        'Add its url in content/references.yaml, or name another source.',
    );
  });
}
