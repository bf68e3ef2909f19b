import type { LineProblem, Report } from '../../../src/lib/problem.ts';
import type { Field } from '../../../src/schema/headers.ts';
import { nothingFound, reportCodesElsewhere, unrecognised } from './left-out.ts';
import { readRows, type TableReading } from './rows.ts';
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
  /** What was left out on purpose, or read in spite of a flaw, in the order of lines. */
  notes: LineProblem[];
  /** The fields that the table of a row has a column for, by the row's line. */
  fieldsAt: ReadonlyMap<number, ReadonlySet<Field>>;
}

/**
 * Reads the error codes of a document of the vendor's family: extracts the rows
 * without validating them.
 *
 * @param bytes the document, Markdown with HTML tables or pipe tables, in UTF-8
 */
export function readDocument(bytes: Uint8Array): Reading {
  const reading: TableReading = { rows: [], problems: [], notes: [], fieldsAt: new Map() };
  const report: Report = (problem) => reading.problems.push(problem);
  const lines = decodeLines(bytes, report);
  if (!lines) return reading;
  readTables(findTables(lines, report), reading);
  for (const list of [reading.problems, reading.notes]) list.sort((one, other) => one.line - other.line);
  return reading;
}

/** Rows of the tables of error codes; of a table that is none, of those inside its cells. */
function readTables(tables: readonly Table[], reading: TableReading): void {
  const others: Table[] = [];
  let found = false;
  const pending = tables.toReversed();
  for (let table = pending.pop(); table; table = pending.pop()) {
    const read = readRows(table);
    if (read && !isOtherTable(read.rows)) {
      found = true;
      add(reading, read);
    } else {
      others.push(table);
      if (!read) for (const inner of tablesInside(table).reverse()) pending.push(inner);
    }
  }
  const report: Report = (problem) => reading.problems.push(problem);
  if (reading.rows.length === 0) report(nothingFound(others, found));
  const told = reportCodesElsewhere(reading.rows, others, report);
  if (reading.rows.length > 0)
    reading.notes.push(...unrecognised(others.filter((table) => !told.has(table))));
}

function add(reading: TableReading, { rows, problems, notes, fieldsAt }: TableReading): void {
  for (const row of rows) reading.rows.push(row);
  for (const problem of problems) reading.problems.push(problem);
  for (const note of notes) reading.notes.push(note);
  for (const [line, fields] of fieldsAt) reading.fieldsAt.set(line, fields);
}

/** `404`, `404 Not Found` */
const STATUS = /^[1-5]\d{2}(?: [A-Za-z][A-Za-z' -]*)?$/;

/** A sentence: four words or more, or Chinese punctuation. */
const SENTENCE = /^\p{L}+(?:[ ,]+[\p{L}'-]+){3}|[\u3002\uff0c\uff1b]/u;

/**
 * A table whose column of codes holds nothing but HTTP statuses or sentences explains these, whatever its header says.
 */
const isOtherTable = (rows: readonly Row[]): boolean =>
  rows.length > 0 && [STATUS, SENTENCE].some((form) => rows.every(({ code }) => form.test(code)));

const tablesInside = (table: Table): Table[] =>
  table.rows.flatMap(({ cells }) =>
    cells.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece !== 'string')),
  );
