import { STATUS_CODES } from 'node:http';
import { isBlankCell } from '../../../src/catalog/rows.ts';
import { meaningOf, meaningWithoutCode } from './columns.ts';
import { cellIn, readHeader, type Columns, type Meaning } from './header-row.ts';
import { withLostSpans } from './lost-spans.ts';
import { isNote } from './notes.ts';
import { placeCells, widthOf, type PlacedCell } from './placing.ts';
import { isCodeLike, statusOf, type Row } from './row.ts';
import { cellText, hasText, type Table, type TableRow } from './table.ts';
import type { Field } from '../../../src/schema/headers.ts';
import { quote, type LineProblem } from '../../../src/lib/problem.ts';

/** What was read of a table of error codes. */
export interface TableReading {
  rows: Row[];
  problems: LineProblem[];
  /** What was left out on purpose; nothing has to be done about it. */
  notes: LineProblem[];
  /** The fields that the table has a column for, by the lines of its rows. */
  fieldsAt: Map<number, ReadonlySet<Field>>;
}

/** A row with its cells in their columns, and the columns that the last header row named. */
interface PlacedRow {
  row: TableRow;
  cells: readonly PlacedCell[];
  columns: Columns | undefined;
  isHeader: boolean;
}

/**
 * Reads a table of error codes.
 *
 * @returns undefined when the table is none: no header row names an error code
 */
export function readRows(table: Table): TableReading | undefined {
  const meaning = meaningFor(table);
  if (!meaning) return undefined;
  const reading: TableReading = { rows: [], problems: [], notes: [], fieldsAt: new Map() };
  const told = new Set<string>();
  let above: readonly PlacedCell[] = [];
  for (const placed of rowsUnder(table, meaning)) {
    const { row, columns } = placed;
    if (!columns) {
      if (placed.cells.length > 1) reportSkipped(row, reading.problems);
    } else if (isBody(placed) && !isNote(placed.cells, columns)) {
      tellUnread(columns, told, reading);
      const cells = withLostSpans(placed.cells, columns, above);
      if (cells !== placed.cells) reading.notes.push(filledFromAbove(row, cells));
      above = cells;
      addRow(readRow(row, cells, columns), cells, columns, reading);
    } else {
      if (isBody(placed)) reading.notes.push(noteAcross(placed));
      above = [];
    }
  }
  return reading;
}

function addRow(row: Row, cells: readonly PlacedCell[], columns: Columns, reading: TableReading): void {
  const misfit = widthProblem(row, cells, columns);
  if (misfit) reading.problems.push(misfit);
  reading.rows.push(misfit && !isCodeLike(row.code) ? { ...row, isDoubtful: true } : row);
  reading.fieldsAt.set(row.line, new Set(columns.fields.keys()));
}

const filledFromAbove = ({ line }: TableRow, cells: readonly PlacedCell[]): LineProblem => ({
  line,
  message: `found a row that lost the cells it shares with the row above; read ${cells
    .filter(({ own }) => !own)
    .map(({ cell }) => quote(cellText(cell)))
    .join(', ')} for it, too`,
  hint: 'the converter dropped a rowspan; compare the row with the vendor’s page',
});

const noteAcross = ({ row, cells }: PlacedRow): LineProblem => ({
  line: row.line,
  message: `found a note across the columns: ${quote(
    [...new Set(cells.map(({ cell }) => cellText(cell)))].filter((text) => !isBlankCell(text)).join(' '),
  )}; it is no row`,
  hint: 'nothing is to be done, unless it is one',
});

/** Says once which columns of a table are not read; without a description no row of it can become a page. */
function tellUnread(
  { fields, unread, isGuess, line }: Columns,
  told: Set<string>,
  reading: TableReading,
): void {
  const key = unread.join('|');
  const lacksText = isGuess || (!fields.has('description') && !fields.has('message'));
  if (told.has(key) || (unread.length === 0 && !lacksText)) return;
  told.add(key);
  const found = unread.map(quote).join(', ');
  const hint = 'if it matters, add the header to content/headers.yaml';
  if (!lacksText) {
    reading.notes.push({ line, message: `found columns that are not read: ${found}`, hint });
    return;
  }
  reading.problems.push({
    line,
    message: `found no column of descriptions${unread.length === 0 ? '' : `, and headers that are not read: ${found}`}; expected one that says what the codes mean`,
    hint: 'add the header of that column to content/headers.yaml, under the field `description`',
  });
}

/** The header dictionary under which a table has a column of error codes, if any. */
function meaningFor(table: Table): Meaning | undefined {
  if (rowsUnder(table, meaningOf).some(({ isHeader }) => isHeader)) return meaningOf;
  return holdsCodes(table) ? meaningWithoutCode : undefined;
}

