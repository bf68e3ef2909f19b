import { FILLER } from './unwrap.ts';

/** A phrase made ready to be found in texts. */
export interface Phrase {
  readonly text: string;
  /** A word of the phrase in lower case, or two Han characters: the phrase cannot occur without it. */
  readonly key: string;
  /** How many letters, digits and Han characters of the phrase are literal. */
  readonly weight: number;
  /** Whether it may reach over lines that say something else. */
  readonly isLoose: boolean;
  /**
   * Matches with the key at `lastIndex`. The group `before` is what precedes the key; `whole` is set (and empty) unless
   * the end is cut off.
   */
  readonly pattern: RegExp;
}

const QUOTES = String.raw`"'\x60“”‘’`;
/** A blank or a quote, as the source of an expression. */
export const BLANK = String.raw`[\s${FILLER}${QUOTES}]`;
const BLANK_IN_LINE = String.raw`[ \t${FILLER}${QUOTES}]`;
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  number: String.raw`\d{1,20}`,
  code: String.raw`\d{3,12}`,
  address: String.raw`[^\s${QUOTES}]{1,400}?`,
  image: String.raw`(?<![\w.:/@-])[\w-][\w.-]{0,253}(?::\d{1,5})?(?:/[\w.-]{1,128}){1,9}(?::[\w.-]{1,128}|@sha256:[\w<>]{3,64})`,
  'short-name': String.raw`(?<![\w.:/-])[\w-]{1,128}(?:/[\w.-]{1,128}){0,8}(?::[\w.-]{1,128})?(?![\w.:/-])`,
  'short-image': String.raw`(?<![\w.:/-])(?=[\w-]{1,128}[/:])[\w-]{1,128}(?:/[\w.-]{1,128}){0,8}(?::[\w.-]{1,128})?(?![\w.:/-])`,
  end: String.raw`(?=[ \t${FILLER};:.-]{0,8}(?:[${QUOTES})\]}<\r\n]|$))`,
  lines: String.raw`(?:[^\n]{0,300}?\n){0,3}?[^\n]{0,300}?`,
};
const ANYTHING = String.raw`[^\r\n]{0,300}?`;
/** Where whoever shortened or copied a text cut it. */
const CUT = String.raw`${BLANK}{0,8}(?:\.\.\.|…|$)`;
/** Minimum number of letters and digits by which a phrase with a cut end is recognised. */
const LETTERS_TO_TELL = 9;
/** The same mark as it is typed in Chinese. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  ':': '：',
  ',': '，',
  '(': '（',
  ')': '）',
  '!': '！',
};

interface Part {
  readonly kind: 'word' | 'gap' | 'placeholder';
  readonly text: string;
  readonly source: string;
  readonly weight: number;
}

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);

/** Latin words begin and end where the phrase says; Chinese has no such boundaries. */
function word(text: string): Part {
  const isLatin = /[A-Za-z0-9]/.test(text);
  const source = isLatin ? `(?<![A-Za-z0-9])${text}(?![A-Za-z0-9])` : text;
  return { kind: 'word', text, source, weight: text.length };
}

/**
 * What may separate words: blanks and quotes of any number and kind, punctuation as it is written.
 *
 * @param isOuter whether it begins or ends the message, so that it reaches over no line's end
 */
function gap(text: string, isOuter: boolean): Part {
  const marks = [...text].filter((character) => !new RegExp(BLANK).test(character));
  const written = marks.map((mark) => {
    const wide = FULL_WIDTH[mark];
    return wide === undefined ? escape(mark) : `[${mark}${wide}]`;
  });
  const blanks = `${isOuter ? BLANK_IN_LINE : BLANK}{0,48}`;
  const source = marks.length === 0 ? `${BLANK}{1,48}` : `${blanks}${written.join(blanks)}${blanks}`;
  return { kind: 'gap', text, source, weight: 0 };
}

function placeholder(text: string): Part {
  const name = text.slice(1, -1);
  if (name.includes('|')) {
    const choices = name.split('|').map(partsOf);
    const source = `(?:${choices.map(sourceOf).join('|')})`;
    return { kind: 'placeholder', text, source, weight: Math.min(...choices.map(weightOf)) };
  }
  const source = PLACEHOLDERS[name];
  if (source === undefined) {
    const known = Object.keys(PLACEHOLDERS).map((other) => `{${other}}`);
    throw new Error(`found ${text}; expected {one|another}, ${known.join(', ')} or …`);
  }
  return { kind: 'placeholder', text, source, weight: 0 };
}

