import { statusClass } from '../groups.ts';
import type {
  ClientFinding,
  DigitsFinding,
  Finding,
  Hit,
  KnownFinding,
  MessageFinding,
  Resolution,
  StatusFinding,
  Structure,
  UnknownFinding,
} from './finding.ts';
import type { LookupIndex } from './lookup-index.ts';
import { latinWords } from './phrases.ts';
import type { CodeToken, DigitsToken, ForeignToken, NumberToken, StatusToken, Token } from './read.ts';
import { beginningShard, endingShard, termShard } from './shards.ts';
import { readQuery } from './lexicon.ts';
import {
  candidateCodes,
  cutOffMessages,
  fullTextWords,
  isPiece,
  queryTerms,
  searchText,
} from './text-search.ts';
import { wholeTerm } from './terms.ts';

/** Texts up to this length are queries; longer ones are tickets and logs, in which single words mean nothing. */
const QUERY_LENGTH = 500;
const NEIGHBOURS = 5;
const MOST_HITS = 200;

/** A complete number: three digits of the status, four of the sequence. */
const COMPLETE = 7;

const byCode = (a: Hit, b: Hit) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

function canonical(token: CodeToken): string {
  return [token.family, token.service, token.digits].filter((part) => part !== '').join('.');
}

function unknown(
  token: Token,
  code: string,
  service: string,
  digits: string,
  index: LookupIndex,
): UnknownFinding {
  const { start, end } = token;
  const structure = digits.length === COMPLETE ? structureOf(service, digits, index) : undefined;
  return {
    kind: 'unknown',
    start,
    end,
    code,
    ...(structure ? { structure } : {}),
    neighbours: index.nearest(digits.slice(0, COMPLETE), NEIGHBOURS),
  };
}

/** What the parts of a number tell; nothing where it does not begin with the status of an error. */
function structureOf(service: string, number: string, index: LookupIndex): Structure | undefined {
  const httpStatus = Number(number.slice(0, 3));
  const status = index.status(httpStatus) ?? classOnly(httpStatus, index);
  return status && { service, number, httpStatus, sequence: number.slice(3), status };
}

/** A status that no list has still has a class: its meaning is that of x00 (RFC 9110, section 15). */
function classOnly(httpStatus: number, index: LookupIndex) {
  const general = index.status(Math.floor(httpStatus / 100) * 100);
  return general && httpStatus >= 400 && httpStatus < 600
    ? { ...general, status: httpStatus, name: statusClass(httpStatus) }
    : undefined;
}

function resolveCode(token: CodeToken, index: LookupIndex): Finding[] {
  const code = canonical(token);
  const exact = index.find(code);
  if (exact) return [known(token, exact.hit)];
  const today = index.find(aliasOf(code, index) ?? '');
  if (today) return [{ ...known(token, today.hit), alias: code }];
  if (token.digits.length < COMPLETE) return family(token, token.digits, index, token.service);
  return [unknown(token, code, token.service, token.digits, index)];
}

function known(token: Token, hit: Hit): KnownFinding {
  return { kind: 'known', start: token.start, end: token.end, hit };
}

function resolveNumber(token: NumberToken, index: LookupIndex): Finding[] {
  const found = index.byDigits(token.digits);
  if (found.length > 0) return found.map(({ hit }) => known(token, hit));
  const service = index.manifest.services[0];
  if (!token.sure || !service || token.digits.length !== COMPLETE || !/^[45]/u.test(token.digits)) return [];
  const code = canonical({ ...token, kind: 'code', ...service });
  return [unknown(token, code, service.service, token.digits, index)];
}

function family(token: Token, digits: string, index: LookupIndex, service?: string): DigitsFinding[] {
  const hits = [...index.codes()]
    .filter(
      (code) =>
        code.digits.startsWith(digits) && (service === undefined || code.hit.code.includes(`${service}.`)),
    )
    .map(({ hit }) => hit)
    .sort(byCode);
  return hits.length === 0
    ? []
    : [{ kind: 'family', start: token.start, end: token.end, digits, hits: hits.slice(0, MOST_HITS) }];
}

function resolveDigits(token: DigitsToken, index: LookupIndex): DigitsFinding[] {
  if (token.kind === 'prefix') return family(token, token.digits, index);
  const hits = [...index.codes()]
    .filter(({ digits }) => digits.length >= token.digits.length && digits.endsWith(token.digits))
    .map(({ hit }) => hit)
    .sort(byCode);
  if (hits.length === 0 && token.digits.length === 4) return family(token, token.digits, index);
  return hits.length === 0
    ? []
    : [{ kind: 'last-digits', start: token.start, end: token.end, digits: token.digits, hits }];
}

