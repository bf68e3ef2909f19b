/** What the table of all codes can be filtered by; every field that is not '' must hold. */
export interface TableFilter {
  /** A status (`404`) or a class (`4xx`). */
  readonly status: string;
  readonly domain: string;
  /** Words, all of which must stand in the row. */
  readonly q: string;
  readonly actor: string;
  readonly retry: string;
}

/** A row as the filter sees it; `text` is all that is printed in it. */
export interface FilterRow {
  /** Its statuses with spaces between. */
  readonly status: string;
  readonly domain: string;
  readonly text: string;
  readonly actor: string;
  readonly retry: string;
}

/** The names of the filter's fields, which are also the names in the address. */
export const FILTER_FIELDS = ['status', 'domain', 'actor', 'retry', 'q'] as const;

/** Text for comparing: full-width forms folded, lower case. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Reads the filter from an address's query; what is missing does not filter. */
export function filterFromQuery(query: URLSearchParams): TableFilter {
  const value = (name: string) => query.get(name) ?? '';
  return {
    status: value('status'),
    domain: value('domain'),
    actor: value('actor'),
    retry: value('retry'),
    q: value('q'),
  };
}

/** The query that gives the filter back; empty when nothing is filtered. */
export function queryFromFilter(filter: TableFilter): URLSearchParams {
  return new URLSearchParams(
    FILTER_FIELDS.flatMap((name) => (filter[name] === '' ? [] : [[name, filter[name]]])),
  );
}

/** Whether a row passes the filter. */
export function passes(row: FilterRow, filter: TableFilter): boolean {
  const statusFits =
    filter.status === '' ||
    row.status
      .split(' ')
      .some((status) => status === filter.status || `${status[0] ?? ''}xx` === filter.status);
  const same = (['domain', 'actor', 'retry'] as const).every(
    (name) => filter[name] === '' || row[name] === filter[name],
  );
  return (
    statusFits &&
    same &&
    fold(filter.q)
      .split(/\s+/u)
      .every((word) => fold(row.text).includes(word))
  );
}
