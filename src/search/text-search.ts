import type { Span } from '../lib/span.ts';
import type { Hit, MessageFinding } from './finding.ts';
import type { Query } from './lexicon.ts';
import type { CodeText, IndexedCode, LookupIndex } from './lookup-index.ts';
import { latinWords, longestRun, type Word } from './phrases.ts';

/** Share of a query's weight that a code's description or message must contain. */
const MIN_SCORE = 0.38;
const MAX_HITS = 20;
const HAN = /\p{Script=Han}/u;
/** Score of a code that the current document does not list: one that it lists and that fits as well goes first. */
const FORMER = -0.2;

function score(code: IndexedCode, query: Query, index: LookupIndex, least: number): number {
  const { bare, keys, texts } = code;
  if (bare.includes(query.bare)) return 5;
  const asked = sum(query.units, ({ key }) => index.weight(key));
  if (asked === 0) return 0;
  const found = sum(query.units, ({ key }) => (keys.has(key) ? index.weight(key) : 0)) / asked;
  // A piece of a Chinese description, word for word: the more of it, the better. Elsewhere a piece may lie across words.
  const isAround = (text: string) => HAN.test(text) && text.includes(query.bare);
  const around = query.bare.length < 3 ? undefined : bare.find(isAround);
  const contained = around === undefined ? 0 : (0.3 * query.bare.length) / (around.length + 1);
  if (found < least && contained === 0) return 0;
  const wanted = new Set(query.units.map(({ key }) => key));
  const former = code.hit.state === 'documented' ? 0 : FORMER;
  return found + contained + former + Math.max(...texts.map((text) => closeness(text, query, wanted, index)));
}

/**
 * How close one text of a code is to the query: a text that says little else is closest,
 * what is said side by side counts a little more, and so do the same words for the same meaning.
 */
function closeness(
  { keys, pairs, plain }: CodeText,
  query: Query,
  wanted: ReadonlySet<string>,
  index: LookupIndex,
): number {
  const all = sum(keys, (key) => index.weight(key));
  const focus = all === 0 ? 0 : sum(keys, (key) => (wanted.has(key) ? index.weight(key) : 0)) / all;
  const same = sum(query.units, ({ surface }) => (plain.includes(surface) ? 1 : 0)) / query.units.length;
  const order = query.pairs.filter((pair) => pairs.includes(pair)).length / (query.pairs.length || 1);
  return 0.6 * focus + 0.1 * same + 0.1 * order;
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}

/**
 * Codes whose description or message says what the query says, best first.
 *
 * @param least so much of the query's weight a code has to say, 0 to 1
 */
export function searchText(query: Query, index: LookupIndex, least = MIN_SCORE): Hit[] {
  if (query.units.length === 0) return [];
  return index.codes
    .map((code) => ({ code, value: score(code, query, index, least) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, MAX_HITS)
    .map(({ code }) => code.hit);
}

/**
 * The query in the words of the pages, for full-text search: a word that no code has gives way to one of the same meaning
 * that some have.
 */
export function fullTextWords(query: Query, { codes, lexicon }: LookupIndex): string {
  const said = codes.map(({ hit }) => [hit.description, ...hit.messages].join('\n').toLowerCase()).join('\n');
  const isSaid = (word: string) => said.includes(word.toLowerCase());
  return query.units
    .map(({ key, surface }) => (isSaid(surface) ? surface : (lexicon.wordsFor(key).find(isSaid) ?? surface)))
    .join(' ');
}

/** A message of which the text holds a run of words. */
interface Run {
  readonly finding: MessageFinding;
  readonly run: number;
  readonly length: number;
}

/**
 * Messages of which a short text holds a part: cut off in a log, with other quotes, in the middle of a sentence.
 * The part has to be a piece of the text by itself, from one break to the next: «failed to create organization»
 * is no part of «Failed to create stage!». A run of words that many messages share (`Server internal error`) says nothing.
 */
export function cutOffMessages(text: string, index: LookupIndex): MessageFinding[] {
  const words = latinWords(text);
  // Two words are a part of a message only where they are all that was said.
  const least = words.length > 2 || /\p{Script=Han}/u.test(text) ? 3 : 2;
  if (words.length < least) return [];
  const runs = messageRuns(words, index).filter(({ finding, run }) => run >= least && isPiece(text, finding));
  const best = Math.max(0, ...runs.map(({ run }) => run));
  const winners = runs.filter(({ run }) => run === best);
  if (winners.length > 12) return [];
  return winners.sort((a, b) => a.length - b.length).map(({ finding }) => finding);
}

function messageRuns(words: readonly Word[], index: LookupIndex): Run[] {
  return index.codes.flatMap((code) =>
    code.messages.map((message, at) => {
      const { run, start, end } = longestRun(words, message);
      const finding = {
        kind: 'message',
        start,
        end,
        message: code.hit.messages[at] ?? '',
        hits: [code.hit],
      } as const;
      return { finding, run, length: message.length };
    }),
  );
}

/** Whether a stretch is on its own: no word next to it with nothing but spaces between. */
export function isPiece(text: string, { start, end }: Span): boolean {
  return (
    !/[A-Za-z0-9][ \t]*$/u.test(text.slice(Math.max(0, start - 8), start)) &&
    !/^[ \t]*[A-Za-z0-9]/u.test(text.slice(end, end + 8))
  );
}
