/** What a token means: a code, a family of codes, a status, a code of another service. */
import type { Span } from '../lib/span.ts';
import { statusClass } from '../catalog/groups.ts';
import type {
  DigitsFinding,
  Finding,
  Hit,
  KnownFinding,
  StatusFinding,
  Structure,
  UnknownFinding,
} from './finding.ts';
import { foldText } from './fold.ts';
import type { LookupIndex } from './lookup-index.ts';
import {
  SEVEN_DIGITS,
  type CodeToken,
  type DigitsToken,
  type ForeignToken,
  type NumberToken,
  type ServiceName,
  type StatusToken,
  type Token,
} from './read.ts';

const NEIGHBOURS = 5;
const MAX_HITS = 200;
const STATUS_DIGITS = 3;

/** By code; what only another list has comes last. */
const byCode = (a: Hit, b: Hit) =>
  Number(a.state === 'listed') - Number(b.state === 'listed') ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** The canonical spelling of a code, or of the beginning of one. */
function canonical({ family, service }: ServiceName, digits: string): string {
  return [family, service, digits].filter((part) => part !== '').join('.');
}

function unknown(
  { start, end }: Token,
  name: ServiceName,
  digits: string,
  index: LookupIndex,
): UnknownFinding {
  const code = canonical(name, digits);
  const { hasStatus } = name;
  const structure = hasStatus && digits.length === SEVEN_DIGITS ? structureOf(name, digits) : undefined;
  const number = hasStatus ? digits.slice(0, SEVEN_DIGITS).padEnd(SEVEN_DIGITS, '0') : digits;
  return {
    kind: 'unknown',
    start,
    end,
    code,
    ...(structure ? { structure } : {}),
    ...(index.isElsewhere(code) && { isElsewhere: true }),
    neighbours: index.nearest(number, NEIGHBOURS, code.slice(0, code.indexOf('.') + 1), hasStatus),
  };
}

/** What the parts of a number tell; nothing where it does not begin with the status of an error. */
function structureOf({ service, vendor }: ServiceName, number: string): Structure | undefined {
  const httpStatus = Number(number.slice(0, STATUS_DIGITS));
  const isError = httpStatus >= 400 && httpStatus < 600;
  const parts = { service, number, httpStatus, sequence: number.slice(STATUS_DIGITS) };
  return isError ? { ...parts, ...(vendor !== undefined && { vendor }) } : undefined;
}

function resolveCode(token: CodeToken, index: LookupIndex): Finding[] {
  const { digits } = token;
  const code = canonical(token, digits);
  const exact = index.find(code);
  if (exact.length > 0) return exact.map(({ hit }) => known(token, hit));
  const today = index.find(index.aliasOf(code) ?? '');
  if (today.length > 0) return today.map(({ hit }) => ({ ...known(token, hit), alias: code }));
  const { lengths } = token;
  const begun = digits.length < Math.max(...lengths) ? family(token, digits, index, token.service) : [];
  // A number that is too short is reported as unknown; shorter than a status it is a prefix.
  const isTelling = digits.length > STATUS_DIGITS || /^[045]\d\d/u.test(digits);
  if (begun.length > 0 || (digits.length < Math.min(...lengths) && !isTelling)) return begun;
  return [unknown(token, token, digits, index)];
}

function known({ start, end }: Span, hit: Hit): KnownFinding {
  return { kind: 'known', start, end, hit };
}

function resolveNumber(token: NumberToken, index: LookupIndex): Finding[] {
  const found = index.byDigits(token.digits);
  if (found.length > 0) return found.map(({ hit }) => known(token, hit));
  const service = index.vocabulary.services.find(({ hasStatus }) => hasStatus);
  if (!token.sure || !service || token.digits.length !== SEVEN_DIGITS || !/^[45]/u.test(token.digits))
    return [];
  return [unknown(token, service, token.digits, index)];
}

function family(token: Token, digits: string, index: LookupIndex, service?: string): DigitsFinding[] {
  const hits = index.codes
    .filter(
      (code) =>
        code.digits.startsWith(digits) && (service === undefined || code.hit.code.includes(`${service}.`)),
    )
    .map(({ hit }) => hit)
    .sort(byCode);
  return hits.length === 0
    ? []
    : [{ kind: 'family', start: token.start, end: token.end, digits, hits: hits.slice(0, MAX_HITS) }];
}

function resolveDigits(token: DigitsToken, index: LookupIndex): DigitsFinding[] {
  if (token.kind === 'prefix') return family(token, token.digits, index);
  const hits = index.codes
    .filter(({ digits }) => digits.length >= token.digits.length && digits.endsWith(token.digits))
    .map(({ hit }) => hit)
    .sort(byCode);
  if (hits.length === 0 && token.digits.length === 4) return family(token, token.digits, index);
  return hits.length === 0
    ? []
    : [{ kind: 'last-digits', start: token.start, end: token.end, digits: token.digits, hits }];
}

/** The codes with a status; nothing where neither a code nor a list has it. */
function resolveStatus(token: StatusToken, index: LookupIndex): StatusFinding[] {
  const fits = ({ statuses }: Hit) =>
    statuses.some((status) =>
      token.status.endsWith('xx') ? statusClass(status) === token.status : String(status) === token.status,
    );
  const hits = index.codes
    .filter(({ hit }) => fits(hit) && hit.state === 'documented')
    .map(({ hit }) => hit)
    .slice(0, MAX_HITS);
  const { start, end, status } = token;
  const reason = index.reasonOf(Number(status));
  if (reason !== undefined) return [{ kind: 'status', start, end, status, reason, hits }];
  return hits.length === 0 ? [] : [{ kind: 'status', start, end, status, hits }];
}

function resolveForeign(token: ForeignToken, index: LookupIndex): Finding[] {
  const { start, end, code, prefix } = token;
  const own = index.find(code);
  if (own.length > 0) return own.map(({ hit }) => known(token, hit));
  const listed = index.foreignPrefix(prefix);
  return [{ kind: 'foreign', start, end, code, ...(listed === undefined ? {} : { prefix: listed }) }];
}

/** What a token means; nothing where the index does not know it. */
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

/** Possible codes that are not a service and a number: `NoSuchKey`, `KMS.NotFound`. */
const NAME = /\w+(?:[.-]\w+)*/gu;

/**
 * Codes in a text that the reader cannot tell from words, because only the list of codes makes them codes. In prose a
 * mere word has to be spelled as the code is; a text that is nothing but the code may be in any case.
 */
export function namedCodes(text: string, tokens: readonly Token[], index: LookupIndex): KnownFinding[] {
  if (!index.hasNamedCodes) return [];
  const whole = text.trim().length;
  let next = 0;
  return [...foldText(text).matchAll(NAME)].flatMap(({ 0: name, index: start }) => {
    const span = { start, end: start + name.length };
    while ((tokens[next]?.end ?? Infinity) <= start) next += 1;
    if ((tokens[next]?.start ?? Infinity) < span.end) return [];
    const isFree = name.length === whole || /\d/u.test(name);
    return index.find(name).flatMap(({ hit }) => (isFree || hit.code === name ? known(span, hit) : []));
  });
}
