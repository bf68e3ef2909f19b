import type { Span } from '../lib/span.ts';

/** A word of Latin letters or digits, in lower case, and its offsets. */
export interface Word extends Span {
  readonly word: string;
}

/** The Latin words of a text; punctuation and quotes do not count, so a message matches however it is quoted. */
export function latinWords(text: string): Word[] {
  return [...text.matchAll(/[A-Za-z0-9]+/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  value?: Value;
}

/** A phrase found in a text: its offsets and its value. */
export interface PhraseMatch<Value> extends Span {
  readonly value: Value;
  readonly words: number;
}

/** Phrases as a trie of words: finds the longest phrase at each place of a text. */
export class PhraseTrie<Value> {
  readonly #root: Node<Value> = { next: new Map() };

  add(phrase: string, value: Value): void {
    let node = this.#root;
    for (const { word } of latinWords(phrase)) {
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = { next: new Map() }));
      node = next;
    }
    // The first phrase with these words keeps the place.
    if (node !== this.#root) node.value ??= value;
  }

  /** Matches in order of appearance, none overlapping. Time: words of the text times words of the longest phrase. */
  findAll(words: readonly Word[]): PhraseMatch<Value>[] {
    const matches: PhraseMatch<Value>[] = [];
    for (let index = 0; index < words.length;) {
      const match = this.#longestAt(words, index);
      if (match) matches.push(match);
      index += match?.words ?? 1;
    }
    return matches;
  }

  #longestAt(words: readonly Word[], index: number): PhraseMatch<Value> | undefined {
    let node: Node<Value> | undefined = this.#root;
    let match: PhraseMatch<Value> | undefined;
    for (let at = index; at < words.length; at++) {
      const word = words[at] as Word;
      node = node.next.get(word.word);
      if (!node) break;
      if (node.value !== undefined) {
        match = {
          value: node.value,
          words: at - index + 1,
          start: (words[index] as Word).start,
          end: word.end,
        };
      }
    }
    return match;
  }
}

/** How a stretch of a text agrees with a phrase that may be cut off at either end. */
export interface Overlap extends Span {
  /** Number of words in a row that agree; the last may be cut inside. */
  readonly run: number;
}

/** The longest row of words that text and phrase share; meant for short texts. */
export function longestRun(words: readonly Word[], phrase: readonly string[]): Overlap {
  let best: Overlap = { run: 0, start: 0, end: 0 };
  for (let i = 0; i < words.length; i++) {
    for (let j = 0; j < phrase.length; j++) {
      let run = 0;
      while (i + run < words.length && words[i + run]?.word === phrase[j + run]) run++;
      const cut = words[i + run];
      const isCut = run > 0 && i + run === words.length - 1 && cut && cut.word.length > 1;
      if (isCut && phrase[j + run]?.startsWith(cut.word)) run++;
      if (run > best.run) {
        best = { run, start: (words[i] as Word).start, end: (words[i + run - 1] as Word).end };
      }
    }
  }
  return best;
}
