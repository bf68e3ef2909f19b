import type { Columns } from './header-row.ts';
import { widthOf, type PlacedCell } from './placing.ts';
import { statusesOf } from './row.ts';
import { cellText } from './table.ts';

/** A code with a number in it, as the family builds them. */
const NUMBERED_CODE = /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/;

/**
 * The cells of a row with those of the row above in front of them, where a converter dropped the cells that span both:
 * pipe tables have no rowspans.
 *
 * @param cells the row's own cells, too few for the header
 * @param above the row above under the same header, empty where there is none
 * @returns the same cells where the row is whole, or where its code and status would not fit further right either
 */
export function withLostSpans(
  cells: readonly PlacedCell[],
  columns: Columns,
  above: readonly PlacedCell[],
): readonly PlacedCell[] {
  const missing = columns.width - widthOf(cells);
  if (missing <= 0 || above.length === 0 || cells.some(({ own }) => !own)) return cells;
  const filled = above.filter(({ to }) => to <= missing).map((cell) => ({ ...cell, own: false }));
  const moved = cells.map((cell) => ({ ...cell, from: cell.from + missing, to: cell.to + missing }));
  const result = [...filled, ...moved];
  return widthOf(filled) === missing && !fits(cells, columns) && fits(result, columns) ? result : cells;
}

/** Whether the column of codes has a code, and that of statuses a status. */
function fits(cells: readonly PlacedCell[], { fields }: Columns): boolean {
  const textAt = (field: 'code' | 'status'): string => {
    const column = fields.get(field) ?? -1;
    const placed = cells.find(({ from, to }) => from <= column && column < to);
    return placed ? cellText(placed.cell, 200) : '';
  };
  const code = textAt('code');
  const hasCode = NUMBERED_CODE.test(code) && /\d/.test(code) && !/^\d{3}$/.test(code);
  return hasCode && (!fields.has('status') || statusesOf(textAt('status')) !== undefined);
}
