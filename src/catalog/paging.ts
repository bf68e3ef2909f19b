import type { CodeEntry } from './entry.ts';

/** Rows of a table on one page; compressed, so many weigh 15 KB. */
export const ROWS_ON_A_PAGE = 1000;

/** One page of a list of codes. */
export interface ListPage {
  /** Counted from 1. */
  readonly number: number;
  /** How many pages the list has. */
  readonly count: number;
  readonly entries: readonly CodeEntry[];
}

/** Cuts a list into pages; an empty list has one, too. */
export function pagesOf(entries: readonly CodeEntry[]): ListPage[] {
  const count = Math.max(1, Math.ceil(entries.length / ROWS_ON_A_PAGE));
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    count,
    entries: entries.slice(index * ROWS_ON_A_PAGE, (index + 1) * ROWS_ON_A_PAGE),
  }));
}
