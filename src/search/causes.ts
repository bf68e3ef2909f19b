import { Recogniser, type Match, type RecogniserData } from '../recognise/recogniser.ts';
import type { Cause, RegistryCode, SharedLine } from '../schema/causes.ts';
import type { Span } from '../lib/span.ts';
import type { Advice } from './lookup-file.ts';

/** The file that texts without codes are answered from: what they are recognised by, and the advice by id of a cause. */
export interface CauseFile extends RecogniserData {
  readonly registryCodes: readonly RegistryCode[];
  readonly advice: Readonly<Record<string, Advice>>;
}

/** A registry that is not SWR; its name where the data have it. */
export interface OtherRegistry {
  readonly host: string;
  readonly name?: string;
}

/** A cause recognised in a text. */
export interface FoundCause {
  readonly cause: Cause;
  readonly advice?: Advice;
  /** `sure`: by a line that has no other cause; `likely`: by one that is general, cut off, or has several. */
  readonly strength: Match['strength'];
  readonly span: Span;
  readonly spans: readonly Span[];
  /** What would tell the causes of the same line apart. */
  readonly apart?: string;
  /** The registry that the text names near it, where it is not SWR. */
  readonly registry?: OtherRegistry;
}

/** A code of the registry protocol as a body names it; one of several words also on its own. */
function lineOfCode({ id, meaning, causes }: RegistryCode): SharedLine {
  const bare = id.includes('_') ? [id] : [];
  return { id: id.toLowerCase(), causes: [...causes], apart: meaning, general: [`"code":"${id}"`, ...bare] };
}

/** Maximum number of causes shown for an ambiguous line. */
const MOST_LIKELY = 3;

/** The causes behind the lines that clients print. Immutable; make it once. */
export class CauseIndex {
  readonly #recogniser: Recogniser;
  readonly #causes: ReadonlyMap<string, Cause>;
  readonly #registries: ReadonlyMap<string, string>;
  readonly #apart: ReadonlyMap<string, string>;
  readonly #advice: CauseFile['advice'];

  /** @throws when a phrase of the file cannot be read */
  constructor(file: CauseFile) {
    const sharedLines = [...file.sharedLines, ...file.registryCodes.map(lineOfCode)];
    this.#recogniser = new Recogniser({ ...file, sharedLines });
    this.#causes = new Map(file.causes.map((cause) => [cause.id, cause]));
    this.#registries = new Map(file.registries.map(({ id, name }) => [id, name]));
    this.#apart = new Map(sharedLines.map(({ id, apart }) => [id, apart]));
    this.#advice = file.advice;
  }

  /**
   * The causes behind a text, most certain first; of those that are only likely no more than a few. Time is linear.
   *
   * @returns with `isPrinted`: whether one of the clients printed lines of the text
   */
  find(text: string): { readonly found: FoundCause[]; readonly isPrinted: boolean } {
    const { matches, clients } = this.#recogniser.recognise(text);
    const sure = matches.filter(({ strength }) => strength === 'sure');
    const likely = matches.filter(({ strength }) => strength === 'likely');
    const found = [...sure, ...likely.slice(0, MOST_LIKELY)].flatMap((match) => this.#found(match));
    return { found, isPrinted: clients.length > 0 };
  }

  #other({ host, id = '' }: NonNullable<Match['registry']>): OtherRegistry {
    const name = this.#registries.get(id);
    return name === undefined ? { host } : { host, name };
  }

  #found({ cause: id, strength, span, spans, shared, registry }: Match): FoundCause[] {
    const cause = this.#causes.get(id);
    if (!cause) return [];
    const advice = this.#advice[id];
    const apart = shared === undefined ? undefined : this.#apart.get(shared);
    return [
      {
        ...{ cause, strength, span, spans },
        ...(advice ? { advice } : {}),
        ...(apart === undefined ? {} : { apart }),
        ...(registry ? { registry: this.#other(registry) } : {}),
      },
    ];
  }
}
