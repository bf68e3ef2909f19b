import type { LineProblem, Report } from '../../../src/lib/problem.ts';
import { nothingFound, reportCodesElsewhere } from './left-out.ts';
import { readRows } from './rows.ts';
import { decodeLines } from './source-text.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';
import { findTables } from './tables.ts';

export type { Row } from './row.ts';

/** The rows of a document, and what could not be read. */
export interface Reading {
  /** The rows of all its tables of error codes, in the order of the document. */
  rows: Row[];
  /** In the order of lines. */
  problems: LineProblem[];
}

/**
 * Reads the error codes of a document of the vendor's family: extracts the rows
 * without validating them.
 *
 * @param bytes the document, Markdown with HTML tables or pipe tables, in UTF-8
 */
export function readDocument(bytes: Uint8Array): Reading {
  const problems: LineProblem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const lines = decodeLines(bytes, report);
  if (!lines) return { rows: [], problems };
  const tables = findTables(lines, report);
  const rows = readTables(tables, report);
  problems.sort((one, other) => one.line - other.line);
  return { rows, problems };
}

/** Rows of the tables of error codes; of a table that is none, of those inside its cells. */
function readTables(tables: readonly Table[], report: Report): Row[] {
  const rows: Row[] = [];
  const others: Table[] = [];
  let found = false;
  const pending = tables.toReversed();
  for (let table = pending.pop(); table; table = pending.pop()) {
    const read = readRows(table, report);
    if (read && !isStatusTable(read)) {
      found = true;
      for (const row of read) rows.push(row);
    } else {
      others.push(table);
      if (!read) for (const inner of tablesInside(table).reverse()) pending.push(inner);
    }
  }
  if (rows.length === 0) report(nothingFound(others, found));
  reportCodesElsewhere(rows, others, report);
  return rows;
}

/** A table whose column of codes holds nothing but HTTP statuses explains these, whatever its header says. */
const isStatusTable = (rows: readonly Row[]): boolean =>
  rows.length > 0 && rows.every(({ code }) => /^[1-5]\d{2}$/.test(code));

const tablesInside = (table: Table): Table[] =>
  table.rows.flatMap(({ cells }) =>
    cells.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece !== 'string')),
  );
