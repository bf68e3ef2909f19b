import type { CodeRow } from '../schema/codes.ts';

/** Whether a cell is empty or only has a placeholder such as a dash. */
export function isBlankCell(text: string): boolean {
  return /^(?:[-–—/]*|n\/a|none|无)$/iu.test(text);
}

/** Every HTTP status of a row. */
export function statusesOfRow({ status, statuses }: Pick<CodeRow, 'status' | 'statuses'>): readonly number[] {
  return statuses ?? (status === null ? [] : [status]);
}

/** The rows of each code, codes in the order of their first rows. */
export function rowsByCode<Row extends { readonly code: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ code }) => code);
}

/** Separates the texts of several rows. */
export const BETWEEN_ROWS = ' / ';

/**
 * One row for each code. Where a document lists a code several times, once for each cause, its statuses are put
 * together and its texts follow one another, each once; a code with a single row keeps it as it is.
 */
export function uniteRows<Row extends CodeRow>(rows: readonly Row[]): Row[] {
  return [...rowsByCode(rows).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [more.length === 0 ? first : united(first, more)],
  );
}

function united<Row extends CodeRow>(first: Row, more: readonly Row[]): Row {
  const rows = [first, ...more];
  const statuses = [...new Set(rows.flatMap(statusesOfRow))];
  const textOf = (field: 'description' | 'message' | 'solution' | 'module'): string | undefined => {
    const texts = rows.flatMap((row) => row[field] ?? []);
    return texts.length === 0 ? undefined : [...new Set(texts)].join(BETWEEN_ROWS);
  };
  const details = (['message', 'solution', 'module'] as const).flatMap((field) => {
    const text = textOf(field);
    return text === undefined ? [] : [[field, text] as const];
  });
  return {
    ...first,
    status: statuses[0] ?? null,
    ...(statuses.length > 1 ? { statuses } : {}),
    description: textOf('description') ?? first.description,
    ...Object.fromEntries(details),
  };
}

/** Whether the rows of a code have more than one status and one description. */
export function hasDetails(rows: readonly CodeRow[]): boolean {
  return (
    rows.length > 1 ||
    rows.some(
      ({ statuses, message, solution, module }) =>
        statuses !== undefined || [message, solution, module].some((text) => text !== undefined),
    )
  );
}
