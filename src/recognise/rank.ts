import type { Span } from '../lib/span.ts';

/** A place where a line of the data was found. */
export interface Place<Source extends { readonly isGeneral: boolean }> extends Span {
  readonly source: Source;
  readonly weight: number;
  readonly isCut: boolean;
  readonly isLoose: boolean;
  /** Numbers of its first and last line. */
  readonly firstLine: number;
  readonly lastLine: number;
}

type AnyPlace = Place<{ readonly isGeneral: boolean }>;

const contains = (outer: Span, inner: Span) => outer.start <= inner.start && outer.end >= inner.end;
const length = ({ start, end }: Span) => end - start;

/** Whether a phrase says all that another one says inside it, and more; or says less than what it reaches over. */
function outweighs(one: AnyPlace, other: AnyPlace): boolean {
  if (one.isLoose !== other.isLoose) return other.isLoose && contains(other, one);
  const isHeavier = one.weight > other.weight;
  const isLonger = one.weight === other.weight && length(one) > length(other);
  return (isHeavier || isLonger) && contains(one, other);
}

/**
 * Leaves out what stands inside a phrase that says more. Phrases are short, so few are open at any place.
 *
 * @returns the rest, in the text's order
 */
export function withoutNested<Found extends AnyPlace>(places: readonly Found[]): Found[] {
  const byStart = [...places].sort((one, other) => one.start - other.start || other.end - one.end);
  const open: Found[] = [];
  const nested = new Set<Found>();
  for (const place of byStart) {
    for (let index = open.length - 1; index >= 0; index--) {
      if ((open[index] as Found).end <= place.start) open.splice(index, 1);
    }
    for (const other of open) {
      if (outweighs(other, place)) nested.add(place);
      else if (outweighs(place, other)) nested.add(other);
    }
    open.push(place);
  }
  return byStart.filter((place) => !nested.has(place));
}

const isGeneral = ({ source, isCut }: AnyPlace) => source.isGeneral || isCut;
/** A line longer than this may speak of several things. */
const SAME_LINE = 1000;

const inSameLine = (one: AnyPlace, other: AnyPlace) =>
  one.firstLine <= other.lastLine &&
  other.firstLine <= one.lastLine &&
  one.start - other.end <= SAME_LINE &&
  other.start - one.end <= SAME_LINE;

/**
 * Leaves out what is general where the same line says something special.
 *
 * @param places in the text's order, as the result is
 */
export function withoutGeneral<Found extends AnyPlace>(places: readonly Found[]): Found[] {
  const special = places.filter((place) => !isGeneral(place));
  let next = 0;
  return places.filter((place) => {
    while (next < special.length && (special[next] as Found).start <= place.start) next += 1;
    if (!isGeneral(place)) return true;
    const neighbours = special.slice(Math.max(0, next - 1), next + 1);
    return !neighbours.some((neighbour) => inSameLine(place, neighbour));
  });
}
