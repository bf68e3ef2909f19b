/** What has to be loaded before a text can be resolved. */
import { digitsOf } from './digits.ts';
import { readQuery } from './lexicon.ts';
import type { LookupIndex } from './lookup-index.ts';
import { latinWords } from './phrases.ts';
import type { Token } from './read.ts';
import { aliasOf, canonical, COMPLETE, resolveStatus } from './resolve-token.ts';
import { QUERY_LENGTH } from './resolve.ts';
import { beginningShard, endingShard, termShard } from './shards.ts';
import { wholeTerm } from './terms.ts';
import { candidateCodes, queryTerms } from './text-search.ts';

/**
 * Names of the shards that have to be loaded before `resolve` can answer in full.
 * Call again after loading them: what was found may need more. Empty when nothing is missing.
 */
export function needs(text: string, index: LookupIndex): string[] {
  const tokens = index.read(text);
  const names = new Set(tokens.flatMap((token) => tokenNeeds(token, index)));
  const isTicket = text.length > QUERY_LENGTH;
  if (isTicket || !tokens.some(({ kind }) => ['code', 'number', 'foreign', 'last-digits'].includes(kind))) {
    for (const name of isTicket ? ticketNeeds(index) : wordNeeds(text, index)) names.add(name);
  }
  const lacking = () => [...names].filter((name) => !index.has(name) && exists(name, index));
  if (lacking().length > 0) return lacking();
  // Only when the known codes are there can it be told that a code is unknown, or that none has a status.
  if (tokens.some((token) => resolvesToNothing(token, index))) names.add('statuses');
  if (tokens.some((token) => token.kind === 'status' && !resolveStatus(token, index)[0]?.hits.length)) {
    for (const name of wordNeeds(text, index)) names.add(name);
  }
  return lacking();
}

function resolvesToNothing(token: Token, index: LookupIndex): boolean {
  if (token.kind === 'status') return true;
  return (token.kind === 'code' || token.kind === 'number') && index.byDigits(token.digits).length === 0;
}

function tokenNeeds(token: Token, index: LookupIndex): string[] {
  // One of several products may list what looks like another service's.
  if (token.kind === 'foreign') {
    const own = index.manifest.products.length > 1 ? [beginningShard(digitsOf(token.code))] : [];
    return ['services', ...own];
  }
  if (index.manifest.codes) return [];
  if (token.kind === 'last-digits') return [endingShard(token.digits)];
  if (token.kind === 'status') return beginningNeeds(token.status.replace(/x/gu, ''), index);
  const today = token.kind === 'code' ? aliasOf(canonical(token, token.digits), index) : undefined;
  return [token.digits, ...(today === undefined ? [] : [digitsOf(today)])].flatMap((digits) =>
    beginningNeeds(digits, index),
  );
}

/** A long beginning has its shard; a short one is answered from the first that fit; beside no code are its neighbours. */
function beginningNeeds(digits: string, index: LookupIndex): string[] {
  const beginnings = Object.keys(index.manifest.beginnings);
  const fitting = beginnings.filter((beginning) => beginning.startsWith(digits.slice(0, 5))).slice(0, 4);
  if (fitting.length > 0 || digits.length < COMPLETE) return fitting.map(beginningShard);
  const sameStatus = beginnings.filter((beginning) => beginning.startsWith(digits.slice(0, 3)));
  const next = sameStatus.findIndex((beginning) => beginning > digits);
  return sameStatus
    .slice(Math.max(0, next < 0 ? sameStatus.length - 1 : next - 1))
    .slice(0, 2)
    .map(beginningShard);
}

/** Of a ticket only what it quotes is looked up, not what its words mean. */
function ticketNeeds({ manifest: { codes } }: LookupIndex): string[] {
  return codes ? ['clients', 'messages'] : ['clients'];
}

function wordNeeds(text: string, index: LookupIndex): string[] {
  if (index.manifest.codes) return fewCodesNeeds(text, index);
  // Clients print Latin letters.
  const always = latinWords(text).length > 0 ? ['synonyms', 'clients'] : ['synonyms'];
  if (text === '' || !index.has('synonyms')) return always;
  const query = readQuery(text, index.lexicon);
  const whole = wholeTerm(query.bare);
  const first = termShard(whole);
  if (!index.has(first)) return [...always, first];
  const isExact = index.posting(first, whole).length > 0;
  const terms = isExact ? [] : queryTerms(query).map(termShard);
  const candidates = candidateCodes(query, index).map((key) => beginningShard(digitsOf(key)));
  return [...always, ...terms, ...candidates];
}

/** What stands in the table word for word needs neither messages nor synonyms. */
function fewCodesNeeds(text: string, index: LookupIndex): string[] {
  if (latinWords(text).length > 0) return ['messages', 'clients', 'synonyms'];
  return text === '' || index.describedAs(wholeTerm(text)) ? [] : ['messages', 'synonyms'];
}

/** Shards that hold codes exist only where codes do; asking for others would be a request for nothing. */
function exists(name: string, index: LookupIndex): boolean {
  return !name.startsWith('p-') || Object.hasOwn(index.manifest.beginnings, name.slice(2));
}
