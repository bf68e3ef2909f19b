import type { LookupFile } from '../search/lookup-file.ts';
import { LookupIndex } from '../search/lookup-index.ts';

async function fetchFile(address: string | URL): Promise<LookupFile> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return (await response.json()) as LookupFile;
}

/** Runs `load` once for however many ask; after a failure the next one tries again. */
function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  return () => {
    loaded ??= load();
    loaded.catch(() => (loaded = undefined));
    return loaded;
  };
}

/** The look-up data of the site in the browser: the current product's file, and behind it those of the others. */
export class Lookup {
  /** Index of the current product: the first answer comes from it. */
  readonly first: () => Promise<LookupIndex>;
  /** Index of every product; the same one where the site has one product. */
  readonly all: () => Promise<LookupIndex>;

  /** @param address of the current product's file; those of the others lie beside it */
  constructor(address: string) {
    const current = once(() => fetchFile(address));
    this.first = once(async () => new LookupIndex([await current()]));
    this.all = once(async () => {
      const file = await current();
      if (file.others.length === 0) return this.first();
      const beside = (name: string) => fetchFile(new URL(`${name}.json`, new URL(address, location.href)));
      return new LookupIndex([file, ...(await Promise.all(file.others.map(beside)))]);
    });
  }
}

/** Address of the current product's look-up file; the header's search field carries it on every page. */
export const lookupAddress = (): string =>
  document.querySelector<HTMLElement>('site-search')?.dataset['lookup'] ?? '';

let ofPage: Lookup | undefined;

/** The one look-up of a page. */
export function pageLookup(): Lookup {
  return (ofPage ??= new Lookup(lookupAddress()));
}
