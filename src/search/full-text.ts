const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const HAN = /^\p{Script=Han}$/u;

/** Words of a text without punctuation; ideographs into which the segmenter splits a word that it does not know come in pairs. */
function wordsIn(run: string): string[] {
  const segments = [...segmenter.segment(run)].map(({ segment }) => segment);
  return segments.flatMap((segment, at) => {
    if (!HAN.test(segment)) return [segment];
    const next = segments[at + 1] ?? '';
    if (HAN.test(next)) return [segment + next];
    return HAN.test(segments[at - 1] ?? '') ? [] : [segment];
  });
}

/**
 * The words to ask Pagefind for, each once, in order of appearance. A single character is none, except where a
 * question has nothing but single ideographs.
 */
export function questionWords(text: string): string[] {
  const runs = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const words = [...new Set(runs.flatMap(wordsIn))];
  const long = words.filter((word) => [...word].length > 1);
  return long.length > 0 ? long : words.filter((word) => HAN.test(word));
}

/** A page that has a word; `score` is the engine's measure of how much the word means there. */
export interface WordHit {
  readonly id: string;
  readonly score: number;
}

/** A page needs this share of the words: a question has words that carry no meaning, too. */
const MIN_SHARE = 0.6;

/**
 * Pages that have enough of the words of a question: those with the question as it stands first, then by how many of
 * its words they have, then by score.
 *
 * @param found for each word of the question, the pages that have it
 * @param verbatim the pages that have the whole question
 */
export function rankPages<Page extends WordHit>(
  found: readonly (readonly Page[])[],
  verbatim: readonly WordHit[],
): Page[] {
  const first = new Set(verbatim.map(({ id }) => id));
  const isFirst = ({ page }: { page: Page }) => Number(first.has(page.id));
  const pages = new Map<string, { page: Page; words: number; score: number }>();
  for (const page of found.flat()) {
    const { words = 0, score = 0 } = pages.get(page.id) ?? {};
    pages.set(page.id, { page, words: words + 1, score: score + page.score });
  }
  return [...pages.values()]
    .filter(({ words }) => words >= MIN_SHARE * found.length)
    .sort((a, b) => isFirst(b) - isFirst(a) || b.words - a.words || b.score - a.score)
    .map(({ page }) => page);
}