function resolveStatus(token: StatusToken, index: LookupIndex): StatusFinding[] {
  const fits = (status: number | undefined) =>
    status !== undefined &&
    (token.status.endsWith('xx') ? statusClass(status) === token.status : String(status) === token.status);
  const hits = [...index.codes()]
    .filter(({ hit }) => fits(hit.httpStatus) && hit.state === 'documented')
    .map(({ hit }) => hit)
    .slice(0, MOST_HITS);
  const brief = index.status(Number(token.status));
  if (hits.length === 0 && !brief) return [];
  return [
    {
      kind: 'status',
      start: token.start,
      end: token.end,
      status: token.status,
      ...(brief ? { brief } : {}),
      hits,
    },
  ];
}

function resolveForeign(token: ForeignToken, index: LookupIndex): Finding[] {
  const { start, end, code, prefix } = token;
  const own = index.find(code) ?? index.find(code.toUpperCase());
  if (own) return [known(token, own.hit)];
  const service = index.foreignService(prefix);
  return [{ kind: 'foreign', start, end, code, ...(service ? { service } : {}) }];
}

/** What a token stands for; nothing where the index knows nothing of it. */
export function resolveToken(token: Token, index: LookupIndex): Finding[] {
  switch (token.kind) {
    case 'code':
      return resolveCode(token, index);
    case 'number':
      return resolveNumber(token, index);
    case 'status':
      return resolveStatus(token, index);
    case 'foreign':
      return resolveForeign(token, index);
    default:
      return resolveDigits(token, index);
  }
}

/** A message of so many words is told by them alone; a shorter one has to stand by itself. */
const TELLING = 4;

/** Literal messages and client texts that stand whole in the text, in order of appearance, each as often as it stands. */
export function wholeMessages(text: string, index: LookupIndex): (MessageFinding | ClientFinding)[] {
  return index
    .phrases()
    .findAll(latinWords(text))
    .flatMap((match): (MessageFinding | ClientFinding)[] => {
      const { start, end, value, words } = match;
      if (value.kind === 'client') return [index.clientFinding(value.client, match)];
      if (words < TELLING && !isPiece(text, match)) return [];
      return [{ kind: 'message', start, end, message: value.message, hits: index.hits(value.codes) }];
    });
}

/** The same for two tokens that must resolve to the same. */
export function tokenKey(token: Token): string {
  return JSON.stringify({ ...token, start: 0, end: 0 });
}

/** What a finding is about, for naming each thing once. */
export function subject(finding: Finding): string {
  switch (finding.kind) {
    case 'known':
      return finding.hit.code;
    case 'unknown':
    case 'foreign':
      return finding.code;
    case 'message':
      return `message ${finding.message}`;
    case 'client':
      return `client ${finding.id}`;
    case 'status':
      return `status ${finding.status}`;
    default:
      return `${finding.kind} ${finding.digits}`;
  }
}

function eachOnce<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

const isCode = (finding: Finding) => ['known', 'unknown', 'foreign'].includes(finding.kind);
const hitsIn = (finding: Finding): readonly Hit[] =>
  finding.kind === 'known' ? [finding.hit] : 'hits' in finding ? finding.hits : [];

/** What was named outright goes before what was described, that before what was merely touched. */
const RANK: readonly Finding['kind'][] = ['known', 'message', 'client', 'last-digits', 'family', 'status'];
/** Three digits alone are a status first, and the end of a number second. */
const DIGITS_RANK: readonly Finding['kind'][] = ['status', 'last-digits', 'family'];

function rankedHits(findings: readonly Finding[]): Hit[] {
  if (findings.some(isCode)) return findings.filter(isCode).flatMap(hitsIn);
  const isDigits = findings.every(({ kind }) => DIGITS_RANK.includes(kind));
  return (isDigits && findings.some(({ kind }) => kind === 'last-digits') ? DIGITS_RANK : RANK).flatMap(
    (kind) => findings.filter((finding) => finding.kind === kind).flatMap(hitsIn),
  );
}

/**
 * Reads whatever was typed or pasted and says what is in it. Never throws; time is linear in the text.
 *
 * @param text a code in any spelling, digits, a status, a message, words, a ticket, a log
 * @param index the look-up data; load what `needs` names first, or less is found
 */
export function resolve(text: string, index: LookupIndex): Resolution {
  const tokens = index.read(text);
  const fromTokens = eachOnce(tokens, tokenKey).flatMap((token) => resolveToken(token, index));
  const isTicket = text.length > QUERY_LENGTH;
  const messages = fromTokens.some(isCode) && !isTicket ? [] : wholeMessages(text, index);
  const findings = eachOnce(
    [...fromTokens, ...messages].sort(
      (a, b) => a.start - b.start || RANK.indexOf(a.kind) - RANK.indexOf(b.kind),
    ),
    subject,
  );
  if (isTicket || findings.some((finding) => isCode(finding) || finding.kind === 'last-digits')) {
    return { findings, hits: eachOnce(rankedHits(findings), ({ code }) => code), words: '' };
  }
  return resolveWords(text, findings, index);
}

