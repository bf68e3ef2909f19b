import type { Span } from '../lib/span.ts';
import { foldText } from './fold.ts';

/** A service that this site lists codes of, as codes name it. */
export interface ServiceName {
  /** First part of its codes, e.g. `SVCSTG`; '' where codes begin with the service. */
  readonly family: string;
  readonly service: string;
  /** How many digits its numbers have. */
  readonly lengths: readonly number[];
  /** Whether these begin with an HTTP status. */
  readonly hasStatus: boolean;
  /** Who provides it, where that is not the vendor that the site is about. */
  readonly vendor?: string | undefined;
}

/** What the reader has to know beforehand: names, never codes. */
export interface Vocabulary {
  readonly services: readonly ServiceName[];
  /** Prefixes of codes of other services; `digits` restricts the number of digits. */
  readonly foreign: readonly { readonly prefix: string; readonly digits?: number | undefined }[];
  /** Reason phrases of HTTP statuses and other spellings of them, with the status. */
  readonly reasons: readonly { readonly phrase: string; readonly status: number }[];
}

/** A code with its service, in canonical spelling, complete or (`digits` shorter) the beginning of one. */
export interface CodeToken extends Span, ServiceName {
  readonly kind: 'code';
  readonly digits: string;
}

/** A number without a service. `sure`: it is meant as a code, whether or not it is known. */
export interface NumberToken extends Span {
  readonly kind: 'number';
  readonly digits: string;
  readonly sure: boolean;
}

/** Last three or four digits, or the beginning of a number, when the text has nothing else. */
export interface DigitsToken extends Span {
  readonly kind: 'last-digits' | 'prefix';
  readonly digits: string;
}

export interface StatusToken extends Span {
  readonly kind: 'status';
  /** `409` or `4xx`. */
  readonly status: string;
}

export interface ForeignToken extends Span {
  readonly kind: 'foreign';
  readonly code: string;
  readonly prefix: string;
  /** Whether the prefix is in the vocabulary. */
  readonly listed: boolean;
}

export type Token = CodeToken | NumberToken | DigitsToken | StatusToken | ForeignToken;

/** Digits of a number that begins with a status: three of the status, four of a sequence; a few codes have five. */
export const SEVEN_DIGITS = 7;

/** How many digits numbers have that begin with a status. */
function statusLengths(services: readonly ServiceName[]): readonly number[] {
  const lengths = services.flatMap((name) => (name.hasStatus ? name.lengths : []));
  return [...new Set([SEVEN_DIGITS, ...lengths])];
}

/** Part of an expression: a number that has one of these lengths. */
const numberOf = (lengths: readonly number[]) =>
  `(${lengths.map((length) => String.raw`\d{${length}}`).join('|')})`;

/** Shorter than this is a text that somebody types; longer ones are pasted. */
const TYPED = 200;
/** Between the parts of a code people write dots of every kind, underscores, hyphens, colons, spaces. */
const GAP = String.raw`[\s._\-。·,、:/\\|#]{0,3}`;
/**
 * Digits of a code: in one piece, or with a gap after the status; off a screenshot, with letters O, I and l for 0 and 1.
 * What is left open may be written as `xxxx` or `*`.
 */
const DIGITS = String.raw`(\d{3}[ .\-]\d{4}(?!\d)|\d{3,12}|[45][\dOIl]{6})(?:[xX*?…]{1,6})?`;
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
const alternatives = (words: readonly string[]) =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|');

type Reader = (text: string) => Token[];

const spanOf = (match: RegExpExecArray | RegExpMatchArray): Span => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});

/**
 * Whether a number behind the name of a service alone is one of its codes: «SWR 404» speaks of a status, «SWR 2021» of a
 * year. Of numbers that do not begin with a status, one as long as the service's own is a code where somebody types it.
 */
function isTelling(digits: string, { lengths, hasStatus }: ServiceName, text: string): boolean {
  if (digits.length >= SEVEN_DIGITS) return true;
  if (hasStatus) return false;
  const isYear = /^(?:19|20)\d\d$/u.test(digits) && text.trim().length > 'service.2021'.length;
  return (
    digits.startsWith('0') ||
    (text.length < TYPED && digits.length > 3 && lengths.includes(digits.length) && !isYear)
  );
}

