import type { Span } from '../lib/span.ts';
import { BLANK, compilePhrase, type Phrase } from './phrase.ts';

/** A phrase found in a text: its offsets and its value. */
export interface PhraseFound<Value> extends Span {
  readonly value: Value;
  /** How much of the phrase is literal and not cut off. */
  readonly weight: number;
  readonly isCut: boolean;
  readonly isLoose: boolean;
}

/** Words of Latin letters and digits, and runs of Han characters. */
const WORDS = /[A-Za-z0-9]+|[\u3400-\u9fff]{2,}/g;
const FIRST_HAN = 0x3400;
/** Longer words (digests, base64) are part of no phrase. */
const LONGEST_WORD = 40;

/** Of a phrase that is cut, at least so much of its weight must be there. */
const LEAST_LEFT = 0.65;

const letters = (text: string) => (text.match(/[A-Za-z0-9\p{Script=Han}]/gu) ?? []).length;

const LEADING = new RegExp(`^${BLANK}+`);
const TRAILING = new RegExp(`${BLANK}+$`);

/** A stretch without the blanks and quotes at its ends. */
function trimmed(text: string, { start, end }: Span): Span {
  const found = text.slice(start, end);
  const leading = LEADING.exec(found)?.[0].length ?? 0;
  const trailing = TRAILING.exec(found)?.[0].length ?? 0;
  return { start: start + leading, end: end - trailing };
}

/** Finds many phrases in a text at once. A phrase is tried only where its key occurs. */
export class PhraseIndex<Value> {
  readonly #byKey = new Map<string, { readonly phrase: Phrase; readonly value: Value }[]>();

  /** @throws see {@link compilePhrase} */
  add(text: string, value: Value): void {
    for (const phrase of compilePhrase(text)) {
      const known = this.#byKey.get(phrase.key);
      if (known) known.push({ phrase, value });
      else this.#byKey.set(phrase.key, [{ phrase, value }]);
    }
  }

  /** All phrases of a text, in the order of their keys; they may overlap. Time is linear in the text. */
  find(text: string): PhraseFound<Value>[] {
    const found: PhraseFound<Value>[] = [];
    for (const match of text.matchAll(WORDS)) {
      const [word] = match;
      if (word.charCodeAt(0) >= FIRST_HAN) {
        for (let at = 0; at < word.length - 1; at++) {
          this.#tryAt(text, match.index + at, word.slice(at, at + 2), found);
        }
      } else if (word.length <= LONGEST_WORD) {
        this.#tryAt(text, match.index, word.toLowerCase(), found);
      }
    }
    return found;
  }

  #tryAt(text: string, at: number, key: string, found: PhraseFound<Value>[]): void {
    for (const { phrase, value } of this.#byKey.get(key) ?? []) {
      phrase.pattern.lastIndex = at;
      const match = phrase.pattern.exec(text);
      if (!match) continue;
      const { before = '', whole } = match.groups ?? {};
      const isCut = whole === undefined;
      const weight = isCut ? letters(before + match[0]) : phrase.weight;
      if (weight < phrase.weight * LEAST_LEFT) continue;
      const span = { start: at - before.length, end: at + match[0].length };
      found.push({ value, weight, isCut, isLoose: phrase.isLoose, ...trimmed(text, span) });
    }
  }
}
