import { getCollection, type CollectionEntry } from 'astro:content';

export type StatusInfo = CollectionEntry<'statuses'>['data'];

let loaded: Promise<ReadonlyMap<string, StatusInfo>> | undefined;

async function load(): Promise<ReadonlyMap<string, StatusInfo>> {
  return new Map((await getCollection('statuses')).map((entry) => [entry.id, entry.data]));
}

/**
 * What is known of an HTTP status (404) or a class of them (`4xx`).
 *
 * @throws when `content/statuses.yaml` lacks it
 */
export async function statusInfo(status: number | string): Promise<StatusInfo> {
  loaded ??= load();
  const info = (await loaded).get(String(status));
  if (!info)
    throw new Error(`content/statuses.yaml: HTTP status ${status} is missing; add name, label and meaning.`);
  return info;
}
