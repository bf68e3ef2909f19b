import type { Cause, Client, Line, Operation, RegistryHosts, SharedLine } from '../schema/causes.ts';
import type { Span } from '../lib/span.ts';
import { findImages, type NamedImage } from './images.ts';
import { LineNumbers } from '../lib/line-numbers.ts';
import { PhraseIndex, type PhraseFound } from './phrase-index.ts';
import { withoutGeneral, withoutNested, type Place } from './rank.ts';
import { Registries, type NamedRegistry } from './registries.ts';
import { around, Setting, standsAlone } from './surroundings.ts';
import { unwrap } from './unwrap.ts';

/** What texts are recognised by: the entries of the data files of these names. */
export interface RecogniserData {
  readonly causes: readonly Cause[];
  readonly sharedLines: readonly SharedLine[];
  readonly clients: readonly Client[];
  readonly operations: readonly Operation[];
  readonly registries: readonly RegistryHosts[];
}

/** A cause recognised in a text. */
export interface Match {
  /** Id of the cause. */
  readonly cause: string;
  /** `sure`: by a line that has no other cause. `likely`: by one that is general, cut off, or has several causes. */
  readonly strength: 'sure' | 'likely';
  /** The line of `span`, counted from 1. */
  readonly line: number;
  /** The place that tells most. */
  readonly span: Span;
  /** All places, in the text's order. */
  readonly spans: readonly Span[];
  /** Id of the shared line at `span`; its entry says what would tell the causes apart. */
  readonly shared?: string;
  /** The registry that is named near `span`, where it is not SWR. */
  readonly registry?: NamedRegistry;
}

/** What a text tells. All is empty where it tells nothing. */
export interface Recognition {
  /** Most certain and most special first; each cause once. */
  readonly matches: readonly Match[];
  readonly images: readonly NamedImage[];
  readonly registries: readonly NamedRegistry[];
  /** Ids of the clients that printed lines of it, in the order of the text. */
  readonly clients: readonly string[];
  /** Ids of what was done with a registry, in the order of the text. */
  readonly operations: readonly string[];
}

/** Where phrases of a cause or of a shared line come from. */
interface Source {
  /** Most likely first. */
  readonly causes: readonly string[];
  readonly shared?: string;
  readonly isGeneral: boolean;
  readonly needsContext: boolean;
  /** Whether it is no line of a client but what people say. */
  readonly isSpoken?: true;
}

/**
 * What a phrase of the data is for. `not` is what must not stand in the line of a `line`; a client `speaks` in a line
 * that it prints, which may go on in the lines below.
 */
type Use =
  | { readonly kind: 'line'; readonly source: Source; readonly not?: readonly string[] }
  | { readonly kind: 'client'; readonly id: string; readonly speaks: boolean }
  | { readonly kind: 'not' | 'raise' | 'operation'; readonly id: string };

type CausePlace = Place<Source>;

/** The recogniser with its phrases made ready; make it once. */
export class Recogniser {
  readonly #phrases = new PhraseIndex<Use>();
  readonly #registries: Registries;

  /** @throws with the entry's id when one of its phrases cannot be read */
  constructor({ causes, sharedLines, clients, operations, registries }: RecogniserData) {
    this.#registries = new Registries(registries);
    for (const cause of causes) {
      this.#addLines(cause, { causes: [cause.id] });
      for (const phrase of cause.raisedBy ?? []) this.#add(cause.id, phrase, { kind: 'raise', id: cause.id });
    }
    for (const line of sharedLines) this.#addLines(line, { causes: line.causes, shared: line.id });
    this.#addCodes(causes);
    for (const { id, lines = [], seen = [] } of clients) {
      for (const line of lines) this.#add(id, line, { kind: 'client', id, speaks: true });
      for (const line of seen) this.#add(id, line, { kind: 'client', id, speaks: false });
    }
    for (const { id, lines } of operations) {
      for (const line of lines) this.#add(id, line, { kind: 'operation', id });
    }
  }

  /** The failures of registries and clients in a text. Never throws; time is linear in the text. */
  recognise(given: string): Recognition {
    const text = unwrap(given);
    const lines = new LineNumbers(given);
    const found = this.#phrases.find(text);
    const registries = this.#registries.find(text);
    const places = withoutGeneral(
      withoutNested(printedFirst(text, placesOf(text, lines, found, registries))),
    );
    const raised = new Set(idsOf(found, 'raise'));
    return {
      matches: matchesOf(places, raised, (place) => otherRegistry(around(place, registries, lines))),
      images: findImages(text, this.#registries),
      registries,
      clients: idsOf(found, 'client'),
      operations: idsOf(found, 'operation'),
    };
  }

  #add(id: string, phrase: string, use: Use): void {
    try {
      this.#phrases.add(phrase, use);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      throw new Error(`${id}: ${JSON.stringify(phrase)}: ${problem}`, { cause: error });
    }
  }

