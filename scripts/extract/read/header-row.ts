import { isForeign, LONGEST_HEADER, type meaningOf } from './columns.ts';
import { widthOf, type PlacedCell } from './placing.ts';
import { cellText, type TableRow } from './table.ts';
import type { Field } from '../../../src/schema/headers.ts';

export type Meaning = typeof meaningOf;

/** Where the fields are, after a header row. */
export interface Columns {
  fields: Map<Field, number>;
  /** Number of columns. */
  width: number;
  /** 1-based line of the header row. */
  line: number;
  /** Headers of the columns that are not read: unknown ones, and second ones of a meaning. */
  unread: string[];
}

interface NamedColumn {
  column: number;
  header: string;
  rank: number;
}

/** Added to the rank of a header that names a language other than the document's. */
const FOREIGN = 2000;

/**
 * The columns that a row names, if it is a header row: one of its cells is a header of error codes, and the document
 * marks the row as a header. In a row that is not marked a second known header has to be beside it, and it has to
 * be the table's first, or to repeat the header above. So `errorCode | String | 错误码` among the parameters of a
 * response is no header.
 *
 * @param above the row above, where the document marks it as a header, too
 */
export function readHeader(
  meaningOfHeader: Meaning,
  row: TableRow,
  cells: readonly PlacedCell[],
  current: Columns | undefined,
  first: boolean,
  above: readonly PlacedCell[],
): Columns | undefined {
  const named = namedColumns(meaningOfHeader, cells, above);
  const best = new Map<Field, NamedColumn>();
  for (const { field, ...column } of named) {
    const other = field && best.get(field);
    if (field && (!other || column.rank < other.rank)) best.set(field, column);
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
    line: row.line,
    unread: named
      .filter(
        ({ header, column }) => header !== '' && ![...best.values()].some((each) => each.column === column),
      )
      .map(({ header }) => header),
  };
}

/** What the cells of a row mean as headers. */
function namedColumns(
  meaningOfHeader: Meaning,
  cells: readonly PlacedCell[],
  above: readonly PlacedCell[],
): (NamedColumn & { field?: Field })[] {
  const headers = cells.map((placed) => headerText(meaningOfHeader, placed, above));
  const isChinese = headers.some(
    (header) => meaningOfHeader(header)?.field === 'code' && /\p{sc=Han}/u.test(header),
  );
  return cells.map(({ from: column }, index) => {
    const header = headers[index] ?? '';
    const { field, rank = 0 } = meaningOfHeader(header) ?? {};
    const isOther = isForeign(header, isChinese ? 'zh' : 'en');
    return { column, header, rank: rank + (isOther ? FOREIGN : 0), ...(field && { field }) };
  });
}

/** Text of a header cell; below a header of several columns with both: 描述 over 中文 is 描述(中文). */
function headerText(
  meaningOfHeader: Meaning,
  { cell, from, own }: PlacedCell,
  above: readonly PlacedCell[],
): string {
  const text = cellText(cell, LONGEST_HEADER + 1);
  if (!own || meaningOfHeader(text)) return text;
  const upper = above.find((each) => each.to - each.from > 1 && each.from <= from && from < each.to);
  return upper ? `${cellText(upper.cell, LONGEST_HEADER + 1)}(${text})` : text;
}

/** The cell of a row that covers the column of a field. */
export function cellIn(
  cells: readonly PlacedCell[],
  { fields }: Columns,
  field: Field,
): PlacedCell | undefined {
  const column = fields.get(field);
  return column === undefined ? undefined : cells.find(({ from, to }) => from <= column && column < to);
}
