import type { CodeEntry } from './entry.ts';

/** A class of HTTP statuses, as RFC 9110 section 15 divides them. */
export type StatusClass = '1xx' | '2xx' | '3xx' | '4xx' | '5xx';

/** Class of an HTTP status: 404 → `4xx`. */
export function statusClass(status: number): StatusClass {
  return `${Math.floor(status / 100)}xx` as StatusClass;
}

/** One group of codes, e.g. all with status 404. */
export interface Group<Key> {
  readonly key: Key;
  readonly entries: readonly CodeEntry[];
}

function groupBy<Key>(
  entries: readonly CodeEntry[],
  keysOf: (entry: CodeEntry) => readonly Key[],
): Group<Key>[] {
  const pairs = entries.flatMap((entry) => [...new Set(keysOf(entry))].map((key) => ({ key, entry })));
  return [...Map.groupBy(pairs, ({ key }) => key)].map(([key, members]) => ({
    key,
    entries: members.map(({ entry }) => entry),
  }));
}

/** Groups by HTTP status, lowest first; a code with several is in each group, one without in none. */
export function byStatus(entries: readonly CodeEntry[]): Group<number>[] {
  return groupBy(entries, (entry) => entry.statuses).sort((a, b) => a.key - b.key);
}

/** Groups by status class, `4xx` before `5xx`. */
export function byStatusClass(entries: readonly CodeEntry[]): Group<StatusClass>[] {
  return groupBy(entries, ({ statuses }) => statuses.map(statusClass)).sort((a, b) =>
    a.key.localeCompare(b.key),
  );
}

/** Groups by resource domain, in the order of `domainIds`; a domain without codes is an empty group. */
export function byDomain(entries: readonly CodeEntry[], domainIds: readonly string[]): Group<string>[] {
  const groups = Map.groupBy(entries, ({ domain }) => domain);
  return domainIds.map((key) => ({ key, entries: groups.get(key) ?? [] }));
}

/**
 * How many codes each domain has at each status.
 *
 * @returns one row a domain that has codes, its counts in the order of `statuses`, 0 where there are none; `total` is
 *   how many codes it has, however many statuses each
 */
export function matrix(
  entries: readonly CodeEntry[],
  domainIds: readonly string[],
): {
  readonly statuses: readonly number[];
  readonly rows: readonly { domain: string; counts: readonly number[]; total: number }[];
} {
  const statuses = byStatus(entries).map((group) => group.key);
  const rows = byDomain(entries, domainIds)
    .filter((group) => group.entries.length > 0)
    .map((group) => ({
      domain: group.key,
      counts: statuses.map(
        (status) => group.entries.filter((entry) => entry.statuses.includes(status)).length,
      ),
      total: group.entries.length,
    }));
  return { statuses, rows };
}
