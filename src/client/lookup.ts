import type { Resolution } from '../catalog/resolve/finding.ts';
import { LookupIndex } from '../catalog/resolve/lookup-index.ts';
import { needs, resolve } from '../catalog/resolve/resolve.ts';
import type { Manifest, Shard } from '../catalog/resolve/shards.ts';

async function fetchJson<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return (await response.json()) as Content;
}

/** The look-up data of the site in the browser; shards are fetched once, when a text first needs them. */
export class Lookup {
  readonly #folder: string;
  #index: Promise<LookupIndex> | undefined;

  /** @param folder address of the data, with a slash at its end; see `lookupFolder` */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The index with the manifest in it. */
  index(): Promise<LookupIndex> {
    this.#index ??= fetchJson<Manifest>(`${this.#folder}manifest.json`).then(
      (manifest) => new LookupIndex(manifest),
    );
    return this.#index;
  }

  /** Fetches shards that the index does not have yet. */
  async load(names: readonly string[]): Promise<LookupIndex> {
    const index = await this.index();
    const missing = names.filter((name) => !index.has(name));
    const shards = await Promise.all(missing.map((name) => fetchJson<Shard>(`${this.#folder}${name}.json`)));
    shards.forEach((shard, at) => index.add(missing[at] ?? '', shard));
    return index;
  }

  /** Fetches all there is, so that no later text leads to a request. */
  async loadEverything(): Promise<LookupIndex> {
    const { split } = (await this.index()).manifest;
    return this.load(['statuses', 'services', 'clients', split ? 'everything' : 'codes']);
  }

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
