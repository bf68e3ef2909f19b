import { LookupIndex } from '../search/lookup-index.ts';
import type { Manifest, Shard } from '../search/shards.ts';

async function fetchJson<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return (await response.json()) as Content;
}

/** The look-up data of the site in the browser; each file is fetched once, when a text first needs it. */
export class LookupData {
  readonly #folder: string;
  readonly #fetched = new Map<string, Promise<unknown>>();

  /** @param folder address of the data, with a slash at its end; see `lookupFolder` */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** However many ask for a file at a time, it is one request; one that failed is tried again. */
  #once<Content, Value>(name: string, take: (content: Content) => Value): Promise<Value> {
    const known = this.#fetched.get(name);
    if (known) return known as Promise<Value>;
    const fetched = fetchJson<Content>(`${this.#folder}${name}.json`).then(take);
    this.#fetched.set(name, fetched);
    fetched.catch(() => this.#fetched.delete(name));
    return fetched;
  }

  /** The index with the manifest in it. */
  index(): Promise<LookupIndex> {
    return this.#once('manifest', (manifest: Manifest) => new LookupIndex(manifest));
  }

  /** Fetches shards that the index does not have yet. */
  async load(names: readonly string[]): Promise<LookupIndex> {
    const index = await this.index();
    await Promise.all(names.map((name) => this.#once(name, (shard: Shard) => index.add(name, shard))));
    return index;
  }
}
