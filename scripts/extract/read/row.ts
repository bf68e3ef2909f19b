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
}

/**
 * Text of a status cell as `Row.status` holds it.
 */
export function statusOf(text: string): number | string | null {
  if (text === '') return null;
  const single = /^([1-9]\d{2})(?: [A-Za-z][A-Za-z' -]*)?$/.exec(text);
  return single ? Number(single[1]) : text;
}