/** `SVCSTG.SWR.4001048`, `svcstg_swr_4001048`, `SWR 4001048`, `SVCSTG.SWR.4037`. */
function codeReader(vocabulary: Vocabulary): Reader {
  const families = alternatives(vocabulary.services.flatMap(({ family }) => (family === '' ? [] : [family])));
  const services = alternatives(vocabulary.services.map(({ service }) => service));
  if (services === '') return () => [];
  const family = families === '' ? '()' : `(?:(${families})${GAP})?`;
  const expression = new RegExp(
    `(?<![A-Za-z0-9])${family}(${services})(${GAP})${DIGITS}(?![0-9A-Za-z])`,
    'giu',
  );
  const names = new Map(
    vocabulary.services.flatMap((name) =>
      [name.service, `${name.family}.${name.service}`].map((text) => [text.toUpperCase(), name]),
    ),
  );
  return (text) =>
    [...text.matchAll(expression)].flatMap((match): CodeToken[] => {
      const [, prefix, service = '', gap = '', written = ''] = match;
      const upper = service.toUpperCase();
      const name = names.get(`${prefix?.toUpperCase()}.${upper}`) ?? names.get(upper);
      if (!name) return [];
      const digits = written.replace(/o/giu, '0').replace(/[il]/giu, '1').replace(/\D/gu, '');
      // Without the family only a dot makes any number a code.
      const isLoose = prefix === undefined && !/^[._]/u.test(gap);
      if (isLoose && (digits !== written || !isTelling(digits, name, text))) return [];
      return [{ kind: 'code', ...spanOf(match), ...name, digits }];
    });
}

/** `errorCodeSVCSTG.SWR.4001048errorMessage`: a complete code, whatever letters it was glued to when it was copied. */
function gluedReader({ services }: Vocabulary): Reader {
  const written = services
    .filter(({ family, hasStatus }) => family !== '' && hasStatus)
    .map((name) => ({ name, prefix: `${name.family}.${name.service}.`.toUpperCase() }));
  if (written.length === 0) return () => [];
  const expression = new RegExp(
    `(${alternatives(written.map(({ prefix }) => prefix))})${numberOf(statusLengths(services))}(?!\\d)`,
    'giu',
  );
  return (text) =>
    [...text.matchAll(expression)].flatMap((match): CodeToken[] => {
      const name = written.find(({ prefix }) => prefix === match[1]?.toUpperCase())?.name;
      return name ? [{ kind: 'code', ...spanOf(match), ...name, digits: match[2] ?? '' }] : [];
    });
}

/** `SVCSTG.4001048`: the family alone, so the number has to tell the rest. */
function familyReader(vocabulary: Vocabulary): Reader {
  const families = alternatives(vocabulary.services.flatMap(({ family }) => (family === '' ? [] : [family])));
  if (families === '') return () => [];
  const number = numberOf(statusLengths(vocabulary.services));
  const expression = new RegExp(`(?<![A-Za-z0-9])(?:${families})${GAP}${number}(?![0-9A-Za-z])`, 'giu');
  return (text) =>
    [...text.matchAll(expression)].map((match) => ({
      kind: 'number',
      ...spanOf(match),
      digits: match[1] ?? '',
      sure: true,
    }));
}

/** `ContainerOps.4007003`: a name, and behind it a number that begins with the status of an error. */
const isLikeOurs = (prefix: string, digits: string) => /^[A-Z]/u.test(prefix) && /^[45]\d{6}$/u.test(digits);

