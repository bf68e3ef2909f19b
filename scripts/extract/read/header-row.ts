import { languageOf, LONGEST_HEADER, type Language, type meaningOf } from './columns.ts';
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
  /** Whether the column of descriptions was taken for one only because its header is the one that is left. */
  isGuess: boolean;
}

interface NamedColumn {
  column: number;
  header: string;
  rank: number;
  field?: Field | undefined;
  /** The language that the header names. */
  language: Language | undefined;
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
  for (const each of named) {
    const other = each.field && best.get(each.field);
    if (each.field && (!other || each.rank < other.rank)) best.set(each.field, each);
  }
  const code = best.get('code');
  if (!code) return undefined;
  const marked = row.cells.length > 0 && row.cells.every(({ header }) => header);
  const isTitle = cells.length === 1 && widthOf(cells) > 1;
  const repeats = current ? current.fields.get('code') === code.column : first;
  if (isTitle || (!marked && (best.size < 2 || !repeats))) return undefined;
  const fields = new Map([...best].map(([field, { column }]) => [field, column]));
  const read = new Set(fields.values());
  const unread = named.filter(({ header, column }) => header !== '' && !read.has(column));
  const [only, second] = unread;
  const isTextless = !best.has('description') && !best.has('message');
  const left = isTextless && second === undefined && only?.field === undefined ? only : undefined;
  if (left) fields.set('description', left.column);
  return {
    fields,
    width: widthOf(cells),
    line: row.line,
    unread: unread.map(({ header }) => header),
    isGuess: left !== undefined,
  };
}

/** What the cells of a row mean as headers. */
function namedColumns(
  meaningOfHeader: Meaning,
  cells: readonly PlacedCell[],
  above: readonly PlacedCell[],
): NamedColumn[] {
  const columns = cells.map((placed): NamedColumn => {
    const header = headerText(meaningOfHeader, placed, above);
    const { field, rank = 0 } = meaningOfHeader(header) ?? {};
    return { column: placed.from, header, rank, field, language: languageOf(header) };
  });
  const code = columns.find(({ field }) => field === 'code')?.header ?? '';
  // The name of a field of the response is in no language.
  const isName = /^[A-Za-z]+(?:_|(?<=[a-z])[A-Z])\w+$/.test(code);
  const spoken = isName ? columns.map(({ header }) => header).join(' ') : code;
  return inLanguage(columns, /\p{sc=Han}/u.test(spoken) ? 'zh' : 'en');
}

/**
 * Of columns in two languages, that in the document's is the description. The English one of a Chinese document is
 * what the response says; the Chinese one of an English document is not read beside an English one.
 */
function inLanguage(columns: readonly NamedColumn[], own: Language): NamedColumn[] {
  const isForeign = ({ language }: NamedColumn): boolean => language !== undefined && language !== own;
  const isText = ({ field }: NamedColumn): boolean => field === 'description' || field === 'message';
  const natives = columns.filter((each) => isText(each) && !isForeign(each));
  const hasDescription = natives.some(({ field }) => field === 'description');
  /** Whether a column holds what the codes mean; that of an unknown header may, if it names its language. */
  const mayBeText = (each: NamedColumn): boolean =>
    isText(each) || (each.field === undefined && each.language !== undefined && !hasDescription);
  const isBilingual = columns.some((each) => isForeign(each) && mayBeText(each));
  const fieldOf = (each: NamedColumn): Field | undefined => {
    if (each.language === undefined || !mayBeText(each)) return each.field;
    if (!isForeign(each))
      return each.field === undefined || (own === 'zh' && isBilingual) ? 'description' : each.field;
    if (own === 'zh') return 'message';
    return natives.length > 0 ? undefined : each.field;
  };
  return columns.map((each) => ({
    ...each,
    field: fieldOf(each),
    rank: each.rank + (isForeign(each) ? FOREIGN : 0),
  }));
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