/** Words, gaps and placeholders. Blanks beside what stands for anything are part of it. */
const PIECES =
  /\s*(?:…|\{lines\})\s*|\{[^{}]*\}|[A-Za-z0-9]+|\p{Script=Han}+|[^A-Za-z0-9\p{Script=Han}{…]+/gu;

function partsOf(phrase: string): Part[] {
  const pieces = [...phrase.matchAll(PIECES)].map(([piece]) => /…|\{lines\}/.exec(piece)?.[0] ?? piece);
  const isOuter = (index: number) => index === 0 || [undefined, '{end}'].includes(pieces[index + 1]);
  return pieces.map((text, index) => {
    if (text === '…') return { kind: 'placeholder', text, source: ANYTHING, weight: 0 };
    if (text.startsWith('{')) return placeholder(text);
    return /[A-Za-z0-9\p{Script=Han}]/u.test(text) ? word(text) : gap(text, isOuter(index));
  });
}

const sourceOf = (parts: readonly Part[]) => parts.map(({ source }) => source).join('');
const weightOf = (parts: readonly Part[]) => parts.reduce((sum, { weight }) => sum + weight, 0);

/** The beginnings of a word, none of its letters included, but not the word itself. */
const beginningOf = (word: string) =>
  [...word.slice(0, -1)].reduceRight((rest, letter) => `(?:${letter}${rest})?`, '');

/** The rest of a literal phrase, which may be cut anywhere. */
function cuttable(parts: readonly Part[]): string {
  const [next, ...rest] = parts;
  if (!next) return '(?<whole>)';
  if (next.kind === 'word') return `(?:${next.source}${cuttable(rest)}|${beginningOf(next.text)}${CUT})`;
  return `(?:${next.source}${cuttable(rest)}|${CUT})`;
}

/** How many of the parts no cut takes away: of a literal phrase, the first words that it takes to tell; else all. */
function uncut(parts: readonly Part[]): number {
  if (parts.some(({ kind }) => kind === 'placeholder')) return parts.length;
  let letters = 0;
  const telling = parts.findIndex(({ weight }) => (letters += weight) >= LETTERS_TO_TELL);
  return telling < 0 ? parts.length : telling + 1;
}

/** Which part is looked up: the longest word of those that no cut takes away; -1 where there is none. */
function keyOf(parts: readonly Part[]): number {
  const words = parts.flatMap(({ kind, text }, index) =>
    kind === 'word' && text.length > 1 ? [{ index, length: text.length }] : [],
  );
  const none = { index: -1, length: 0 };
  return words.reduce((longest, next) => (next.length > longest.length ? next : longest), none).index;
}

/**
 * Compiles a phrase: literal text, whatever its case, its quotes and its blanks (a line's end is a blank, too), with
 * placeholders:
 *
 * - `{push|pull}`: one of these phrases
 * - `{number}`: digits
 * - `{code}`: three digits or more
 * - `{address}`: an image's address, a URL, a path, a digest: no blanks, no quotes
 * - `{image}`: an image's name with a slash, and its tag or digest
 * - `{short-name}`: an image's name without a registry's host
 * - `{short-image}`: the same with a slash or a tag
 * - `{end}`: here the message ends: the line, the quotation, the field
 * - `…`: at most 300 characters of the same line
 * - `{lines}`: anything in the same line and the next three
 *
 * A phrase without placeholders also matches where the text ends, or an ellipsis stands, after words of nine letters
 * or more, if that is most of it. All repetition is bounded, so matching at one place takes bounded time.
 *
 * @returns the phrase; where it has no word outside of placeholders, one for each text that its first choice offers
 * @throws when a placeholder is unknown, or when a phrase has no word of two characters
 */
export function compilePhrase(text: string): Phrase[] {
  const parts = partsOf(text);
  const kept = uncut(parts);
  const at = keyOf(parts.slice(0, kept));
  const key = parts[at];
  if (!key) return choicesOf(text).flatMap(compilePhrase);
  const before = sourceOf(parts.slice(0, at));
  const after = `${sourceOf(parts.slice(at, kept))}${cuttable(parts.slice(kept))}`;
  return [
    {
      text,
      key: /[A-Za-z0-9]/.test(key.text) ? key.text.toLowerCase() : key.text.slice(0, 2),
      weight: weightOf(parts),
      isLoose: text.includes('{lines}'),
      pattern: new RegExp(before === '' ? after : `(?<=(?<before>${before}))${after}`, 'iy'),
    },
  ];
}

/** A phrase once for each text of its first choice. */
function choicesOf(text: string): string[] {
  const [choice] = /\{[^{}]*\|[^{}]*\}/.exec(text) ?? [];
  if (choice === undefined) throw new Error('found no word of two characters or more; expected one');
  return choice
    .slice(1, -1)
    .split('|')
    .map((chosen) => text.replace(choice, () => chosen));
}
