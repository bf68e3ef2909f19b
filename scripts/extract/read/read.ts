import { STATUS_CODES } from 'node:http';
import { isBlankCell } from '../../../src/catalog/rows.ts';
import { quote, type LineProblem, type Report } from '../../../src/lib/problem.ts';
import type { Field } from '../../../src/schema/headers.ts';
import { nothingFound, reportCodesElsewhere, unrecognised } from './left-out.ts';
import { readRows, type TableReading } from './rows.ts';
import { decodeLines } from './source-text.ts';
import { statusesOf, type Row } from './row.ts';
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
  const misnamed: LineProblem[] = [];
  let found = false;
  const pending = tables.toReversed();
  for (let table = pending.pop(); table; table = pending.pop()) {
    const read = readRows(table);
    const misnomer = read && misnomerOf(read.rows);
    if (misnomer) misnamed.push(misnomer);
    else if (read) {
      found = true;
      add(reading, read);
    } else {
      others.push(table);
      for (const inner of tablesInside(table).reverse()) pending.push(inner);
    }
  }
  if (reading.rows.length > 0) {
    const told = reportCodesElsewhere(reading.rows, others, (problem) => reading.problems.push(problem));
    reading.notes.push(...misnamed, ...unrecognised(others, reading.rows, told));
  } else if (misnamed.length > 0) reading.problems.push(...misnamed);
  else reading.problems.push(nothingFound(others, found));
}

function add(reading: TableReading, { rows, problems, notes, fieldsAt }: TableReading): void {
  for (const row of rows) reading.rows.push(row);
  for (const problem of problems) reading.problems.push(problem);
  for (const note of notes) reading.notes.push(note);
  for (const [line, fields] of fieldsAt) reading.fieldsAt.set(line, fields);
}

/** `404 Not Found`, `HTTP 404`, `404（未找到）`, `4xx`, `400、401`, `500-599` */
const STATUS =
  /^(?:HTTP(?:\/\d(?:\.\d)?)?[ _-]?)?[1-5](?:\d\d|xx)(?:\s*(?:[-~～–、,，;/]|至|到|和|或|and|or)\s*[1-5](?:\d\d|xx))*(?:[\s:：(（.-]\D*)?$/iu;

/** A sentence: four words or more, or Chinese punctuation. */
const SENTENCE = /^\p{L}+(?:[ ,]+[\p{L}'-]+){3}|[\u3002\uff0c\uff1b]/u;

const PHRASES = new Set(Object.values(STATUS_CODES).map((phrase) => phrase?.toLowerCase()));

/** What a column of codes may hold that are none; the words of a status are some where they are not one only. */
const NO_CODES: readonly [name: string, isOne: (code: string) => boolean][] = [
  ['HTTP statuses', (code) => STATUS.test(code) || statusesOf(code) !== undefined],
  ['HTTP statuses', (code) => PHRASES.has(code.toLowerCase()) && code.includes(' ')],
  ['sentences', (code) => SENTENCE.test(code)],
];

/**
 * A table whose column of codes holds nothing but HTTP statuses or sentences explains these, whatever its header says.
 *
 * @returns what to say of it; undefined for any other
 */
function misnomerOf(rows: readonly Row[]): LineProblem | undefined {
  const named = rows.filter(({ code }) => !isBlankCell(code));
  const [first] = named;
  const kind = first && NO_CODES.find(([, isOne]) => named.every(({ code }) => isOne(code)));
  return (
    kind && {
      line: first.line,
      message: `found ${kind[0]} under a header of error codes, such as ${quote(first.code)}; its table was not read, expected codes`,
      hint: 'nothing is to be done where the document explains statuses; else this may be the wrong document',
    }
  );
}

const tablesInside = (table: Table): Table[] =>
  table.rows.flatMap(({ cells }) =>
    cells.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece !== 'string')),
  );
