import type { Span } from '../lib/span.ts';

/** Maximum distance between a code and its message in any known body. */
const NEAR = 400;
/** One object of JSON (its fields may be on separate lines), or one line of a log. */
const ONE_BODY = /^[^{}\n]*(?:\n\s*\\?"[^{}\n]*)*$/u;

/** Whether a code and a printed text belong together: nothing between them begins another object or line. */
export function inSameBody(text: string, one: Span, other: Span): boolean {
  const from = Math.min(one.end, other.end);
  const to = Math.max(one.start, other.start);
  return to <= from || (to - from <= NEAR && ONE_BODY.test(text.slice(from, to)));
}

const SHORT = 2;

/**
 * Whether a printed text stands by itself. Two words such as `Internal error` stand in any prose;
 * they are a message where they fill a field or the end of a line.
 */
export function standsAsField(text: string, { start, end }: Span): boolean {
  if (text.slice(start, end).split(/[^A-Za-z0-9]+/u).length > SHORT) return true;
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 3);
  return (
    /(?:^|["'“:：=>([\n])[ \t]*$/u.test(before) && /^[.!。]?[ \t]*(?:$|[\\"'”,，;；)\]}<\r\n])/u.test(after)
  );
}
