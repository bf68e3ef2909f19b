import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { buildCatalog, type Catalog } from '../../src/catalog/catalog.ts';
import { retiredCodes } from '../../src/editions/history.ts';
import { LookupIndex } from '../../src/search/lookup-index.ts';
import { needs } from '../../src/search/needs.ts';
import { resolve } from '../../src/search/resolve.ts';
import type { Resolution } from '../../src/search/finding.ts';
import { buildShards, type LookupInput, type Manifest, type Shard } from '../../src/search/shards.ts';

const read = (path: string) => readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8');
const yaml = (name: string) => parse(read(`${name}.yaml`));

interface ListedMessages {
  readonly messages: readonly string[];
  readonly listedAs: string;
}

const literalMessages = () =>
  Object.entries(
    (JSON.parse(read('messages/swr.json')) as { messages: Record<string, ListedMessages> }).messages,
  );

/** The real catalog of SWR, put together from the committed data without the site. */
export function swrCatalog(): Catalog {
  // Astro sorts the entries of a collection by their ids.
  const observed = (yaml('observed') as { code: string; summary: string; messages: string[] }[]).sort(
    (one, other) => (one.code < other.code ? -1 : 1),
  );
  return buildCatalog({
    id: 'swr',
    grammar: yaml('products')[0].grammar,
    rows: JSON.parse(read('codes/swr-error-codes.zh-CN.json')).codes,
    retired: retiredCodes(JSON.parse(read('editions/swr.json')).editions, yaml('products')[0].aliases),
    observed: observed.map(({ code, summary }) => ({ code, status: null, description: summary })),
    messages: new Map([
      ...literalMessages().map(([code, entry]) => [code, entry.messages] as const),
      ...observed.map(({ code, messages }) => [code, messages] as const),
    ]),
    scheme: yaml('domains').swr,
    relations: yaml('relations').swr,
  });
}

/** What the shards of SWR are made of. */
export function swrInput(catalog: Catalog = swrCatalog()): LookupInput {
  const product = yaml('products')[0];
  return {
    products: [
      {
        id: 'swr',
        shortName: product.shortName,
        path: '',
        domains: Object.fromEntries(catalog.domains.map(({ id, name }) => [id, name])),
        names: ['SWR', 'S2I'].map((service) => ({ family: 'SVCSTG', service })),
        aliases: Object.fromEntries([
          ...literalMessages().flatMap(([code, { listedAs }]) =>
            listedAs === code ? [] : [[listedAs, code]],
          ),
          ...product.aliases.map((alias: { code: string; is: string }) => [alias.code, alias.is]),
        ]),
      },
    ],
    entries: catalog.all,
    statuses: yaml('statuses').statuses.map(
      (status: { aliases?: string[]; retry: { verdict: string; reason: string } }) => ({
        ...status,
        aliases: status.aliases ?? [],
        retry: status.retry.verdict,
        retryReason: status.retry.reason,
      }),
    ),
    services: yaml('services'),
    clients: yaml('client-messages'),
    synonyms: yaml('synonyms'),
  };
}

/** A visitor: loads what a text needs, then resolves it; `loaded` tells what was loaded. */
export class Visitor {
  readonly index: LookupIndex;
  readonly loaded: string[] = [];
  readonly #shards: ReadonlyMap<string, Shard>;

  constructor(
    { manifest, shards }: { manifest: Manifest; shards: ReadonlyMap<string, Shard> } = buildShards(
      swrInput(),
    ),
  ) {
    this.index = new LookupIndex(manifest);
    this.#shards = shards;
  }

  ask(text: string): Resolution {
    for (let names = needs(text, this.index); names.length > 0; names = needs(text, this.index)) {
      for (const name of names) {
        this.index.add(name, this.#shards.get(name) ?? {});
        this.loaded.push(name);
      }
    }
    return resolve(text, this.index);
  }
}
