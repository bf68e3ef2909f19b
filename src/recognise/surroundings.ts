import type { Span } from '../lib/span.ts';
import { countUpTo, type LineNumbers } from '../lib/line-numbers.ts';

/** A place and the numbers of its lines. */
interface InLines extends Span {
  readonly firstLine: number;
  readonly lastLine: number;
}

/** How many lines above a line may name its subject. */
const LINES_ABOVE = 3;
/** The same in characters: a text of one line need not be all about one thing. */
const NEAR = 2000;
/** A phrase is on its own in a text with at most this many other words; two Han characters are a word. */
const FEW_WORDS = 2;
/** In a longer text a phrase is never on its own. */
const LONGEST_ALONE = 200;
/** Nor is a shorter word: `EOF` ends many a script. */
const SHORTEST_ALONE = 4;
/** What logs and web pages put before a message: times, levels, names of fields, tags. */
const PREFIX =
  /^[^A-Za-z\u3400-\u9fff]*(?:(?:error|err|fatal|fata|warning|warn|info|level|time|msg|desc|unknown|T|Z|UTC|n|t|head|title|body|center|h1)(?![A-Za-z])[^A-Za-z\u3400-\u9fff]*){0,8}$/i;

/** Whether a text has hardly a word beside a place. */
export function standsAlone(text: string, { start, end }: Span): boolean {
  if (start > LONGEST_ALONE || text.length - end > LONGEST_ALONE || end - start < SHORTEST_ALONE)
    return false;
  const others = `${text.slice(0, start)} ${text.slice(end)}`;
  return (others.match(/[A-Za-z0-9]+|\p{Script=Han}{1,2}/gu) ?? []).length <= FEW_WORDS;
}

/** Whether a place is where a message begins: behind nothing but what logs put before it. */
function beginsMessage(text: string, { start }: Span): boolean {
  const before = text.slice(Math.max(0, start - 120), start);
  return PREFIX.test(before.slice(before.lastIndexOf('\n') + 1));
}

/** The places of a text that show what it speaks of. */
export class Setting {
  readonly #text: string;
  readonly #lines: LineNumbers;
  readonly #inLine: readonly number[];
  readonly #above: readonly number[];

  /**
   * @param inLine places that count in their own line
   * @param above places that also count for messages that begin in the lines below
   */
  constructor(text: string, lines: LineNumbers, inLine: readonly Span[], above: readonly Span[]) {
    this.#text = text;
    this.#lines = lines;
    this.#inLine = startsOf(inLine);
    this.#above = startsOf(above);
  }

  /** Whether one of them counts for a place. */
  has(place: InLines): boolean {
    if (this.#isNear(place, this.#inLine, 0)) return true;
    return beginsMessage(this.#text, place) && this.#isNear(place, this.#above, LINES_ABOVE);
  }

  #isNear(place: InLines, starts: readonly number[], linesAbove: number): boolean {
    const next = countUpTo(starts, place.start - 1);
    return starts.slice(Math.max(0, next - 1), next + 1).some((at) => {
      const line = this.#lines.of(at);
      const isClose = at >= place.start - NEAR && at <= place.end + NEAR;
      return isClose && line >= place.firstLine - linesAbove && line <= place.lastLine;
    });
  }
}

const startsOf = (places: readonly Span[]) =>
  places.map(({ start }) => start).sort((one, other) => one - other);

/** Of some places those in the lines of another; where there are none, those in the few lines around it. */
export function around<Found extends Span>(
  { start, end, firstLine, lastLine }: InLines,
  places: readonly Found[],
  lines: LineNumbers,
): Found[] {
  const near = places.filter((place) => place.start >= start - NEAR && place.start <= end + NEAR);
  const within = (more: number) =>
    near.filter((place) => {
      const line = lines.of(place.start);
      return line >= firstLine - more && line <= lastLine + more;
    });
  const inLine = within(0);
  return inLine.length > 0 ? inLine : within(LINES_ABOVE);
}
