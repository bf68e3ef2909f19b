/** A row of a table of error codes as found in the document, not yet validated. */
export interface Row {
  /** 1-based line of the code; of a code that spans several rows, the line of this row. */
  line: number;
  /**
   * The HTTP status where the cell holds one, with or without its reason phrase (`400`, `400 Bad Request`); else what
   * the cell holds (`400/404/500`); null where it is empty or the table has no such column.
   */
  status: number | string | null;
  code: string;
  /** Text of the description column; where the table has none, the error message; else empty. */
  description: string;
  /** The columns below only where the table has them. */
  message?: string;
  solution?: string;
  module?: string;
  /** Whether its cells do not fit the columns and what stands for its code is none: it takes a person to tell its fields. */
  isDoubtful?: true;
}

/** Whether a text has the form of a code of the family, with or without a number in it. */
export const isCodeLike = (text: string): boolean =>
  /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/.test(text) && !/^[1-5]\d{2}$/.test(text);

/** The number in `400`, `400 Bad Request`, `HTTP 400 Bad Request` and `Bad Request (400)`; NaN for anything else. */
function statusIn(text: string): number {
  const inFront = /^(?:HTTP )?([1-9]\d{2})(?: [A-Za-z][A-Za-z' -]*)?$/.exec(text);
  const behind = inFront ?? /^[A-Za-z][A-Za-z' -]*\(([1-9]\d{2})\)$/.exec(text);
  return Number(behind?.[1]);
}

/**
 * Text of a status cell as `Row.status` holds it.
 */
export function statusOf(text: string): number | string | null {
  if (text === '') return null;
  const single = statusIn(text);
  return Number.isNaN(single) ? text : single;
}

/** HTTP statuses of a status cell; undefined when it holds anything else. RFC 9110, section 15: 100 to 599. */
export function statusesOf(status: Row['status']): number[] | undefined {
  const parts = String(status).split(/\s*(?:[/、,，;；|]|或|和|\bor\b|\band\b)\s*|\s+(?=\d)/);
  const statuses = parts.map((part) => statusIn(part));
  return statuses.every((status) => status >= 100 && status <= 599) ? statuses : undefined;
}
