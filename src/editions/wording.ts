import { diffArrays } from 'diff';

/** A stretch of a text that was compared with another. */
export interface WordingPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * Quotes, brackets, commas, stops and spaces. Symbols, hyphens and slashes have a meaning and are not punctuation here,
 * nor is a stop or a colon inside a word or a number (`1.5`, `repo:tag`).
 */
const PUNCTUATION = /[\s\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'`´,、;。!?…·]|(?<![A-Za-z0-9])[.:]|[.:](?![A-Za-z0-9])/gu;

/** A text without its punctuation, full-width forms folded. Texts with equal words mean the same. */
export function wordsOnly(text: string): string {
  return text.normalize('NFKC').replace(PUNCTUATION, '');
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const wordsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Above this many differing words the texts are marked as a whole: the time to find them grows with their square. */
const MAX_EDITS = 1000;

/**
 * Marks what differs between two texts, word by word (Unicode's word boundaries; Chinese by dictionary).
 *
 * @returns parts whose `same` and `removed` texts give `before`, whose `same` and `added` texts give `after`;
 *   neighbours are of different kinds, and what was removed precedes what took its place
 */
export function compareWording(before: string, after: string): WordingPart[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MAX_EDITS });
  if (!changes) {
    return [
      { kind: 'removed' as const, text: before },
      { kind: 'added' as const, text: after },
    ].filter(({ text }) => text !== '');
  }
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