/** `APIGW.0101`, `Ecs.0204`; an unlisted prefix counts only in capitals or before a number of the same form. */
function foreignReader(vocabulary: Vocabulary): Reader {
  const expression =
    /(?<![A-Za-z0-9._\-/])([A-Za-z][A-Za-z0-9]{1,11}(?:\.[A-Za-z][A-Za-z0-9]{1,11})?)\.(\d{1,4}\.\d{3,8}|\d{3,8})(?![\w\-/]|\.\d)/gu;
  const own = new Set(
    vocabulary.services
      .flatMap(({ family, service }) => [join(family, service), family + service, family, service])
      .map((name) => name.toUpperCase()),
  );
  const dotted: Reader = (text) =>
    [...text.matchAll(expression)].flatMap((match): ForeignToken[] => {
      const [code, prefix = '', digits = ''] = match;
      const count = digits.replace('.', '').length;
      const listed = vocabulary.foreign.some(
        (entry) =>
          startsWithPart(prefix.toUpperCase(), entry.prefix.toUpperCase()) &&
          (entry.digits === undefined || entry.digits === count),
      );
      if (own.has(prefix.toUpperCase()) && !listed) return [];
      const looksForeign = /^[A-Z][A-Z0-9.]+$/u.test(prefix)
        ? digits.length >= 4
        : isLikeOurs(prefix, digits);
      if (!listed && !looksForeign) return [];
      return [{ kind: 'foreign', ...spanOf(match), code, prefix, listed }];
    });
  const loose = looseForeignReader(vocabulary);
  return (text) => [...dotted(text), ...loose(text)];
}

/** `apigw 0101`, `APIGW0101`: listed prefixes that are no word of a language need no dot. */
function looseForeignReader(vocabulary: Vocabulary): Reader {
  const prefixes = vocabulary.foreign.filter(({ prefix }) => prefix.length >= 4).map(({ prefix }) => prefix);
  if (prefixes.length === 0) return () => [];
  const expression = new RegExp(
    `(?<![A-Za-z0-9._\\-/])(${alternatives(prefixes)})[\\s_:-]{0,2}(\\d{4,8})(?![\\w\\-/])`,
    'giu',
  );
  return (text) =>
    [...text.matchAll(expression)].map((match) => ({
      kind: 'foreign',
      ...spanOf(match),
      code: `${match[1]?.toUpperCase() ?? ''}.${match[2] ?? ''}`,
      prefix: match[1] ?? '',
      listed: true,
    }));
}

const join = (family: string, service: string) => (family === '' ? service : `${family}.${service}`);

/** `PAP5` and `PAP` begin alike, `APIGW` and `APIG` do not: after the prefix only digits or a dot may follow. */
function startsWithPart(text: string, prefix: string): boolean {
  return text.startsWith(prefix) && /^(?:\d*|\..*)$/u.test(text.slice(prefix.length));
}

