import { LONGEST_HEADER, meaningOf } from './columns.ts';
import type { Row } from './row.ts';
import { SURELY_CODE } from './rows.ts';
import { cellText, type Table } from './table.ts';
import { quote, type LineProblem, type Report } from '../../../src/lib/problem.ts';

/**
 * Reports tables that hold codes like those of the document but have no header for them, e.g. where a long table was
 * cut in two.
 *
 * @returns the tables that it reported
 */
export function reportCodesElsewhere(
  rows: readonly Row[],
  others: readonly Table[],
  report: Report,
): ReadonlySet<Table> {
  const told = new Set<Table>();
  const listed = new Set(rows.map(({ code }) => code));
  const stems = new Set(rows.map(({ code }) => stemOf(code)));
  stems.delete('');
  for (const table of others) {
    const { line, rows: otherRows } = table;
    const texts = otherRows.flatMap(({ cells }) => cells.map((cell) => cellText(cell, LONGEST_CODE + 1)));
    const isStray = (text: string): boolean => stems.has(stemOf(text)) && !listed.has(text);
    const [stray, second] = texts.filter(isStray);
    if (stray === undefined || second === undefined) continue; // One alone is an example among parameters.
    told.add(table);
    report({
      line,
      code: stray,
      message: `found ${quote(stray)} in a table without a column of error codes; expected a header for it`,
      hint: 'give the table a header row; if it continues the table above, repeat the header there',
    });
  }
  return told;
}

/** Headers that speak of codes or errors. */
const ABOUT_CODES = /码|编号|代号|错误|异常|故障|code|error|exception|fault/i;

/** A name as some documents have for codes; under a header that speaks of them. */
const NAME = /^[A-Za-z][\w.-]{3,}$/;

/**
 * Notes about tables that seem to list error codes under a header that is not known.
 *
 * @param rows what was read of other tables
 * @param told the tables of which something is said already
 */
export function unrecognised(
  others: readonly Table[],
  rows: readonly Row[],
  told: ReadonlySet<Table>,
): LineProblem[] {
  const listed = new Set(rows.map(({ code }) => code));
  return others.flatMap((table) => {
    const found = told.has(table) ? undefined : columnOfCodes(table, listed);
    if (found === undefined) return [];
    return [
      {
        line: table.line,
        message: `found a table that was not read, though it may list error codes under ${quote(found)}`,
        hint: 'if it does, add the header to content/headers.yaml, under the field `code`',
      },
    ];
  });
}

/** Header of a table's column of nothing but what looks like codes, other ones than those of other tables. */
function columnOfCodes({ rows: [header, ...rows] }: Table, listed: ReadonlySet<string>): string | undefined {
  const headers = header?.cells.map((cell) => cellText(cell, LONGEST_HEADER)) ?? [];
  const hasStatus = headers.some((text) => meaningOf(text)?.field === 'status');
  const isParameters = headers.some((text) => PARAMETER.test(text));
  return headers.find((text, index) => {
    const values = rows
      .flatMap(({ cells }) => cells[index] ?? [])
      .map((cell) => cellText(cell, LONGEST_CODE));
    const isName = (value: string): boolean => ABOUT_CODES.test(text) && !hasStatus && NAME.test(value);
    return (
      !isParameters &&
      values.some((value) => !listed.has(value)) &&
      values.every((value) => SURELY_CODE.test(value) || isName(value))
    );
  });
}

/** A header of a table that explains the parts of a request or a response. */
const PARAMETER = /参数|元素|是否必选|parameter|element|mandatory|required/i;

const LONGEST_CODE = 100;

/** What a code of dots and digits begins with: `SVCSTG.SWR.` of `SVCSTG.SWR.4001048`; empty for any other text. */
const stemOf = (code: string): string =>
  code.length > LONGEST_CODE ? '' : (/^([A-Za-z][\w.-]*[._-])\d{3,}$/.exec(code)?.[1] ?? '');

/**
 * What to say of a document that gave no row.
 *
 * @param tables its tables that are none of error codes
 * @param found whether it has a table of error codes at all
 */
export function nothingFound(tables: readonly Table[], found: boolean): LineProblem {
  if (found) {
    return {
      line: 1,
      message: 'found a table of error codes without rows; expected a row for each code',
      hint: 'the document may be cut off: get the whole of it',
    };
  }
  const headers = tables
    .slice(0, 10)
    .map(
      ({ line, rows }) =>
        `line ${line}: ${quote(rows[0]?.cells.map((cell) => cellText(cell, LONGEST_HEADER)).join(' | ') ?? '')}`,
    );
  const seen =
    tables.length === 0
      ? 'no table'
      : `${tables.length} ${tables.length === 1 ? 'table' : 'tables'} (${headers.join('; ')})`;
  return {
    line: tables[0]?.line ?? 1,
    message: `found ${seen}; expected a table with a column of error codes (错误码, 错误代码, Error Code …)`,
    hint: 'this may be the wrong document; if a header is new, add it to content/headers.yaml',
  };
}
