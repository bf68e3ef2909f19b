import type { Columns } from './header-row.ts';
import type { PlacedCell } from './placing.ts';
import { isCodeLike, statusesOf } from './row.ts';
import { cellText, hasText } from './table.ts';

/** Widest table in which cells are looked for: the family's tables have at most six columns. */
const MOST_COLUMNS = 10;

/**
 * The cells of a row with those of the row above in the places where a converter dropped the cells that span both: pipe
 * tables have no rowspans. A converter may also have filled the row with empty cells at its end.
 *
 * @param cells the row's own cells, too few for the header
 * @param above the row above under the same header, empty where there is none
 * @returns the same cells where the row is whole, or where its code and status fit no other columns either
 */
export function withLostSpans(
  cells: readonly PlacedCell[],
  columns: Columns,
  above: readonly PlacedCell[],
): readonly PlacedCell[] {
  const isPlaced = isCodeLike(textAt(cells, columns, 'code'));
  const own = isPlaced ? cells : withoutEmptyEnd(cells);
  const isSimple = [own, above].every((row) => row.every(({ from }, index) => from === index));
  const missing = columns.width - own.length;
  if (missing <= 0 || !isSimple || above.length !== columns.width || columns.width > MOST_COLUMNS)
    return cells;
  if (own.some((cell) => !cell.own) || fits(own, columns, above)) return cells;
  for (const lost of choices(columns.width, missing)) {
    const filled = fill(own, above, lost);
    // One cell alone, without a code, may as well be a note.
    const isTold = own.length > 1 || !lost.includes(columns.fields.get('code') ?? -1);
    if (isTold && fits(filled, columns, above)) return filled;
  }
  return cells;
}

const withoutEmptyEnd = (cells: readonly PlacedCell[]): readonly PlacedCell[] =>
  cells.slice(0, cells.findLastIndex(({ cell }) => hasText(cell)) + 1);

/** Sets of so many columns, those furthest left first: what spans rows mostly stands there. */
function* choices(width: number, count: number, from = 0): Generator<number[], undefined> {
  if (count === 0) yield [];
  else
    for (let column = from; column <= width - count; column++)
      for (const rest of choices(width, count - 1, column + 1)) yield [column, ...rest];
}

/** The cells in the columns that are not lost, and those of the row above in the lost ones. */
function fill(
  cells: readonly PlacedCell[],
  above: readonly PlacedCell[],
  lost: readonly number[],
): PlacedCell[] {
  const own = [...cells];
  return above.map((upper, from) =>
    lost.includes(from)
      ? { ...upper, own: false }
      : { ...(own.shift() as PlacedCell), from, to: from + 1, own: true },
  );
}

/** Whether the column of codes has a code, built as the one above is, and that of statuses a status. */
function fits(cells: readonly PlacedCell[], columns: Columns, above: readonly PlacedCell[]): boolean {
  const code = textAt(cells, columns, 'code');
  const hasCode = isCodeLike(code) && /\d/.test(code) === /\d/.test(textAt(above, columns, 'code'));
  const hasStatus =
    !columns.fields.has('status') || statusesOf(textAt(cells, columns, 'status')) !== undefined;
  return hasCode && hasStatus;
}

/** Text of a row without cells that cover several columns. */
function textAt(cells: readonly PlacedCell[], { fields }: Columns, field: 'code' | 'status'): string {
  const placed = cells[fields.get(field) ?? -1];
  return placed ? cellText(placed.cell, 200) : '';
}