/** Text before a number that is meant as a code. */
const CALLED_CODE =
  /(?:报错|错误|码|编号|(?<![a-z])err|(?:err(?:or)?[\s_]?|(?<![a-z]))code|error|errno)["'\s:=#是为]{0,5}$/iu;
const CALLED_LAST =
  /(?:(?:末尾?的?|最?后)[三四34几]位|(?:结|末)尾|尾[号数]|last\s+(?:three|four|3|4)(?:\s+digits)?|end(?:s|ing)?\s(?:in|with))["'\s:=是为]{0,4}$/iu;
const CALLED_LAST_AFTER = /^\s?(?:结尾|收尾)/u;
const CALLED_PREFIX_AFTER = /^\s?(?:开头|打头|系列)/u;
/** Text before a number that is something else: a size, a port, a process, a ticket. */
const CALLED_OTHERWISE =
  /(?:端口|内存|大小|长度|偏移|工单号?|单号|电话|手机|第|(?<![a-z])(?:size|length|bytes?|mem(?:ory)?|port|[ptu]?id|offset|count|line|ticket|issue|order|seq|cost|took|elapsed|duration|total))["'\s:=#是为]{0,4}$/iu;
/** Text after a number that is an amount. */
const UNIT_AFTER =
  /^\s?(?:(?:[kmgt]i?b?|bytes?|[mun]?s|secs?|seconds?)(?![a-z])|%|字节|毫秒|秒|分钟|个|次|条|行|元|人|张|份)/iu;

/**
 * Numbers that stand alone: not part of a date, a size, a name, an address, a longer number. One that begins with a
 * status is meant as a code where somebody types it; logs are full of numbers.
 */
function numberReader({ reasons, services }: Vocabulary): Reader {
  const statuses = new Set(reasons.map(({ status }) => `${status}`));
  const lengths = statusLengths(services);
  return (text) =>
    [...text.matchAll(/\d+/gu)].flatMap((match): Token[] => {
      const { start, end } = spanOf(match);
      const digits = match[0];
      if (digits.length >= SEVEN_DIGITS && !lengths.includes(digits.length)) return [];
      const before = text.slice(Math.max(0, start - 24), start);
      const after = text.slice(end, end + 10);
      if (digits.length < SEVEN_DIGITS) return partOfNumber({ start, end }, digits, before, after);
      const isCalled = CALLED_CODE.test(before);
      if (!/^[45]/u.test(digits) || !standsAlone(before, after, isCalled)) return [];
      const sure = isCalled || (text.length < TYPED && statuses.has(digits.slice(0, 3)));
      return [{ kind: 'number', start, end, digits, sure }];
    });
}

/** The last or the first digits of a number, where the text calls them so. */
function partOfNumber(span: Span, digits: string, before: string, after: string): DigitsToken[] {
  if (digits.length < 3 || /\w$/u.test(before)) return [];
  if (CALLED_PREFIX_AFTER.test(after)) return [{ kind: 'prefix', ...span, digits }];
  const isLast = CALLED_LAST.test(before) || CALLED_LAST_AFTER.test(after);
  const isCalled = digits.length === 4 && CALLED_CODE.test(before) && !/^[\w.:/-]/u.test(after);
  return digits.length <= 4 && (isLast || isCalled) ? [{ kind: 'last-digits', ...span, digits }] : [];
}

function standsAlone(before: string, after: string, isCalledCode: boolean): boolean {
  const isInside = /[\w@+$%&]$|(?<!\d)\d{1,6},$|(?<!^|codes|\d{7})\/$/u.test(before);
  const isGlued =
    !isCalledCode && (/#$|[A-Za-z0-9]["']?[-.:=]$/u.test(before) || CALLED_OTHERWISE.test(before));
  const goesOn =
    /^[\w%]|^[-:.][A-Za-z0-9]|^,\d{3}(?!\d)/u.test(after) && !/^\.(?:html?|json)(?![a-z])|^%\d/iu.test(after);
  return !isInside && !isGlued && !goesOn && !UNIT_AFTER.test(after);
}

/** `HTTP 409`, `状态码 406`, `413 Payload Too Large`, `4xx`, `返回 404`. */
function statusReader(vocabulary: Vocabulary): Reader {
  const reasons = alternatives(vocabulary.reasons.map(({ phrase }) => phrase)).replace(
    / /gu,
    String.raw`[\s_-]{1,3}`,
  );
  const services = alternatives(vocabulary.services.map(({ service }) => service));
  const called = String.raw`(?:${services === '' ? '' : `${services}|`}https?(?:\/[\d.]{1,3})?(?:[\s_-]{0,2}(?:status|error|code|状态码?|错误码?|响应码?)){0,2}|status(?:[\s_-]?code)?|状态码?|返回码|响应码|returned|response|respond(?:s|ed)(?:\swith)?|返回了?|报错?|提示|遇到|收到|得到|出现|错误码?|error(?:\s?code)?|code)`;
  const expressions = [
    new RegExp(
      String.raw`(?<![A-Za-z0-9])${called}["'\s:=是为了]{0,5}([1-5](?:\d\d|xx))(?![\dA-Za-z]|[.\-:/]\d)`,
      'giu',
    ),
    new RegExp(String.raw`(?<![\w.\-:/])([1-5]\d\d)[\s:,()\-]{1,3}(?:${reasons})(?![A-Za-z])`, 'giu'),
    /(?<![\w.\-:/])([1-5]xx)(?![\w-])/giu,
    // At the very beginning, or named after the number: «403 没有权限», «404 错误».
    /^\s*([45]\d\d)(?=[\s,:])/gu,
    /(?<![\w.\-:/])([45]\d\d)(?=\s*(?:错误|报错|状态|error))/giu,
  ];
  return (text) =>
    expressions.flatMap((expression) =>
      [...text.matchAll(expression)].map((match) => ({
        kind: 'status' as const,
        ...spanOf(match),
        status: (match[1] ?? '').toLowerCase(),
      })),
    );
}

/** `SVCSTG.S2I`, `SVCSTG.SWR.4`: the beginning of a code, and nothing else. */
function beginningOfCode(text: string, span: Span, { services }: Vocabulary): Token[] {
  return services.flatMap((name): Token[] => {
    const expression = `^${name.family}${GAP}${name.service}${GAP}(\\d{0,2})[xX*?…]{0,7}$`;
    const [, digits] = new RegExp(expression, 'iu').exec(name.family && text) ?? [];
    return digits === undefined ? [] : [{ kind: 'code', ...span, ...name, digits }];
  });
}

/** A text that is nothing but the beginning of a code, digits, or a reason phrase. */
function wholeText(text: string, vocabulary: Vocabulary): Token[] {
  const trimmed = text.trim();
  const start = text.indexOf(trimmed);
  const span = { start, end: start + trimmed.length };
  const beginning = beginningOfCode(trimmed, span, vocabulary);
  if (beginning.length > 0) return beginning;
  // A single x belongs to a word: x509.
  const bare = /^(?![xX]\d)[("'#*.…[<xX《【]{0,4}(\d{3,12}|\d{3}[ .-]\d{4})[)"'\]>》】.,;!?。、]{0,4}$/u.exec(
    trimmed,
  )?.[1];
  if (bare !== undefined) return bareDigits(bare.replace(/\D/gu, ''), span);
  const asked = /^(\d{4})\s?(?:错误码?|报错|是?什么|怎么|什么意思)/u.exec(trimmed)?.[1];
  if (asked !== undefined) return [{ kind: 'last-digits', start, end: start + 4, digits: asked }];
  if (/^\d{4}(?:[\s,、;/|]+\d{4})+$/u.test(trimmed)) return severalLast(trimmed, start);
  const open = /^(\d{3,6})\s?[xX*?…]{1,4}$/u.exec(trimmed)?.[1];
  if (open !== undefined) return [{ kind: 'prefix', ...span, digits: open }];
  const reason = vocabulary.reasons.find(({ phrase }) => phrase.toLowerCase() === trimmed.toLowerCase());
  return reason ? [{ kind: 'status', ...span, status: String(reason.status) }] : [];
}

/** `1048 0006`: nothing but last four digits, several times. */
function severalLast(trimmed: string, offset: number): Token[] {
  return [...trimmed.matchAll(/\d{4}/gu)].map((match) => ({
    kind: 'last-digits',
    start: offset + match.index,
    end: offset + match.index + 4,
    digits: match[0],
  }));
}

function bareDigits(digits: string, span: Span): Token[] {
  const tokens: Token[] = [];
  if (digits.length === 3 && /^[1-5]/u.test(digits)) tokens.push({ kind: 'status', ...span, status: digits });
  if (digits.length <= 4) tokens.push({ kind: 'last-digits', ...span, digits });
  if (digits.length >= 4 && digits.length <= 6) tokens.push({ kind: 'prefix', ...span, digits });
  if (digits.length >= 7) tokens.push({ kind: 'number', ...span, digits, sure: true });
  return tokens;
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Merges two sorted lists; what overlaps an earlier-ranked token is dropped. Linear in the number of tokens. */
function withoutOverlaps(ranked: readonly Token[][]): Token[] {
  let kept: Token[] = [];
  for (const tokens of ranked) {
    const merged: Token[] = [];
    let next = 0;
    for (const token of [...tokens].sort((a, b) => a.start - b.start)) {
      while (next < kept.length && (kept[next] as Token).end <= token.start)
        merged.push(kept[next++] as Token);
      const other = kept[next];
      const last = merged.at(-1);
      if ((other && overlaps(other, token)) || (last && overlaps(last, token))) continue;
      merged.push(token);
    }
    kept = [...merged, ...kept.slice(next)];
  }
  return kept;
}

/**
 * Makes a reader: finds what is written in a text, without knowing which codes exist.
 * Time is linear in the text.
 *
 * @returns a function from a text to its tokens, in order of appearance, positions in UTF-16 units
 */
export function createReader(vocabulary: Vocabulary): Reader {
  const codes = codeReader(vocabulary);
  const foreign = foreignReader(vocabulary);
  const glued = gluedReader(vocabulary);
  const families = familyReader(vocabulary);
  const numbers = numberReader(vocabulary);
  const statuses = statusReader(vocabulary);
  return (input) => {
    // From here on there are no full-width forms.
    const text = foldText(input);
    if (text.length < TYPED) {
      const whole = wholeText(text, vocabulary);
      if (whole.length > 0) return whole;
    }
    return withoutOverlaps(
      [glued, foreign, codes, families, numbers, statuses].map((reader) => reader(text)),
    );
  };
}
