/** What the table of all codes can be filtered by; every field that is not '' must hold. */
export interface TableFilter {
  /** A status (`404`) or a class (`4xx`). */
  readonly status: string;
  readonly domain: string;
  /** How the site knows the code, a `CodeState`. */
  readonly state: string;
  readonly actor: string;
  readonly retry: string;
  /** Words that the row must all contain. */
  readonly q: string;
}

/** A row as the filter sees it; `q` is all that is printed in it, folded. */
export type FilterRow = TableFilter;

/** The fields that offer a choice, in display order. */
export const FACETS = ['status', 'domain', 'state', 'actor', 'retry'] as const;
export type Facet = (typeof FACETS)[number];

/** The names of the filter's fields, which are also the names in the address. */
export const FILTER_FIELDS = [...FACETS, 'q'] as const;

/** Longer texts are tickets rather than search words, and must not go into an address. */
const LONGEST_TEXT_IN_ADDRESS = 200;

/** Text for comparing: full-width forms folded, lower case. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Reads the filter from an address's query; what is missing does not filter. */
export function filterFromQuery(query: URLSearchParams): TableFilter {
  const value = (name: keyof TableFilter) => query.get(name) ?? '';
  return {
    status: value('status'),
    domain: value('domain'),
    state: value('state'),
    actor: value('actor'),
    retry: value('retry'),
    q: value('q'),
  };
}

/** The query that gives the filter back, without a text too long for an address; empty when nothing is filtered. */
export function queryFromFilter(filter: TableFilter): URLSearchParams {
  return new URLSearchParams(
    FILTER_FIELDS.flatMap((name) =>
      filter[name] === '' || filter[name].length > LONGEST_TEXT_IN_ADDRESS ? [] : [[name, filter[name]]],
    ),
  );
}

/** The filter without the choices that nobody offers, and what these were. */
export function offeredOnly(
  filter: TableFilter,
  isOffered: (facet: Facet, value: string) => boolean,
): { readonly filter: TableFilter; readonly ignored: readonly { facet: Facet; value: string }[] } {
  const ignored = FACETS.filter((facet) => filter[facet] !== '' && !isOffered(facet, filter[facet])).map(
    (facet) => ({ facet, value: filter[facet] }),
  );
  const without = Object.fromEntries(ignored.map(({ facet }) => [facet, '']));
  return { filter: { ...filter, ...without }, ignored };
}

/** The choices of a facet that a row answers: its statuses and their classes, or the one value it has. */
function choicesOf(row: FilterRow, facet: Facet): readonly string[] {
  if (facet !== 'status') return [row[facet]];
  const statuses = row.status.split(' ').filter((status) => status !== '');
  return [...new Set([...statuses, ...statuses.map((status) => `${status.charAt(0)}xx`)])];
}

/** Whether a row passes the filter. */
export function passes(row: FilterRow, filter: TableFilter): boolean {
  return (
    FACETS.every((facet) => filter[facet] === '' || choicesOf(row, facet).includes(filter[facet])) &&
    fold(filter.q)
      .split(/\s+/u)
      .every((word) => row.q.includes(word))
  );
}

/** How many rows each choice of a facet would leave, the other fields staying as they are. */
export function facetCounts(
  rows: readonly FilterRow[],
  filter: TableFilter,
  facet: Facet,
): ReadonlyMap<string, number> {
  const others = { ...filter, [facet]: '' };
  const counts = new Map<string, number>();
  for (const row of rows.filter((each) => passes(each, others))) {
    for (const choice of choicesOf(row, facet)) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }
  return counts;
}