/** A query without a code: cut-off messages, then what its words say; the rest is for full-text search. */
function resolveWords(text: string, found: readonly Finding[], index: LookupIndex): Resolution {
  if (found.some(({ kind }) => kind === 'message' || kind === 'client')) {
    return { findings: found, hits: eachOnce(rankedHits(found), ({ code }) => code), words: '' };
  }
  const cutOff = cutOffMessages(text, index);
  const findings = eachOnce([...found, ...cutOff], subject);
  const statusOnly = findings.some(({ kind }) => kind === 'status' || kind === 'family');
  const settled = findings.filter(
    (finding) => finding.kind === 'family' || (finding.kind === 'status' && finding.hits.length > 0),
  );
  const query = readQuery(withoutSpans(text, settled), index.lexicon);
  const described = searchText(query, index);
  const hits =
    statusOnly && described.length > 0
      ? narrowed(findings, described)
      : [...rankedHits(findings), ...described];
  const words = statusOnly && query.units.length === 0 ? '' : fullTextWords(query, index);
  return { findings, hits: eachOnce(hits, ({ code }) => code), words };
}

/** «403 没有权限»: codes of that status that say so first, then the others that say so, then the rest of the status. */
function narrowed(findings: readonly Finding[], described: readonly Hit[]): Hit[] {
  const named = rankedHits(findings);
  const codes = new Set(named.map(({ code }) => code));
  return [...described.filter(({ code }) => codes.has(code)), ...described, ...named];
}

function withoutSpans(text: string, findings: readonly Finding[]): string {
  return [...findings]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

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
  if (tokens.some((token) => resolvesToNothing(token, index))) names.add('statuses');
  return [...names].filter((name) => !index.has(name) && exists(name, index));
}

function resolvesToNothing(token: Token, index: LookupIndex): boolean {
  if (token.kind === 'status') return true;
  return (token.kind === 'code' || token.kind === 'number') && index.byDigits(token.digits).length === 0;
}

function tokenNeeds(token: Token, index: LookupIndex): string[] {
  if (token.kind === 'foreign') return ['services'];
  if (!index.manifest.split) return ['codes'];
  if (token.kind === 'last-digits') return [endingShard(token.digits)];
  if (token.kind === 'status') return beginningNeeds(token.status.replace(/x/gu, ''), index);
  const today = token.kind === 'code' ? aliasOf(canonical(token), index) : undefined;
  return [token.digits, ...(today === undefined ? [] : [lastDigits(today)])].flatMap((digits) =>
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

/** The digits at the end of a code: its number. */
const lastDigits = (code: string) => /\d*$/u.exec(code)?.[0] ?? '';

function aliasOf(code: string, { manifest: { aliases } }: LookupIndex): string | undefined {
  return Object.hasOwn(aliases, code) ? aliases[code] : undefined;
}

/** Of a ticket only what it quotes is looked up, not what its words mean. */
function ticketNeeds({ manifest }: LookupIndex): string[] {
  return manifest.split ? ['clients'] : ['clients', 'codes', 'messages'];
}

function wordNeeds(text: string, index: LookupIndex): string[] {
  if (!index.manifest.split) return oneShardNeeds(text, index);
  // Clients print Latin letters.
  const always = latinWords(text).length > 0 ? ['synonyms', 'clients'] : ['synonyms'];
  if (text === '' || !index.has('synonyms')) return always;
  const query = readQuery(text, index.lexicon);
  const whole = wholeTerm(query.bare);
  const first = termShard(whole);
  if (!index.has(first)) return [...always, first];
  const isExact = index.posting(first, whole).length > 0;
  const terms = isExact ? [] : queryTerms(query).map(termShard);
  const candidates = candidateCodes(query, index).map((code) => beginningShard(lastDigits(code)));
  return [...always, ...terms, ...candidates];
}

/** What stands in the table word for word needs neither messages nor synonyms. */
function oneShardNeeds(text: string, index: LookupIndex): string[] {
  if (latinWords(text).length > 0) return ['codes', 'messages', 'clients', 'synonyms'];
  if (!index.has('codes') || text === '' || index.describedAs(wholeTerm(text))) return ['codes'];
  return ['codes', 'messages', 'synonyms'];
}

/** Shards that hold codes exist only where codes do; asking for others would be a request for nothing. */
function exists(name: string, index: LookupIndex): boolean {
  return !name.startsWith('p-') || Object.hasOwn(index.manifest.beginnings, name.slice(2));
}