  #addLines(entry: Cause | SharedLine, source: Pick<Source, 'causes' | 'shared'>): void {
    const add = (lines: readonly Line[] = [], rest: Omit<Source, 'causes' | 'shared'>) => {
      for (const line of lines) {
        const { text, not } = typeof line === 'string' ? { text: line, not: undefined } : line;
        this.#add(entry.id, text, { kind: 'line', source: { ...source, ...rest }, ...(not ? { not } : {}) });
        for (const phrase of not ?? []) this.#add(entry.id, phrase, { kind: 'not', id: phrase });
      }
    };
    add(entry.lines, { isGeneral: false, needsContext: false });
    add(entry.inContext, { isGeneral: false, needsContext: true });
    add(entry.general, { isGeneral: true, needsContext: true });
    add(entry.spoken, { isGeneral: true, needsContext: false, isSpoken: true });
  }

  /** A code in the text leads to its causes: first to the one that it most often means. */
  #addCodes(causes: readonly Cause[]): void {
    const ranks = causes.flatMap(({ id, codes }) => codes.map((code, rank) => ({ id, code, rank })));
    for (const code of new Set(ranks.map((entry) => entry.code))) {
      const ids = ranks.filter((entry) => entry.code === code).sort((one, other) => one.rank - other.rank);
      const source = { causes: ids.map(({ id }) => id), isGeneral: false, needsContext: false };
      this.#add(code, code, { kind: 'line', source });
    }
  }
}

const isSetting = ({ value }: PhraseFound<Use>) => value.kind === 'client' || value.kind === 'operation';

const idsOf = (found: readonly PhraseFound<Use>[], kind: 'raise' | 'client' | 'operation') => [
  ...new Set(found.flatMap(({ value }) => (value.kind === kind ? [value.id] : []))),
];

/** The places of lines that count: nothing forbids them, and what they need is near. */
function placesOf(
  text: string,
  lines: LineNumbers,
  found: readonly PhraseFound<Use>[],
  registries: readonly NamedRegistry[],
): CausePlace[] {
  const speaking = found.filter(({ value }) => value.kind === 'client' && value.speaks);
  const setting = new Setting(text, lines, [...found.filter(isSetting), ...registries], speaking);
  const forbidding = new Set(
    found.flatMap(({ value, start }) => (value.kind === 'not' ? [`${lines.of(start)} ${value.id}`] : [])),
  );
  return found.flatMap(({ value, ...rest }): CausePlace[] => {
    if (value.kind !== 'line') return [];
    const { source, not } = value;
    const place = { ...rest, source, firstLine: lines.of(rest.start), lastLine: lines.of(rest.end - 1) };
    if (not?.some((phrase) => forbidding.has(`${place.firstLine} ${phrase}`))) return [];
    return !source.needsContext || setting.has(place) || standsAlone(text, place) ? [place] : [];
  });
}

/** A longer text is no question. */
const LONGEST_QUESTION = 100;
/** A code, a status: with them a question says more than that something failed. */
const TELLING_NUMBER = /\d{3}/u;

/** What people say counts in a question that has nothing else. */
function printedFirst(text: string, places: readonly CausePlace[]): readonly CausePlace[] {
  const printed = places.filter(({ source }) => !source.isSpoken);
  const isQuestion = text.length <= LONGEST_QUESTION && !TELLING_NUMBER.test(text);
  return printed.length === 0 && isQuestion ? places : printed;
}

const otherRegistry = (registries: readonly NamedRegistry[]) =>
  registries.some(({ isSwr }) => isSwr) ? undefined : registries[0];

/** How much a place tells, the most first: lines with one cause, shared ones, general ones; then by literal length. */
const rankOf = ({ source, isCut }: CausePlace) =>
  source.isGeneral || isCut ? 2 : source.causes.length > 1 ? 1 : 0;
const byRank = (one: CausePlace, other: CausePlace) =>
  rankOf(one) - rankOf(other) || other.weight - one.weight || one.start - other.start;

function spansByCause(places: readonly CausePlace[]): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { source, start, end } of places) {
    for (const cause of source.causes) {
      const known = spans.get(cause);
      if (known) known.push({ start, end });
      else spans.set(cause, [{ start, end }]);
    }
  }
  return spans;
}

function matchesOf(
  places: readonly CausePlace[],
  raised: ReadonlySet<string>,
  registryAt: (place: CausePlace) => NamedRegistry | undefined,
): Match[] {
  const spans = spansByCause(places);
  const matches = new Map<string, Match>();
  for (const place of [...places].sort(byRank)) {
    const { causes, shared } = place.source;
    const raisedFirst = [...causes.filter((id) => raised.has(id)), ...causes.filter((id) => !raised.has(id))];
    for (const cause of raisedFirst.filter((id) => !matches.has(id))) {
      const registry = registryAt(place);
      matches.set(cause, {
        cause,
        strength: rankOf(place) === 0 ? 'sure' : 'likely',
        line: place.firstLine,
        span: { start: place.start, end: place.end },
        spans: spans.get(cause) ?? [],
        ...(shared === undefined ? {} : { shared }),
        ...(registry === undefined ? {} : { registry }),
      });
    }
  }
  return [...matches.values()];
}
