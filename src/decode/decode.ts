import type { Span } from '../lib/span.ts';
import type { CauseIndex, FoundCause } from '../search/causes.ts';
import type {
  CauseFinding,
  Finding,
  ForeignFinding,
  Hit,
  MessageFinding,
  UnknownFinding,
} from '../search/finding.ts';
import type { LookupIndex } from '../search/lookup-index.ts';
import { namedCodes, resolveToken } from '../search/resolve-token.ts';
import { countUpTo } from '../lib/line-numbers.ts';
import { tokenKey, wholeMessages } from '../search/resolve.ts';
import { findFacts, type Fact } from './facts.ts';
import { plainText } from './plain.ts';
import { inSameBody, standsAsField } from './surroundings.ts';

/** How a text led to a code: it names the code, gives part of its digits, or prints a text that goes with it. */
export type Way = 'named' | 'digits' | 'message';

/** A code with a page. `by` is the text that led to it where the text does not name the code. */
export interface KnownLine {
  readonly kind: 'known';
  readonly hit: Hit;
  readonly way: Way;
  readonly by?: string;
  readonly alias?: string;
  readonly spans: readonly Span[];
}

/** A code of this site's services that no list has. */
export interface UnknownLine {
  readonly kind: 'unknown';
  readonly finding: UnknownFinding;
  readonly spans: readonly Span[];
}

/** The beginning of a code, or the end of its number, which fits more codes than anybody would read through. */
export interface PartLine {
  readonly kind: 'part';
  readonly title: string;
  readonly spans: readonly Span[];
}

/** A code of another service. */
export interface ForeignLine {
  readonly kind: 'foreign';
  readonly title: string;
  /** That of the service's codes, where the site lists the service. */
  readonly prefix?: string;
  readonly spans: readonly Span[];
}

/** A cause behind a line that a client prints. */
export interface CauseLine {
  readonly kind: 'cause';
  readonly found: FoundCause;
  readonly spans: readonly Span[];
}

export type Line = KnownLine | UnknownLine | PartLine | ForeignLine | CauseLine;

/** Maximum number of candidates listed for part of a code. */
const MOST_CANDIDATES = 5;

/** All that was found in a text. */
export interface Decoding {
  /** What is named, in order of appearance, each code once; behind it the causes, then what is only likely. */
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
  /** HTTP statuses that the text names, in order of appearance. */
  readonly statuses: readonly string[];
}

type Named = Exclude<Finding, MessageFinding | CauseFinding>;

const isNamed = (finding: Finding): finding is Named =>
  finding.kind !== 'message' && finding.kind !== 'cause';
const CODES: readonly Finding['kind'][] = ['known', 'unknown', 'foreign'];
const isCode = (finding: Finding) => CODES.includes(finding.kind);

/** The findings of tokens, at every occurrence; each different token is looked up once. */
function namedIn(text: string, index: LookupIndex): Named[] {
  const answers = new Map<string, readonly Finding[]>();
  const tokens = index.read(text);
  const found = tokens.flatMap((token): Named[] => {
    const key = tokenKey(token);
    const answer = answers.get(key) ?? resolveToken(token, index);
    answers.set(key, answer);
    const { start, end } = token;
    return answer.filter(isNamed).map((finding) => ({ ...finding, start, end }));
  });
  return [...found, ...namedCodes(text, tokens, index)].sort((a, b) => a.start - b.start);
}

/** Finds the codes in whose body a stretch of the text stands; of sorted codes only the nearest two can be. */
function bodyFinder<Code extends Span>(text: string, codes: readonly Code[]): (span: Span) => Code[] {
  const starts = codes.map(({ start }) => start);
  return (span) => {
    const next = countUpTo(starts, span.start);
    return codes.slice(Math.max(0, next - 1), next + 1).filter((code) => inSameBody(text, code, span));
  };
}

/** Lines under construction, by what they are about. */
class Lines {
  readonly #lines = new Map<string, Line & { spans: Span[] }>();

  add(key: string, line: Line): void {
    const known = this.#lines.get(key);
    if (!known) this.#lines.set(key, { ...line, spans: [...line.spans] });
    else {
      known.spans.push(...line.spans);
      // A named code is stronger evidence than a description of it.
      if (line.kind === 'known' && line.way === 'named') {
        this.#lines.set(key, { ...line, spans: known.spans });
      }
    }
  }

  /** Adds a place to a line that is there. */
  mark(key: string, span: Span): void {
    this.#lines.get(key)?.spans.push(span);
  }

