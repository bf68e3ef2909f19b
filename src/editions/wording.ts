/** A stretch of a text that was compared with another. */
export interface WordingPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * Quotes, brackets, commas, stops and spaces. A stop or a colon inside a word or a number (`1.5`, `repo:tag`) says
 * something, and so do symbols, hyphens and slashes: these are no mere punctuation.
 */
const PUNCTUATION = /[\s\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'`´,、;。!?…·]|(?<![A-Za-z0-9])[.:]|[.:](?![A-Za-z0-9])/gu;

/**
 * What is left of a text without its punctuation; full-width forms are folded.
 * Two texts with equal words say the same.
 */
export function wordsOnly(text: string): string {
  return text.normalize('NFKC').replace(PUNCTUATION, '');
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const wordsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Above this many comparisons (two texts of some 1,000 words) the differing stretch is marked as a whole. */
const MOST_COMPARISONS = 1_000_000;

/**
 * Marks what differs between two texts, word by word (Unicode's word boundaries; Chinese by dictionary).
 *
 * @returns parts whose `same` and `removed` texts give `before`, whose `same` and `added` texts give `after`;
 *   neighbours are of different kinds, and what was removed precedes what took its place
 */
export function compareWording(before: string, after: string): WordingPart[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const start = commonStart(old, fresh);
  const end = Math.min(
    commonStart(old.toReversed(), fresh.toReversed()),
    old.length - start,
    fresh.length - start,
  );
  const kept = (words: readonly string[]) => ({ kind: 'same' as const, text: words.join('') });
  return united([
    kept(old.slice(0, start)),
    ...compareWords(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    kept(old.slice(old.length - end)),
  ]);
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const limit = Math.min(one.length, other.length);
  let length = 0;
  while (length < limit && one[length] === other[length]) length += 1;
  return length;
}

/** Walks the longest common subsequence of two lists of words. */
function compareWords(old: readonly string[], fresh: readonly string[]): WordingPart[] {
  if (old.length * fresh.length > MOST_COMPARISONS) {
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: fresh.join('') },
    ];
  }
  const longest = commonLengths(old, fresh);
  const at = (row: number, column: number): number => longest[row]?.[column] ?? 0;
  const parts: WordingPart[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < fresh.length) {
    const [mine, theirs] = [old[row], fresh[column]];
    if (mine !== undefined && mine === theirs) {
      parts.push({ kind: 'same', text: mine });
      row += 1;
      column += 1;
    } else if (mine !== undefined && (theirs === undefined || at(row + 1, column) >= at(row, column + 1))) {
      parts.push({ kind: 'removed', text: mine });
      row += 1;
    } else {
      parts.push({ kind: 'added', text: theirs ?? '' });
      column += 1;
    }
  }
  return parts;
}

/** Length of the longest common subsequence of what follows each pair of positions. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let row = old.length - 1; row >= 0; row -= 1) {
    const [here, below] = [lengths[row], lengths[row + 1]];
    if (!here || !below) continue;
    for (let column = fresh.length - 1; column >= 0; column -= 1) {
      here[column] =
        old[row] === fresh[column]
          ? (below[column + 1] ?? 0) + 1
          : Math.max(below[column] ?? 0, here[column + 1] ?? 0);
    }
  }
  return lengths;
}

/** Puts neighbours of one kind together; between two stretches that stayed, removals come first. */
function united(parts: readonly WordingPart[]): WordingPart[] {
  const result: WordingPart[] = [];
  let [removed, added, same] = ['', '', ''];
  const flush = (): void => {
    if (same !== '') result.push({ kind: 'same', text: same });
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    [removed, added, same] = ['', '', ''];
  };
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind === 'same') {
      if (removed !== '' || added !== '') flush();
      same += text;
    } else if (kind === 'removed') removed += text;
    else added += text;
  }
  flush();
  return result;
}
