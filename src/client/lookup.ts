import type { Strings } from '../i18n/index.ts';
import { fetchBeside, fetchFile, once } from './fetch.ts';
import { lookupAddress } from './links.ts';
import type { LookupFile } from '../search/lookup-file.ts';
import { LookupIndex } from '../search/lookup-index.ts';

/** The words of the search, in the language of the page. */
export type SearchWords = Strings['search'];

/** See `src/outputs/lookup.ts`. */
type WordedFile = LookupFile & { readonly words: SearchWords };

/** The look-up data of the site in the browser: the current product's file, and behind it those of the others. */
export class Lookup {
  /** Index of the current product: the first answer comes from it. */
  readonly first: () => Promise<LookupIndex>;
  /** Index of every product; the same one where the site has one product. */
  readonly all: () => Promise<LookupIndex>;
  readonly words: () => Promise<SearchWords>;

  /** @param address of the current product's file; those of the others lie beside it */
  constructor(address: string) {
    const current = once(() => fetchFile<WordedFile>(address));
    this.words = async () => (await current()).words;
    this.first = once(async () => new LookupIndex([await current()]));
    this.all = once(async () => {
      const file = await current();
      if (file.others.length === 0) return this.first();
      const others = file.others.map((name) => fetchBeside<LookupFile>(address, name));
      return new LookupIndex([file, ...(await Promise.all(others))]);
    });
  }
}

let ofPage: Lookup | undefined;

/** The one look-up of a page. */
export function pageLookup(): Lookup {
  return (ofPage ??= new Lookup(lookupAddress()));
}
