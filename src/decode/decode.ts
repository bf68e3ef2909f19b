import type {
  ClientFinding,
  Finding,
  ForeignFinding,
  Hit,
  MessageFinding,
  Span,
  UnknownFinding,
} from '../search/finding.ts';
import type { LookupIndex } from '../search/lookup-index.ts';
import { namedCodes, resolveToken } from '../search/resolve-token.ts';
import { subject, tokenKey, wholeMessages } from '../search/resolve.ts';
import { findFacts, type Fact } from './facts.ts';
import { plainText } from './plain.ts';
import { inSameBody, standsAsField } from './surroundings.ts';

/** How a text led to a code: it names the code, gives part of its digits, or prints a text that goes with it. */
export type Way = 'named' | 'digits' | 'message';

/** A code with a page. `by` is the text that led to it where the code itself does not stand. */
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

/** A code of another service, or a client's text that no code belongs to. */
export interface OtherLine {
  readonly kind: 'foreign' | 'client';
  readonly title: string;
  readonly notes: readonly string[];
  /** Where the other service lists its codes. */
  readonly url?: string;
  /** Topic page and section, e.g. `auth#login`. */
  readonly topic?: string;
  readonly spans: readonly Span[];
}

export type Line = KnownLine | UnknownLine | PartLine | OtherLine;

/** So many codes are listed as candidates for part of a code. */
const MOST_CANDIDATES = 5;

/** All that was found in a text. */
export interface Decoding {
  /** In order of appearance; each code once. */
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
  /** HTTP statuses that the text names, in order of appearance. */
  readonly statuses: readonly string[];
}

type Printed = MessageFinding | ClientFinding;
type Named = Exclude<Finding, Printed>;

const isPrinted = (finding: Finding): finding is Printed =>
  finding.kind === 'message' || finding.kind === 'client';
const isCode = (finding: Finding) => ['known', 'unknown', 'foreign'].includes(finding.kind);

/** What tokens stand for, at every place where they stand; each different token is looked up once. */
function namedIn(text: string, index: LookupIndex): Named[] {
  const answers = new Map<string, readonly Finding[]>();
  const tokens = index.read(text);
  const found = tokens.flatMap((token): Named[] => {
    const key = tokenKey(token);
    const answer = answers.get(key) ?? resolveToken(token, index);
    answers.set(key, answer);
    const { start, end } = token;
    return answer.flatMap((finding) => (isPrinted(finding) ? [] : [{ ...finding, start, end }]));
  });
  return [...found, ...namedCodes(text, tokens, index)].sort((a, b) => a.start - b.start);
}

/** Texts that clients and the API print, each with the codes that stand in the same body. */
function printedIn(text: string, index: LookupIndex, codes: readonly Named[]) {
  let next = 0;
  return wholeMessages(text, index)
    .filter((finding) => standsAsField(text, finding))
    .map((finding) => {
      while (next < codes.length && (codes[next]?.end ?? 0) <= finding.start) next += 1;
      const around = [codes[next - 1], codes[next]].filter((code) => code !== undefined);
      return { finding, body: around.filter((code) => inSameBody(text, code, finding)) };
    });
}

/** Lines under construction, by what they are about. */
class Lines {
  readonly #lines = new Map<string, Line & { spans: Span[] }>();

  add(key: string, line: Line): void {
    const known = this.#lines.get(key);
    if (!known) this.#lines.set(key, { ...line, spans: [...line.spans] });
    else {
      known.spans.push(...line.spans);
      // What names the code outright says more than what leads to it.
      if (line.kind === 'known' && line.way === 'named') {
        this.#lines.set(key, { ...line, spans: known.spans });
      }
    }
  }

  note(key: string, note: string): void {
    const known = this.#lines.get(key);
    if (known?.kind !== 'foreign' || known.notes.includes(note)) return;
    this.#lines.set(key, { ...known, notes: [note, ...known.notes] });
  }

  /** Adds a place to a line that is there. */
  mark(key: string, span: Span): void {
    this.#lines.get(key)?.spans.push(span);
  }

  inOrder(): Line[] {
    const byStart = (a: Span, b: Span) => a.start - b.start;
    return [...this.#lines.values()]
      .map((line) => ({ ...line, spans: line.spans.sort(byStart) }))
      .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  }
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function foreignLine({ code, service, ...span }: ForeignFinding): OtherLine {
  return {
    kind: 'foreign',
    title: code,
    notes: service ? [`${service.name}：${service.note}`] : [],
    ...(service?.url === undefined ? {} : { url: service.url }),
    spans: [spanOf(span)],
  };
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

/** A printed text leads to codes only where its body names none; there it is one more place of the code. */
function addPrinted(lines: Lines, finding: Printed, body: readonly Named[]): void {
  const by = finding.kind === 'message' ? finding.message : finding.text;
  if (body.length > 0) {
    for (const code of body) {
      if (code.kind === 'known' && finding.hits.some((hit) => hit.path === code.hit.path)) {
        lines.mark(code.hit.path, spanOf(finding));
      }
      if (code.kind === 'foreign' && finding.kind === 'client') {
        lines.note(code.code, finding.meaning);
      }
    }
    return;
  }
  const spans = [spanOf(finding)];
  for (const hit of finding.hits) lines.add(hit.path, { kind: 'known', hit, way: 'message', by, spans });
  if (finding.hits.length === 0 && finding.kind === 'client') {
    const { meaning, topic } = finding;
    const about = topic === undefined ? {} : { topic };
    lines.add(subject(finding), { kind: 'client', title: by, notes: [meaning], ...about, spans });
  }
}

/**
 * Finds everything in a ticket, a log, an error body: codes, texts that go with codes, statuses, request ids, regions;
 * whatever terminals, mails, addresses and logs have made of it. Never throws; time is linear in the text.
 *
 * @param index of every product, so that no text leads to a request
 * @returns places in the text that was given
 */
export function decode(given: string, index: LookupIndex): Decoding {
  const { text, original } = plainText(given, index.vocabulary.services);
  const named = namedIn(text, index);
  const codes = named.filter(isCode);
  const lines = new Lines();
  for (const finding of named) addNamed(lines, finding, text);
  for (const { finding, body } of printedIn(text, index, codes)) addPrinted(lines, finding, body);
  const statuses = named.flatMap((finding) => (finding.kind === 'status' ? [finding.status] : []));
  return {
    lines: lines.inOrder().map((line) => ({ ...line, spans: line.spans.map(original) })),
    facts: findFacts(text).map((fact) => ({ ...fact, ...original(fact) })),
    statuses: [...new Set(statuses)],
  };
}
