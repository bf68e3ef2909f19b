import type { Resolution } from '../search/finding.ts';
import { needs } from '../search/needs.ts';
import { resolve } from '../search/resolve.ts';
import { LookupData } from './lookup-data.ts';

/** The look-up of the site in the browser: resolves what was typed, fetching what that takes. */
export class Lookup extends LookupData {
  /**
   * Resolves a text, fetching what that takes.
   *
   * @throws when the data cannot be fetched
   */
  async ask(text: string): Promise<Resolution> {
    const index = await this.index();
    for (let names = needs(text, index); names.length > 0; names = needs(text, index)) await this.load(names);
    return resolve(text, index);
  }
}

let ofSite: Lookup | undefined;

/** The one look-up of a page; the header's search field says where its data lies. */
export function siteLookup(): Lookup {
  const { lookup = '' } = document.querySelector<HTMLElement>('site-search')?.dataset ?? {};
  ofSite ??= new Lookup(lookup);
  return ofSite;
}
