import { isBlankCell } from '../../../src/catalog/rows.ts';
import { cellIn, type Columns } from './header-row.ts';
import type { PlacedCell } from './placing.ts';
import { cellText, hasText } from './table.ts';

/** Words that a note begins with. */
const NOTE = /^(?:注|说明|备注|note|remark)(?:意|s)?[\s:：]/iu;

/** Text that is no code, not even one with a slip in it: Chinese, no digit, or four words and more. */
const WORDS = /\p{sc=Han}|^\D*$|\s\S+\s\S+\s/u;

/** The same for a text that stands where a code would: one word may be a code. */
const WORDS_FOR_CODE = /\p{sc=Han}|^\D*\s\D*$|\s\S+\s\S+\s/u;

/**
 * Whether a row below a header is words about the table, not a code of it: a heading across all columns, one text
 * across the columns of codes and of what they mean, the same in every column, or alone in a row where a code would be.
 */
export function isNote(cells: readonly PlacedCell[], columns: Columns): boolean {
  if (isHeading(cells, columns)) return true;
  const filled = cells.filter(({ cell }) => hasText(cell));
  const code = cellIn(cells, columns, 'code');
  const isIn = (fields: readonly ('description' | 'message' | 'solution')[], cell: unknown): boolean =>
    fields.some((field) => cellIn(cells, columns, field) === cell);
  if (code?.own && isIn(['description', 'message'], code)) return WORDS.test(cellText(code.cell, 200));
  if (!filled.some(({ own }) => own) || columns.width < 2) return false;
  const [only = '', ...others] = new Set(filled.map(({ cell }) => cellText(cell, 200)));
  if (NOTE.test(only) && others.every((text) => isBlankCell(text))) return true;
  if (others.length > 0) return false;
  if (cells.length < 2) return false; // A row that lost its other cells.
  if (filled.length > 1) return WORDS.test(only);
  if (isIn(['description', 'message', 'solution'], filled[0])) return false;
  return (filled[0] === code ? WORDS_FOR_CODE : WORDS).test(only);
}

/** A row of one cell across the whole table is a heading between rows. */
const isHeading = (cells: readonly PlacedCell[], { width }: Columns): boolean =>
  cells.length === 1 && width > 1 && cells[0]?.from === 0 && cells[0].to >= width;
