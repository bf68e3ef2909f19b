import type { Synonyms } from '../schema/lookup.ts';
import { wordsOf, type Word } from './terms.ts';

/** A piece of a text that means one thing: a concept, or a term that stands for itself. */
export interface Unit {
  /** `#组织` for a concept (named by its first word), else the term. */
  readonly key: string;
  /** As written in the text, in lower case. */
  readonly surface: string;
  /** Its offset. */
  readonly start: number;
}

interface Entry {
  readonly terms: readonly string[];
  /** The concept's key, '' for a word without meaning. */
  readonly key: string;
}

/** A text without spaces and punctuation, in lower case, for telling whether two say the same. */
export const withoutPunctuation = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const ARTICLE = /\b(?:the|an?)\b/giu;

/** Compares texts by what they mean: knows which words are one concept and which mean nothing. */
export class Lexicon {
  readonly #entries = new Map<string, Entry[]>();
  readonly #concepts = new Map<string, readonly string[]>();
  readonly #openings: readonly string[];

  constructor({ concepts, ignore, openings }: Synonyms) {
    this.#openings = openings.map(withoutPunctuation);
    for (const words of concepts) {
      const key = `#${words[0] ?? ''}`;
      this.#concepts.set(key, words);
      for (const word of words) this.#add(word, key);
    }
    for (const word of ignore) this.#add(word, '');
    for (const entries of this.#entries.values()) entries.sort((a, b) => b.terms.length - a.terms.length);
  }

  /** A text without punctuation and common opening, for telling whether two descriptions are the same. */
  bare(text: string): string {
    const plain = withoutPunctuation(text.replace(ARTICLE, ' '));
    const opening = this.#openings.find((each) => plain.startsWith(each)) ?? '';
    return plain.slice(opening.length);
  }

  /** The words of a concept, those of the table first; none for a word that stands for itself. */
  wordsFor(key: string): readonly string[] {
    return this.#concepts.get(key) ?? [];
  }

  #add(word: string, key: string): void {
    const terms = wordsOf(word).map(({ term }) => term);
    const [first] = terms;
    if (first === undefined) return;
    const entries = this.#entries.get(first);
    if (entries) entries.push({ terms, key });
    else this.#entries.set(first, [{ terms, key }]);
  }

  #at(words: readonly Word[], index: number, longest = Infinity): Entry | undefined {
    const first = words[index];
    return (first && this.#entries.get(first.term))?.find(
      ({ terms }) =>
        terms.length <= longest && terms.every((term, offset) => words[index + offset]?.term === term),
    );
  }

  /**
   * Takes a text apart: the longest concepts first come first served, what lies between them as pairs of
   * neighbouring ideographs and as Latin words. Numbers mean nothing.
   */
  units(text: string): Unit[] {
    const lower = text.toLowerCase();
    const words = wordsOf(text);
    const units: Unit[] = [];
    for (let index = 0; index < words.length;) {
      const entry = this.#at(words, index);
      const word = words[index] as Word;
      const length = entry?.terms.length ?? 1;
      const end = (words[index + length - 1] as Word).end;
      if (entry && entry.key !== '')
        units.push({ key: entry.key, surface: lower.slice(word.start, end), start: word.start });
      if (!entry) units.push(...this.#plain(words, index));
      index += length;
    }
    return units;
  }

  /** The word itself, or the pair that it begins, unless the next ideograph belongs to a concept. */
  #plain(words: readonly Word[], index: number): Unit[] {
    const { term, isHan, start, end } = words[index] as Word;
    if (!isHan) return /^\d+$|^.$/u.test(term) ? [] : [{ key: term, surface: term, start }];
    const next = words[index + 1];
    if (!next?.isHan || next.start !== end || this.#at(words, index + 1)) return [];
    return [{ key: term + next.term, surface: term + next.term, start }];
  }

  /** Every key by which a text may be found: all concepts, those inside others too, and each word and pair as such. */
  keys(text: string): Set<string> {
    const words = wordsOf(text);
    const keys = new Set<string>();
    for (const [index, { term, isHan, end }] of words.entries()) {
      for (
        let entry = this.#at(words, index);
        entry;
        entry = this.#at(words, index, entry.terms.length - 1)
      ) {
        if (entry.key !== '') keys.add(entry.key);
      }
      const next = words[index + 1];
      if (!isHan) keys.add(term);
      else if (next?.isHan && next.start === end) keys.add(term + next.term);
    }
    return keys;
  }
}

/** Neighbouring units as one, e.g. of `组织名称`; in whatever words, and with whatever means nothing in between. */
export function pairsOf(units: readonly Unit[]): string[] {
  return units.slice(1).map(({ key }, index) => `${units[index]?.key} ${key}`);
}

/** A query, taken apart. */
export interface Query {
  /** Without punctuation, see `Lexicon.bare`. */
  readonly bare: string;
  /** Without what is no word of a language: addresses, versions, ids. */
  readonly spoken: string;
  /** Each thing asked for, once. */
  readonly units: readonly Unit[];
  /** Its pairs of neighbouring units, see `pairsOf`. */
  readonly pairs: readonly string[];
}

/** Words that only introduce an identifier: a docker command, the name of an id. */
const LABEL = String.raw`docker\s+[a-z]+\s+|(?:req(?:uest)?|trace|span)[\s_-]?id["'\s:=#]{1,4}`;
/** Addresses; settings, tags, versions, digests, ids: anything with digits is not a word. */
const IDENTIFIER = new RegExp(
  [
    String.raw`(?:["']?\w+["']?\s?[:=]\s?["']?)?(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?::\d+)?\/[\w.:/@$-]+`,
    String.raw`["']?[\w./@-]+["']?\s?[:=]\s?["']?\d[\w.:/@-]*`,
    String.raw`[\w./@:-]*\d[\w-]*[./@:-][\w./@:-]*`,
    String.raw`\b(?=[a-z_]*\d)\w{8,}\b`,
  ]
    .map((form) => `(?:${LABEL})?${form}`)
    .join('|'),
  'giu',
);

/** Takes a query apart. */
export function readQuery(text: string, lexicon: Lexicon): Query {
  const spoken = text.replace(IDENTIFIER, ' ');
  const units = lexicon.units(spoken);
  const once = new Map(units.map((unit) => [unit.key, unit]));
  return {
    bare: lexicon.bare(text),
    spoken,
    units: [...once.values()],
    pairs: pairsOf(units),
  };
}