  map<Mapped>(convert: (line: Line) => Mapped): Mapped[] {
    return [...this.#lines.values()].map(convert);
  }
}

const startOf = ({ spans }: Line) => spans[0]?.start ?? 0;

function inOrder(lines: readonly Line[]): Line[] {
  return lines
    .map((line) => ({ ...line, spans: [...line.spans].sort((a, b) => a.start - b.start) }))
    .sort((a, b) => certainty(a) - certainty(b) || startOf(a) - startOf(b));
}

/** What is named counts most, then what a literal message leads to and sure causes, then what is only likely. */
function certainty(line: Line): number {
  if (line.kind === 'cause') return line.found.strength === 'sure' ? 1 : 2;
  return line.kind === 'known' && line.way === 'message' ? 1 : 0;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function foreignLine({ code, prefix, ...span }: ForeignFinding): ForeignLine {
  const line = { kind: 'foreign', title: code, spans: [spanOf(span)] } as const;
  return prefix === undefined ? line : { ...line, prefix };
}

function addNamed(lines: Lines, finding: Named, text: string): void {
  const spans = [spanOf(finding)];
  switch (finding.kind) {
    case 'known': {
      const { hit, alias } = finding;
      const line = { kind: 'known', hit, way: 'named', spans } as const;
      lines.add(hit.path, alias === undefined ? line : { ...line, alias });
      break;
    }
    case 'unknown':
      lines.add(finding.code, { kind: 'unknown', finding, spans });
      break;
    case 'foreign':
      lines.add(finding.code, foreignLine(finding));
      break;
    case 'last-digits':
    case 'family':
      if (finding.hits.length > MOST_CANDIDATES) {
        const written = text.slice(finding.start, finding.end).toUpperCase();
        const title = written.replace(/[X*?…]+$/u, '');
        lines.add(`part ${title}`, { kind: 'part', title, spans });
        break;
      }
      for (const hit of finding.hits) {
        lines.add(hit.path, { kind: 'known', hit, way: 'digits', by: finding.digits, spans });
      }
      break;
    case 'status':
      break;
  }
}

/** A message leads to codes only where its body names none; there it is one more place of the code. */
function addMessage(lines: Lines, finding: MessageFinding, body: readonly Named[]): void {
  const spans = [spanOf(finding)];
  if (body.length === 0) {
    const by = finding.message;
    for (const hit of finding.hits) lines.add(hit.path, { kind: 'known', hit, way: 'message', by, spans });
    return;
  }
  for (const code of body) {
    if (code.kind === 'known' && finding.hits.some((hit) => hit.path === code.hit.path)) {
      lines.mark(code.hit.path, spanOf(finding));
    }
  }
}

/**
 * The causes behind a text. Part of a code leads to none: it may fit a code that has causes, and mean another. What only
 * a body with a code speaks of counts where a client printed it; else the code's own page says more.
 */
function causeLines(
  given: string,
  causes: CauseIndex,
  named: readonly (Span & Pick<Named, 'kind'>)[],
): CauseLine[] {
  const { found, isPrinted } = causes.find(given);
  const codes = named.filter(({ kind }) => CODES.includes(kind));
  const parts = new Set(named.filter(({ kind }) => !CODES.includes(kind)).map(({ start }) => start));
  // The pages of other services' codes are not here.
  const own = codes.filter(({ kind }) => kind !== 'foreign');
  const bodyOf = bodyFinder(given, own);
  return found.flatMap((each): CauseLine[] => {
    const spans = each.spans.filter(
      (span) => !parts.has(span.start) && (isPrinted || bodyOf(span).length === 0),
    );
    return spans.length === 0 ? [] : [{ kind: 'cause', found: each, spans }];
  });
}

/**
 * Finds everything in a ticket, a log, an error body: codes, texts that go with codes, causes behind the lines that
 * clients print, statuses, request ids, regions; whatever terminals, mails, addresses and logs have made of it. Never
 * throws; time is linear in the text.
 *
 * @param index of every product, so that no text leads to a request
 * @returns places in the text that was given
 */
export function decode(given: string, index: LookupIndex, causes: CauseIndex): Decoding {
  const { text, original } = plainText(given, index.vocabulary.services);
  const named = namedIn(text, index);
  const lines = new Lines();
  for (const finding of named) addNamed(lines, finding, text);
  const bodyOf = bodyFinder(text, named.filter(isCode));
  const messages = wholeMessages(text, index).filter((finding) => standsAsField(text, finding));
  for (const finding of messages) addMessage(lines, finding, bodyOf(finding));
  const statuses = named.flatMap((finding) => (finding.kind === 'status' ? [finding.status] : []));
  const numbers = named.filter(({ kind }) => kind !== 'status');
  const found = lines.map((line) => ({ ...line, spans: line.spans.map(original) }));
  return {
    lines: inOrder([
      ...found,
      ...causeLines(
        given,
        causes,
        numbers.map((finding) => ({ kind: finding.kind, ...original(finding) })),
      ),
    ]),
    facts: findFacts(text).map((fact) => ({ ...fact, ...original(fact) })),
    statuses: [...new Set(statuses)],
  };
}
