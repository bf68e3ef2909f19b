import type { CauseIndex, FoundCause } from './causes.ts';
import type { Span } from '../lib/span.ts';
import type { CauseFinding, Finding, Hit, MessageFinding, Resolution } from './finding.ts';
import { readQuery } from './lexicon.ts';
import type { LookupIndex } from './lookup-index.ts';
import { latinWords } from './phrases.ts';
import type { StatusToken, Token } from './read.ts';
import { namedCodes, resolveToken } from './resolve-token.ts';
import { cutOffMessages, fullTextWords, isPiece, searchText } from './text-search.ts';

/** Texts up to this length are queries; longer ones are tickets and logs, in which single words mean nothing. */
const QUERY_LENGTH = 500;
/** Hits and pages are one to one; a code may have a page in several products. */
const pathOf = ({ path }: Hit) => path;

/** Minimum number of words by which a message is recognised in running text; a shorter one must be on its own. */
const TELLING = 4;

/** Literal messages that the text contains whole, in order of appearance, every occurrence. */
export function wholeMessages(text: string, index: LookupIndex): MessageFinding[] {
  return index.messages.findAll(latinWords(text)).flatMap((match): MessageFinding[] => {
    const { start, end, value, words } = match;
    if (words < TELLING && !isPiece(text, match)) return [];
    return [{ kind: 'message', start, end, message: value.message, hits: value.codes.map(({ hit }) => hit) }];
  });
}

/** The causes behind a text; where it is a single word, behind a line of docker that ends in it: «EOF». */
function foundIn(text: string, causes: CauseIndex): FoundCause[] {
  const { found } = causes.find(text);
  if (found.length > 0 || !/^\s*[A-Za-z]+\s*$/u.test(text)) return found;
  const span = { start: 0, end: text.length };
  return causes.find(`docker: ${text}`).found.map((each) => ({ ...each, span, spans: [span] }));
}

