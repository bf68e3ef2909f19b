import type { Hit, MessageFinding } from './finding.ts';
import type { LoadedCode, LookupIndex } from './lookup-index.ts';
import { latinWords, longestRun } from './phrases.ts';
import { termShard } from './shards.ts';
import { bare, coverage, wholeTerm, type Query } from './terms.ts';

/** So much of a query's weight has to be in a code's description or message. */
const ENOUGH = 0.6;
const MOST_HITS = 20;

/** Every term that a query may be answered by. */
export function queryTerms(query: Query): string[] {
  return [...new Set([...query.terms, ...query.groups.flat(2)])];
}

/** Where terms are spread over shards: the codes that most of a query's terms lead to, best first. */
export function candidateCodes(query: Query, index: LookupIndex): string[] {
  const whole = wholeTerm(query.text);
  const exact = index.posting(termShard(whole), whole);
  if (exact.length > 0) return exact.slice(0, MOST_HITS);
  const votes = new Map<string, number>();
  for (const term of queryTerms(query)) {
    const posting = index.posting(termShard(term), term);
    for (const code of posting) votes.set(code, (votes.get(code) ?? 0) + 1 / posting.length);
  }
  return [...votes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 8)
    .map(([code]) => code);
}

function score(code: LoadedCode, query: Query, whole: string, index: LookupIndex): number {
  if (whole.length > 1 && code.whole === `=${whole}`) return 3;
  const share = coverage(query, code.terms, index.weight);
  const contained = whole.length >= 3 && code.whole.includes(whole) ? 1 : 0;
  if (share < ENOUGH && contained === 0) return 0;
  // Among equals the description that says little else is meant.
  const asked = queryTerms(query).filter((term) => code.terms.has(term)).length;
  return share + contained + 0.3 * (asked / Math.max(code.terms.size, 1));
}

/** Codes whose description or message says what the query says, best first. */
export function searchText(query: Query, index: LookupIndex): Hit[] {
  const whole = bare(query.text);
  if (whole === '' || (query.terms.length === 0 && query.groups.length === 0)) return [];
  return [...index.codes()]
    .map((code) => ({ code, value: score(code, query, whole, index) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_HITS)
    .map(({ code }) => code.hit);
}

/**
 * Messages of which a short text holds a part: cut off in a log, with other quotes, in the middle of a sentence.
 * A run of words that many messages share (`Server internal error`) says nothing.
 */
export function cutOffMessages(text: string, index: LookupIndex): MessageFinding[] {
  const words = latinWords(text);
  if (words.length < 2) return [];
  const runs = [...index.codes()].flatMap((code) =>
    code.messages.map((message, at) => ({
      code,
      at,
      length: message.length,
      overlap: longestRun(words, message),
    })),
  );
  const best = Math.max(0, ...runs.map(({ overlap }) => overlap.run));
  const winners = runs.filter(
    ({ overlap }) => overlap.run === best && (best >= 3 || (best === 2 && words.length === 2)),
  );
  if (winners.length === 0 || winners.length > 12) return [];
  return winners
    .sort((a, b) => a.length - b.length)
    .map(({ code, at, overlap }) => ({
      kind: 'message',
      start: overlap.start,
      end: overlap.end,
      message: code.messageTexts[at] ?? '',
      hits: [code.hit],
    }));
}
