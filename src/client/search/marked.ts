import { element } from '../dom.ts';

/** Where a needle ends in a text; a Latin needle is the stem of a word and ends with the word. */
function endOf(text: string, needle: string, at: number): number {
  const end = at + needle.length;
  const rest = /[a-z]$/u.test(needle) ? /^[a-z]*/u.exec(text.slice(end))?.[0] : '';
  return end + (rest?.length ?? 0);
}

/** The text with the needles marked, in any case. */
export function marked(text: string, needles: readonly string[]): DocumentFragment {
  const isMarked = new Array<boolean>(text.length).fill(false);
  const lower = text.toLowerCase();
  for (const needle of needles) {
    for (let at = lower.indexOf(needle); at >= 0; at = lower.indexOf(needle, at + 1)) {
      isMarked.fill(true, at, endOf(lower, needle, at));
    }
  }
  const fragment = document.createDocumentFragment();
  for (let start = 0, end = 0; start < text.length; start = end) {
    while (end < text.length && isMarked[end] === isMarked[start]) end++;
    const part = text.slice(start, end);
    fragment.append(isMarked[start] ? element('mark', {}, part) : part);
  }
  return fragment;
}
