import { STATUS_CODES } from 'node:http';
import type { CollectionEntry } from 'astro:content';
import { statusClass } from '../catalog/groups.ts';
import type { Locale } from '../addresses/locales.ts';
import { dataOf } from './collection.ts';

export type StatusInfo = CollectionEntry<'statuses'>['data'];

/**
 * What is known of an HTTP status (404) or a class of them (`4xx`). Of a status that nobody wrote about: what holds for
 * its class (RFC 9110, section 15), and the name that Node.js knows it by, after IANA's registry.
 *
 * @throws when `content/statuses.yaml` lacks a class
 */
export async function statusInfo(status: number | string, locale: Locale): Promise<StatusInfo> {
  const infos = await dataOf('statuses', locale);
  const info = infos.get(String(status));
  if (info) return info;
  const general = typeof status === 'number' ? infos.get(statusClass(status)) : undefined;
  if (!general)
    throw new Error(`content/statuses.yaml: HTTP status ${status} is missing; add name, label and meaning.`);
  const { label, meaning, actor, retry } = general;
  return { name: STATUS_CODES[status] ?? '', label, meaning, actor, retry, aliases: [] };
}