/** What looks like an error code whatever its header: a name with a number of three digits, or a longer number. */
export const SURELY_CODE = /^(?:[A-Za-z][\w.-]{0,100}\d{3}|-?\d{4,20}|0x[\dA-Fa-f]{3,16})$/;

/** Values allowed among such codes: success (`0`, `0 = Success`, `OK`), small numbers, HTTP statuses, and the rest. */
const BESIDE_CODES =
  /^(?:(?:-?\d{1,3}|0x0+)(?:\s*[=:：（(-]\D*)?|ok|success|成功|others?|其[他它].{0,4}|\.{3,6}|…+)$/iu;

/** Whether the values below a header that may mean error codes look like some. */
function holdsCodes(table: Table): boolean {
  const values: { code: string; status: string }[] = [];
  for (const placed of rowsUnder(table, meaningWithoutCode)) {
    const { cells, columns } = placed;
    if (!columns || !isBody(placed) || isNote(cells, columns)) continue;
    const textOf = (field: Field): string => {
      const found = cellIn(cells, columns, field);
      return found ? cellText(found.cell, 200) : '';
    };
    values.push({ code: textOf('code'), status: textOf('status') });
  }
  const sure = values.filter(({ code }) => SURELY_CODE.test(code)).length;
  const others = values.filter(({ code }) => BESIDE_CODES.test(code)).length;
  return (
    (sure > 0 && sure === values.length) ||
    (sure > 1 && sure >= others && sure + others === values.length) ||
    (values.length > 0 && values.every(isNameBesideStatus) && !values.every(isReasonPhrase))
  );
}

/** `AccessDenied` beside `403 Forbidden`. */
const isNameBesideStatus = ({ code, status }: { code: string; status: string }): boolean =>
  /^[A-Za-z][\w.]{3,100}$/.test(code) && /^[1-5]\d{2}(?: |$)/.test(status);

/** `BadRequest` beside `400`: the status in words, and no code of its own. */
const isReasonPhrase = ({ code, status }: { code: string; status: string }): boolean =>
  code.toLowerCase() === STATUS_CODES[status.slice(0, 3)]?.replace(/[^A-Za-z]/g, '').toLowerCase();

function* rowsUnder(table: Table, meaning: Meaning): Generator<PlacedRow, undefined> {
  let columns: Columns | undefined;
  let isFirst = true;
  let above: readonly PlacedCell[] = [];
  for (const [row, cells] of placeCells(table)) {
    const header = readHeader(meaning, row, cells, columns, isFirst, above);
    columns = header ?? columns;
    isFirst &&= header !== undefined || cells.length <= 1;
    yield { row, cells, columns, isHeader: header !== undefined };
    above = row.cells.every((cell) => cell.header) ? cells : [];
  }
}

/** Whether a row below a header has anything in it. */
const isBody = ({ cells, columns, isHeader }: PlacedRow): boolean =>
  columns !== undefined && !isHeader && cells.some(({ cell }) => hasText(cell));

function reportSkipped(row: TableRow, problems: LineProblem[]): void {
  if (row.cells.every(({ header }) => header)) return; // The upper part of a header in two rows.
  problems.push({
    line: row.line,
    message: 'found a row above the header row of a table of error codes; expected the header first',
    hint: 'move the header row to the top of the table',
  });
}

function readRow(row: TableRow, cells: readonly PlacedCell[], columns: Columns): Row {
  const { fields } = columns;
  const textOf = (field: Field): string => {
    const placed = cellIn(cells, columns, field);
    return placed ? cellText(placed.cell) : '';
  };
  const code = cellIn(cells, columns, 'code');
  const read: Row = {
    line: code?.own ? code.cell.line : (row.cells[0]?.line ?? row.line),
    status: statusOf(textOf('status')),
    code: textOf('code'),
    description: textOf(fields.has('description') ? 'description' : 'message'),
  };
  for (const field of ['message', 'solution', 'module'] as const) {
    if (fields.has(field)) read[field] = textOf(field);
  }
  return read;
}

function widthProblem(row: Row, cells: readonly PlacedCell[], { width }: Columns): LineProblem | undefined {
  const found = widthOf(cells);
  if (found === width) return undefined;
  return {
    line: row.line,
    code: row.code,
    message: `found a row of ${found} ${found === 1 ? 'cell' : 'cells'}; expected ${width}, as many as the header has`,
    hint:
      found < width
        ? 'add the missing cell, or join the parts of a row that was broken in two'
        : 'remove the extra cell; in a pipe table, write \\| for a pipe that belongs to the text',
  };
}
