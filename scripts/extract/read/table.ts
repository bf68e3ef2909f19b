/** A table of a document, its columns not yet interpreted. */
export interface Table {
  /** 1-based line on which it begins. */
  line: number;
  rows: TableRow[];
}

export interface TableRow {
  /** 1-based line of the row's first text, or of the row where it has none. */
  line: number;
  cells: Cell[];
  /** Number of the row group (thead, tbody, tfoot) the row is in; a rowspan ends with its group. */
  group: number;
}

export interface Cell {
  /** The cell's text in pieces, and the tables inside the cell, in document order. */
  pieces: (string | Table)[];
  /** 1-based line on which the cell's text begins, or the cell where it has none. */
  line: number;
  /** Whether the document marks it as a header (a `<th>`, or a cell of a pipe table's first row). */
  header: boolean;
  colspan: number;
  rowspan: number;
}

/**
 * Text of a cell: its pieces joined, white space of any kind and length as one space, none at the ends.
 *
 * @param limit where to stop reading, in characters; a table inside the cell can be of any depth and size
 */
export function cellText(cell: Cell, limit = Infinity): string {
  const pieces: string[] = [];
  let length = 0;
  const pending: (string | Table)[] = cell.pieces.toReversed();
  while (pending.length > 0 && length < limit) {
    const piece = pending.pop();
    if (typeof piece === 'string') {
      pieces.push(piece);
      length += piece.length;
    } else if (piece) {
      for (const row of piece.rows.toReversed()) {
        for (const inner of row.cells.toReversed()) {
          pending.push(' ');
          for (const part of inner.pieces.toReversed()) pending.push(part);
          pending.push(' '); // Counts towards the limit, so that no depth of empty tables outlasts it.
        }
      }
    }
  }
  return pieces.join('').replace(/\s+/g, ' ').trim();
}

/** Whether a cell has anything but white space. */
export const hasText = (cell: Cell): boolean =>
  cell.pieces.some((piece) => typeof piece !== 'string' || piece.trim() !== '');