/** The causes behind a text, most certain first; only the first contributes codes. */
function causesIn(text: string, index: LookupIndex, causes: CauseIndex): CauseFinding[] {
  return foundIn(text, causes).map((found, at) => {
    const codes = at === 0 ? found.cause.codes : [];
    const hits = codes.flatMap((code) => index.find(code).slice(0, 1)).map(({ hit }) => hit);
    return { kind: 'cause', ...found.span, found, hits };
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
      return finding.hit.path;
    case 'unknown':
    case 'foreign':
      return finding.code;
    case 'message':
      return `message ${finding.message}`;
    case 'cause':
      return `cause ${finding.found.cause.id}`;
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
const RANK: readonly Finding['kind'][] = ['known', 'message', 'cause', 'last-digits', 'family', 'status'];
/** Three digits alone are a status first, and the end of a number second. */
const DIGITS_RANK: readonly Finding['kind'][] = ['status', 'last-digits', 'family'];

function rankedHits(findings: readonly Finding[]): Hit[] {
  if (findings.some(isCode)) return findings.filter(isCode).flatMap(hitsIn);
  const isSaidByApi = findings.some(({ kind }) => kind === 'message');
  const ranked = isSaidByApi ? RANK.filter((kind) => kind !== 'cause') : RANK;
  const isDigits = findings.every(({ kind }) => DIGITS_RANK.includes(kind));
  return (isDigits && findings.some(({ kind }) => kind === 'last-digits') ? DIGITS_RANK : ranked).flatMap(
    (kind) => findings.filter((finding) => finding.kind === kind).flatMap(hitsIn),
  );
}

const isOwnCode = ({ kind }: Finding) => kind === 'known' || kind === 'unknown';
/** Two letters, or a letter and a digit: x509. */
const WORD = /[A-Za-z\p{Script=Han}][A-Za-z\d\p{Script=Han}]/u;

/**
 * Resolves typed or pasted text. Never throws; time is linear in the text.
 *
 * @param text a code in any spelling, digits, a status, a message, a client's line, words, a ticket, a log
 * @param causes omitted until loaded; the result says whether they are needed
 */
export function resolve(text: string, index: LookupIndex, causes?: CauseIndex): Resolution {
  const tokens = index.read(text);
  const fromTokens = [
    ...eachOnce(tokens, tokenKey).flatMap((token) => resolveToken(token, index)),
    ...namedCodes(text, tokens, index),
  ];
  const isTicket = text.length > QUERY_LENGTH;
  const namesCodes = tokens.some(({ kind }) => kind === 'code') || fromTokens.some(isOwnCode);
  const asksForWords = isTicket || !namesCodes;
  const behind = causes && asksForWords ? causesIn(text, index, causes) : [];
  const messages = fromTokens.some(isCode) && !isTicket ? [] : messagesIn(text, index, isTicket);
  const findings = eachOnce(
    [
      ...[...fromTokens, ...messages].sort(
        (a, b) => a.start - b.start || RANK.indexOf(a.kind) - RANK.indexOf(b.kind),
      ),
      ...behind,
    ],
    subject,
  );
  const needsCauses = !causes && asksForWords && WORD.test(text);
  const answer = (resolution: Answer): Resolution => ({
    needsCauses: needsCauses && !isWholeDescription(text, resolution.hits, index),
    ...resolution,
  });
  if (namesCodes || findings.some(isCode)) return answer(settled(findings));
  const said = isBareStatus(text, tokens) ? [] : findings.filter(isSaid);
  if (isTicket || (said.length > 0 && !isDescription(text, said, index))) {
    return answer(settled(findings, said.some((finding) => isTelling(finding, index)) ? said : findings));
  }
  if (findings.some(({ kind }) => kind === 'last-digits')) return answer(settled(findings));
  const statuses = tokens.filter((token) => token.kind === 'status');
  return answer(resolveWords(text, findings, statuses, index));
}

/** The literal messages of a text; of a short one without any, those that it has a part of. */
function messagesIn(text: string, index: LookupIndex, isTicket: boolean): MessageFinding[] {
  const whole = wholeMessages(text, index);
  return whole.length > 0 || isTicket ? whole : cutOffMessages(text, index);
}

/** Whether a text names a status and says nothing else. */
const isBareStatus = (text: string, tokens: readonly Token[]) =>
  tokens.some(({ kind }) => kind === 'status') && !WORD.test(withoutSpans(text, tokens));

/** Whether a code is described in just these words; then no more needs to be loaded. */
const isWholeDescription = (text: string, hits: readonly Hit[], { lexicon }: LookupIndex) =>
  hits.some(({ description }) => lexicon.bare(description) === lexicon.bare(text));

type Answer = Omit<Resolution, 'needsCauses'>;

/** An answer that words can add nothing to; `telling`: the findings that lead to codes. */
function settled(findings: readonly Finding[], telling: readonly Finding[] = findings): Answer {
  const hits = eachOnce(rankedHits(telling), pathOf);
  return { findings, hits, isDescription: false, asked: '', words: '', settled: true };
}

const isSaid = ({ kind }: Finding) => kind === 'message' || kind === 'cause';

/**
 * Whether a text that hints at causes describes a code all the same: it says just what a description says, or its hints
 * are Chinese words alone for causes that have codes, which they may as well describe.
 */
function isDescription(text: string, said: readonly Finding[], { codes, lexicon }: LookupIndex): boolean {
  const causes = said.filter((finding) => finding.kind === 'cause');
  if (causes.length < said.length) return false;
  const asked = lexicon.bare(text);
  return (
    codes.some(({ bare }) => bare.includes(asked)) ||
    causes.every(
      ({ found, start, end }) =>
        found.cause.codes.length > 0 && /\p{Script=Han}/u.test(text.slice(start, end)),
    )
  );
}

/** A text with codes says more than the status beside it («400 Bad Request: Invalid image, …»), unless it only names one. */
function isTelling(finding: Finding, { vocabulary: { reasons } }: LookupIndex): boolean {
  if (finding.kind === 'cause') return true;
  const text = finding.kind === 'message' ? finding.message.toLowerCase() : '';
  return hitsIn(finding).length > 0 && !reasons.some(({ phrase }) => phrase.toLowerCase() === text);
}

/** A query without a code: cut-off messages, then what its words say; the rest is for full-text search. */
function resolveWords(
  text: string,
  found: readonly Finding[],
  statuses: readonly StatusToken[],
  index: LookupIndex,
): Answer {
  const named = found.filter(({ kind }) => kind === 'status' || kind === 'family');
  const families = named.filter(({ kind }) => kind === 'family');
  const query = readQuery(withoutSpans(text, [...statuses, ...families]), index.lexicon);
  const bare = statuses.filter(({ start }) => !hitsAt(start, named)).map(({ status }) => status);
  const described = query.units.length > 0 ? searchText(query, index) : saidByReason(bare, index);
  const hits =
    named.length > 0 && described.length > 0
      ? narrowed(found, described)
      : [...rankedHits(found.filter(({ kind }) => kind !== 'cause')), ...described];
  const rest = query.units.length === 0 && named.length > 0 ? '' : fullTextWords(query, index);
  const words = [...bare, rest].join(' ').trim();
  const asked = index.lexicon.bare(text);
  return {
    findings: found,
    hits: eachOnce(hits, pathOf),
    isDescription: true,
    asked: [...bare, query.spoken.trim()].join(' ').trim(),
    words,
    settled: words === '' || hits.some(({ description }) => index.lexicon.bare(description) === asked),
  };
}

/** Statuses that no code has, told by their reason phrases: «HTTP 429», Too Many Requests. */
function saidByReason(statuses: readonly string[], index: LookupIndex): Hit[] {
  return statuses.flatMap((status) => {
    const reason = index.reasonOf(Number(status)) ?? '';
    // A single word (Locked) is too vague.
    return reason.includes(' ') ? searchText(readQuery(reason, index.lexicon), index, 1) : [];
  });
}

const hitsAt = (start: number, findings: readonly Finding[]) =>
  findings.some((finding) => finding.start === start && hitsIn(finding).length > 0);

/** «403 没有权限»: codes of that status that say so first, then the others that say so, then the rest of the status. */
function narrowed(findings: readonly Finding[], described: readonly Hit[]): Hit[] {
  const named = rankedHits(findings);
  const paths = new Set(named.map(pathOf));
  return [...described.filter(({ path }) => paths.has(path)), ...described, ...named];
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}
