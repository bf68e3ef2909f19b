import type { Cell, Table, TableRow } from './table.ts';

/** A cell and the columns it covers in one row: its own, or one that reaches down from a row above. */
export interface PlacedCell {
  cell: Cell;
  /** First column, and the one behind the last. */
  from: number;
  to: number;
  /** How many rows below it still covers. */
  rowsLeft: number;
  /** Whether it begins in this row. */
  own: boolean;
}

/** Columns in which a cell may reach into the rows below; the family's tables have at most six. */
const MAX_SPANNING_COLUMNS = 50;

/** Rows of a table with the columns that each cell covers, those that span from rows above included. */
export function* placeCells(table: Table): Generator<[TableRow, PlacedCell[]]> {
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

/** Number of columns that the cells of a row reach over. */
export const widthOf = (cells: readonly PlacedCell[]): number =>
  cells.reduce((width, { to }) => Math.max(width, to), 0);
