import type { CodeState } from '../catalog/entry.ts';
import type { Span } from '../lib/span.ts';
import type { FoundCause } from './causes.ts';

/** One code as a look-up answers it: what one line of a result list needs, and no more. */
export interface Hit {
  readonly code: string;
  readonly product: string;
  /** Path of the code's page below the site's base, e.g. `/codes/SVCSTG.SWR.4001048/`. */
  readonly path: string;
  readonly state: CodeState;
  /** The first of its statuses. */
  readonly httpStatus?: number;
  readonly statuses: readonly number[];
  /** Id of the domain, with the product's path in front where there is one: `org`, `dns/zone`. */
  readonly domain: string;
  /** Chinese name of the domain, with the product's short name in front where the site has several. */
  readonly domainName: string;
  readonly description: string;
  /** Literal messages that the API prints with it. */
  readonly messages: readonly string[];
}

/** What the structure of a code tells without any list. */
export interface Structure {
  readonly service: string;
  readonly number: string;
  readonly httpStatus: number;
  readonly sequence: string;
  /** Who provides the service, where that is not the vendor that the site is about. */
  readonly vendor?: string | undefined;
}

/** A code that is known: it has a page. `alias` is set when the text named it by a code of former times. */
export interface KnownFinding extends Span {
  readonly kind: 'known';
  readonly hit: Hit;
  readonly alias?: string;
}

/** A well-formed code that no list has. */
export interface UnknownFinding extends Span {
  readonly kind: 'unknown';
  /** The code in its canonical spelling. */
  readonly code: string;
  /** Absent where the digits are not those of an error: too many, or not beginning with 4xx or 5xx. */
  readonly structure?: Structure;
  /** Another official list says something of it. */
  readonly isElsewhere?: true;
  /** Known codes with the nearest numbers; neighbours, not answers. */
  readonly neighbours: readonly Hit[];
}

/** A code of another service; `prefix` is that of the service where `content/services.yaml` has it. */
export interface ForeignFinding extends Span {
  readonly kind: 'foreign';
  readonly code: string;
  readonly prefix?: string;
}

/** Codes found by their last three or four digits, or by a prefix of their number. */
export interface DigitsFinding extends Span {
  readonly kind: 'last-digits' | 'family';
  readonly digits: string;
  readonly hits: readonly Hit[];
}

/** An HTTP status (`HTTP 409`, `4xx`) and the codes that carry it. */
export interface StatusFinding extends Span {
  readonly kind: 'status';
  /** `409` or `4xx`. */
  readonly status: string;
  /** The reason phrase, where a list has it. */
  readonly reason?: string;
  readonly hits: readonly Hit[];
}

/** A literal message of the API, whole or cut off, and the codes that print it. */
export interface MessageFinding extends Span {
  readonly kind: 'message';
  readonly message: string;
  readonly hits: readonly Hit[];
}

/** A cause behind a line that docker, a gateway or another client prints; there may be no code of it. */
export interface CauseFinding extends Span {
  readonly kind: 'cause';
  readonly found: FoundCause;
  readonly hits: readonly Hit[];
}

export type Finding =
  | KnownFinding
  | UnknownFinding
  | ForeignFinding
  | DigitsFinding
  | StatusFinding
  | MessageFinding
  | CauseFinding;

/** What `resolve` makes of a text. */
export interface Resolution {
  /** In order of appearance; each code once. */
  readonly findings: readonly Finding[];
  /** Every hit, best first, each code once: what a result list shows. Empty when only unknown codes were found. */
  readonly hits: readonly Hit[];
  /** What is left for full-text search, as it was typed, without codes, addresses, ids. */
  readonly asked: string;
  /** The same with synonyms put in; '' when nothing is left
   * or when a code was found (a code is never a matter of full text). */
  readonly words: string;
  /** Whether words were searched for: then codes that they describe go before causes that they hint at. */
  readonly isDescription: boolean;
  /** Whether what clients print was not looked for, and may be there: then ask again with the causes. */
  readonly needsCauses: boolean;
  /** Full text can add nothing: a code was named, no word is left, or a description was typed as the table has it. */
  readonly settled: boolean;
}
