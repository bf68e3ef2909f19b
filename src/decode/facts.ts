import type { Span } from '../lib/span.ts';

/** Something that a support engineer needs in addition to the code. */
export interface Fact extends Span {
  readonly kind: 'request-id' | 'region';
  readonly value: string;
}

const REQUEST_ID =
  /(?:request[\s_-]?id|requestid|请求\s?id)[\\"'\]]{0,3}\s{0,3}[:=：]?\s{0,3}[\\"'[]{0,3}([A-Za-z0-9][A-Za-z0-9_-]{7,63})(?![A-Za-z0-9_-])/giu;

/** A region by its id, or by the host of one of the vendor's services. */
const REGION =
  /(?<![A-Za-z0-9-])((?:cn|ap|af|la|na|sa|eu|tr|me|my|ru)-(?:north|south|east|west|northeast|northwest|southeast|southwest|central|mexico|brazil|kualalumpur)-\d{1,3})(?![A-Za-z0-9-])/gu;
const HOST =
  /(?<![A-Za-z0-9-])[a-z][a-z0-9-]{1,30}\.([a-z]{2}-[a-z0-9-]{2,30})\.(?:myhuaweicloud|otc\.t-systems)\./gu;

function matches(kind: Fact['kind'], expression: RegExp, text: string): Fact[] {
  return [...text.matchAll(expression)].map((match) => {
    const value = match[1] ?? '';
    const start = match.index + match[0].indexOf(value);
    return { kind, value, start, end: start + value.length };
  });
}

/** Request ids and regions of a text, in order of appearance, each once. Time is linear in the text. */
export function findFacts(text: string): Fact[] {
  const seen = new Set<string>();
  return [
    ...matches('request-id', REQUEST_ID, text),
    ...matches('region', HOST, text),
    ...matches('region', REGION, text),
  ]
    .sort((a, b) => a.start - b.start)
    .filter(({ kind, value }) => {
      const key = `${kind} ${value}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
}
