import { termsOf } from './terms.ts';

/**
 * The words that full-text search knows a text by: its terms, Chinese ones spelled in Latin letters.
 *
 * Pagefind splits Chinese in one way when it indexes and in another when it searches, so that words which stand in
 * a text are not found in it. It never gets to see Chinese: pages and questions are both taken apart by `termsOf`,
 * and a pair of characters goes in as one word, four letters (a to p, a hexadecimal digit each) for a UTF-16 unit.
 * The `z` in front keeps it apart from English words.
 *
 * @returns words of `[a-z0-9]`, each once, in order of appearance, Latin ones first
 */
export function indexWords(text: string): string[] {
  return termsOf(text).map((term) => (/^[a-z0-9]/u.test(term) ? term : `z${lettersOf(term)}`));
}

const LETTERS = 'abcdefghijklmnop';

function lettersOf(term: string): string {
  let letters = '';
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at);
    for (const shift of [12, 8, 4, 0]) letters += LETTERS.charAt((unit >> shift) & 15);
  }
  return letters;
}

const HAN_WORD = /^\p{Script=Han}{2,}$/u;

/**
 * The words to ask for: those of the question without the pairs of characters that stand across two of its words.
 * Every pair of a page is indexed, so it does not matter that browsers tell words apart in different ways.
 */
export function questionWords(text: string): string[] {
  let apart = '';
  let before = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    apart += HAN_WORD.test(before) && HAN_WORD.test(segment) ? ` ${segment}` : segment;
    before = segment;
  }
  return indexWords(apart);
}

/** A page that has a word; `score` is the engine's measure of how much the word means there. */
export interface WordHit {
  readonly id: string;
  readonly score: number;
}

/** So much of what was asked has to stand in a page: questions have words that carry no meaning, too. */
const ENOUGH = 0.6;

/**
 * Pages that have enough of the words of a question: those with all of them first, then by how many they have,
 * then by score.
 *
 * @param found for each word of the question, the pages that have it
 */
export function rankPages<Page extends WordHit>(found: readonly (readonly Page[])[]): Page[] {
  const pages = new Map<string, { page: Page; words: number; score: number }>();
  for (const page of found.flat()) {
    const { words = 0, score = 0 } = pages.get(page.id) ?? {};
    pages.set(page.id, { page, words: words + 1, score: score + page.score });
  }
  return [...pages.values()]
    .filter(({ words }) => words >= ENOUGH * found.length)
    .sort((a, b) => b.words - a.words || b.score - a.score)
    .map(({ page }) => page);
}
