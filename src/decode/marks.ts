import type { Span } from '../lib/span.ts';

/** A stretch of a text as it is shown: plain, marked, or left out. */
export type Segment =
  | { readonly kind: 'plain'; readonly text: string }
  /** `start`: its offset in the text. */
  | { readonly kind: 'mark'; readonly text: string; readonly start: number }
  | { readonly kind: 'omitted'; readonly length: number };

/** Texts up to this length, in UTF-16 units, are shown whole. */
const WHOLE = 20_000;
/** Of longer ones, so much is shown on either side of a mark. */
const CONTEXT = 160;
/** More marks than this are not shown; the list of results has them all. */
const MOST_MARKS = 300;

/** Sorted spans without overlaps; of two that overlap the earlier stays. */
function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

/** Cuts a text at its marks; of a long text only the surroundings of the marks are kept. */
export function markUp(text: string, spans: readonly Span[]): Segment[] {
  const marks = apart(spans).slice(0, MOST_MARKS);
  const context = text.length <= WHOLE ? text.length : CONTEXT;
  const segments: Segment[] = [];
  let shown = 0;
  const plainUntil = (end: number) => {
    if (end > shown) segments.push({ kind: 'plain', text: text.slice(shown, end) });
    shown = Math.max(shown, end);
  };
  const omitUntil = (start: number) => {
    if (start > shown) segments.push({ kind: 'omitted', length: start - shown });
    shown = Math.max(shown, start);
  };
  marks.forEach(({ start, end }, at) => {
    omitUntil(start - context);
    plainUntil(start);
    segments.push({ kind: 'mark', text: text.slice(start, end), start });
    shown = end;
    plainUntil(Math.min(end + context, marks[at + 1]?.start ?? text.length, text.length));
  });
  if (marks.length > 0) omitUntil(text.length);
  return segments;
}
