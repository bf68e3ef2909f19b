import { LONGEST_HEADER, meaningOf, meaningWithoutCode } from './columns.ts';
import type { Field } from '../../../src/schema/headers.ts';
import type { Report } from '../../../src/lib/problem.ts';
import { statusOf, type Row } from './row.ts';
import { cellText, hasText, type Cell, type Table, type TableRow } from './table.ts';

/** A cell and the columns it covers in one row: its own, or one that reaches down from a row above. */
interface PlacedCell {
  cell: Cell;
  /** First column, and the one behind the last. */
  from: number;
  to: number;
  /** How many rows below it still covers. */
  rowsLeft: number;
  /** Whether it begins in this row. */
  own: boolean;
}

/** Where the fields are, after a header row. */
interface Columns {
  fields: Map<Field, number>;
  /** Number of columns. */
  width: number;
}

/** A row with its cells in their columns, and the columns that the last header row named. */
interface PlacedRow {
  row: TableRow;
  cells: readonly PlacedCell[];
  columns: Columns | undefined;
  isHeader: boolean;
}

type Meaning = typeof meaningOf;

/**
 * Rows of a table of error codes.
 *
 * @returns undefined when the table is none: no header row names an error code
 */
export function readRows(table: Table, report: Report): Row[] | undefined {
  const meaning = meaningFor(table);
  if (!meaning) return undefined;
  const rows: Row[] = [];
  for (const placed of rowsUnder(table, meaning)) {
    const { row, cells, columns } = placed;
    if (!columns) {
      if (cells.length > 1) reportSkipped(row, report);
    } else if (isBody(placed)) {
      const read = readRow(row, cells, columns);
      rows.push(read);
      checkWidth(read, cells, columns, report);
    }
  }
  return rows;
}

/** The header dictionary under which a table has a column of error codes, if any. */
function meaningFor(table: Table): Meaning | undefined {
  if (rowsUnder(table, meaningOf).some(({ isHeader }) => isHeader)) return meaningOf;
  return holdsCodes(table) ? meaningWithoutCode : undefined;
}

/** What looks like an error code whatever its header: a name with a number of three digits, or a longer number. */
const SURELY_CODE = /^(?:[A-Za-z][\w.-]{0,100}\d{3}|\d{4,20})$/;

/** Whether all values below a header that may mean error codes look like some. */
function holdsCodes(table: Table): boolean {
  let found = false;
  for (const placed of rowsUnder(table, meaningWithoutCode)) {
    if (!placed.columns || !isBody(placed)) continue;
    const code = cellIn(placed.cells, placed.columns, 'code');
    if (!code || !SURELY_CODE.test(cellText(code.cell, 200))) return false;
    found = true;
  }
  return found;
}

function* rowsUnder(table: Table, meaning: Meaning): Generator<PlacedRow, undefined> {
  let columns: Columns | undefined;
  let isFirst = true;
  for (const [row, cells] of placeCells(table)) {
    const header = readHeader(meaning, row, cells, columns, isFirst);
    columns = header ?? columns;
    isFirst &&= header !== undefined || cells.length <= 1;
    yield { row, cells, columns, isHeader: header !== undefined };
  }
}

/** Whether a row below a header is more than a heading or an empty row. */
const isBody = ({ cells, columns, isHeader }: PlacedRow): boolean =>
  columns !== undefined && !isHeader && !isHeading(cells, columns) && cells.some(({ cell }) => hasText(cell));

function reportSkipped(row: TableRow, report: Report): void {
  if (row.cells.every(({ header }) => header)) return; // The upper part of a header in two rows.
  report({
    line: row.line,
    message: 'found a row above the header row of a table of error codes; expected the header first',
    hint: 'move the header row to the top of the table',
  });
}

/** Columns in which a cell may reach into the rows below; the family's tables have at most six. */
const MAX_SPANNING_COLUMNS = 50;

/** Rows of a table with the columns that each cell covers, those that span from rows above included. */
function* placeCells(table: Table): Generator<[TableRow, PlacedCell[]]> {
  let above: PlacedCell[] = [];
  let group = 0;
  for (const row of table.rows) {
    if (row.group !== group) above = [];
    group = row.group;
    const placed: PlacedCell[] = [];
    let column = 0;
    let next = 0;
    const takeSpanning = (): void => {
      for (let spanning = above[next]; spanning && spanning.from <= column; spanning = above[++next]) {
        placed.push({ ...spanning, rowsLeft: spanning.rowsLeft - 1, own: false });
        column = Math.max(column, spanning.to);
      }
    };
    for (const cell of row.cells) {
      takeSpanning();
      placed.push({ cell, from: column, to: column + cell.colspan, rowsLeft: cell.rowspan - 1, own: true });
      column += cell.colspan;
    }
    takeSpanning();
    for (; next < above.length; next++) {
      const spanning = above[next] as PlacedCell;
      placed.push({ ...spanning, rowsLeft: spanning.rowsLeft - 1, own: false });
    }
    yield [row, placed];
    above = placed.filter(({ rowsLeft, from }) => rowsLeft > 0 && from < MAX_SPANNING_COLUMNS);
  }
}

/**
 * The columns that a row names, if it is a header row: one of its cells is a header of error codes, and the document
 * marks the row as a header. In a row that is not marked a second known header has to be beside it, and it has to
 * be the table's first, or to repeat the header above. So `errorCode | String | 错误码` among the parameters of a
 * response is no header.
 */
function readHeader(
  meaningOfHeader: Meaning,
  row: TableRow,
  cells: readonly PlacedCell[],
  current: Columns | undefined,
  first: boolean,
): Columns | undefined {
  const best = new Map<Field, { rank: number; column: number }>();
  for (const { cell, from } of cells) {
    const meaning = meaningOfHeader(cellText(cell, LONGEST_HEADER + 1));
    const other = meaning && best.get(meaning.field);
    if (meaning && (!other || meaning.rank < other.rank)) {
      best.set(meaning.field, { rank: meaning.rank, column: from });
    }
  }
  const code = best.get('code');
  if (!code) return undefined;
  const marked = row.cells.length > 0 && row.cells.every(({ header }) => header);
  const isTitle = cells.length === 1 && widthOf(cells) > 1;
  const repeats = current ? current.fields.get('code') === code.column : first;
  if (isTitle || (!marked && (best.size < 2 || !repeats))) return undefined;
  return {
    fields: new Map([...best].map(([field, { column }]) => [field, column])),
    width: widthOf(cells),
  };
}

const widthOf = (cells: readonly PlacedCell[]): number =>
  cells.reduce((width, { to }) => Math.max(width, to), 0);

/** A row of one cell across the whole table is a heading between rows. */
const isHeading = (cells: readonly PlacedCell[], { width }: Columns): boolean =>
  cells.length === 1 && width > 1 && cells[0]?.from === 0 && cells[0].to >= width;

/** The cell of a row that covers the column of a field. */
function cellIn(cells: readonly PlacedCell[], { fields }: Columns, field: Field): PlacedCell | undefined {
  const column = fields.get(field);
  return column === undefined ? undefined : cells.find(({ from, to }) => from <= column && column < to);
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

function checkWidth(row: Row, cells: readonly PlacedCell[], { width }: Columns, report: Report): void {
  const found = widthOf(cells);
  if (found === width) return;
  report({
    line: row.line,
    code: row.code,
    message: `found a row of ${found} cells; expected ${width}, as many as the header has`,
    hint:
      found < width
        ? 'add the missing cell, or join the parts of a row that was broken in two'
        : 'remove the extra cell; in a pipe table, write \\| for a pipe that belongs to the text',
  });
}
