import type { Span } from '../lib/span.ts';
import type { ServiceName } from '../search/read.ts';
import { SEVEN_DIGITS } from '../search/read.ts';

/** A text without what programs wrapped it in, and the way back to the text that was given. */
export interface PlainText {
  readonly text: string;
  /** Maps a stretch of the plain text to the given text. */
  original(span: Span): Span;
}

/** A stretch that reads otherwise than it is written: where it stands in the plain text, where in the given one. */
interface Piece {
  readonly plain: Span;
  readonly given: Span;
}

/**
 * What terminals, addresses, web pages and JSON make of characters: colours (with the escape character or, as some
 * programs copy them, without), `%22`, `&quot;`, `\"`, `\u0022`. Every repetition is bounded: time is linear.
 */
const WRAPPING = [
  String.raw`\x1b\[[\x30-\x3f]{0,32}[\x20-\x2f]{0,4}[\x40-\x7e]`,
  String.raw`(?:\^\[|\u241b)?\[\d{1,3}(?:;\d{1,3}){0,4}m`,
  String.raw`%(?<percent>[0-9A-Fa-f]{2})`,
  String.raw`&(?:(?<name>quot|amp|apos|lt|gt|nbsp)|#(?<decimal>\d{1,5})|#x(?<hex>[0-9A-Fa-f]{1,4}));`,
  String.raw`\\{1,8}(?:u(?<unit>[0-9A-Fa-f]{4})|(?<escape>[nrtbf"'/]))`,
];
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', apos: "'", lt: '<', gt: '>' };

/**
 * A line's end inside a code, with the `=` that mail puts before it and the indentation or quoting of the next line; or
 * the null character that UTF-16 read as ASCII has behind each letter.
 */
const BREAK = String.raw`(?:=?\r?\n[ \t>]{0,16}|\0)?`;

const inAnyCase = (letter: string) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`;

/** Codes of services with a family, written out, with a line's end between any two characters: `SVCSTG.SWR.40⏎01048`. */
function brokenCodes(services: readonly ServiceName[]): string[] {
  return services
    .filter(({ family, hasStatus }) => family !== '' && hasStatus)
    .map(({ family, service, lengths }) => {
      const letters = [...`${family}.${service}.`].map(inAnyCase);
      const digits = Array.from({ length: SEVEN_DIGITS }, () => String.raw`\d`);
      // Behind a number of the usual length, a digit on the next line is no part of it.
      const more = Math.max(0, ...lengths.map((length) => length - SEVEN_DIGITS));
      return `${[...letters, ...digits].join(BREAK)}(?:\\0?\\d){0,${more}}`;
    });
}

/** What a stretch reads as; always a character or more, so that nothing grows together that was apart. */
function read(groups: Readonly<Record<string, string | undefined>>): string {
  const { percent, name, decimal, hex, unit, escape, code } = groups;
  if (code !== undefined) return code.replace(/[^\w.]/gu, '');
  if (escape !== undefined) return escape === 'n' ? '\n' : /[rtbf]/u.test(escape) ? ' ' : escape;
  if (name !== undefined) return ENTITIES[name] ?? ' ';
  // Bytes of UTF-8 or GBK: they belong to no code and to no message.
  if (percent !== undefined) return character(Number.parseInt(percent, 16), 0x7e);
  if (decimal !== undefined) return character(Number(decimal), 0xffff);
  const digits = hex ?? unit;
  return digits === undefined ? ' ' : character(Number.parseInt(digits, 16), 0xffff);
}

const character = (unit: number, most: number) =>
  unit >= 0x20 && unit <= most ? String.fromCharCode(unit) : ' ';

/**
 * Takes a text out of its wrapping: terminal colours, percent-encoding, HTML entities, JSON escapes, codes broken by
 * the end of a line. Time is linear in the text.
 *
 * @param services whose codes may be broken by line ends
 */
export function plainText(given: string, services: readonly ServiceName[]): PlainText {
  const codes = brokenCodes(services).map((code) => `(?<![A-Za-z0-9])${code}(?!\\d)`);
  const broken = codes.length === 0 ? [] : [`(?<code>${codes.join('|')})`];
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  let taken = 0;
  const take = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  for (const match of given.matchAll(new RegExp([...WRAPPING, ...broken].join('|'), 'gu'))) {
    const text = read(match.groups ?? {});
    if (text === match[0]) continue;
    take(given.slice(taken, match.index));
    taken = match.index + match[0].length;
    pieces.push({
      plain: { start: length, end: length + text.length },
      given: { start: match.index, end: taken },
    });
    take(text);
  }
  take(given.slice(taken));
  return {
    text: parts.join(''),
    original: ({ start, end }) => ({
      start: placeOf(pieces, start, 'start'),
      end: placeOf(pieces, end, 'end'),
    }),
  };
}

/** Where a boundary of the plain text stands in the given one; inside a piece, that is the piece's own boundary. */
function placeOf(pieces: readonly Piece[], at: number, side: keyof Span): number {
  const isBefore = ({ plain }: Piece) => (side === 'start' ? plain.start <= at : plain.start < at);
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(pieces[middle] as Piece)) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low - 1];
  if (!piece) return at;
  return at < piece.plain.end ? piece.given[side] : at - piece.plain.end + piece.given.end;
}
