import type { ErrorCode } from './code.ts';
import type { CodeRow } from '../schema/codes.ts';
import type { Actor, RetryVerdict } from '../schema/verdicts.ts';

/**
 * How this site knows a code: `documented` is in the current edition, `retired` was in an earlier one, `observed` was
 * seen in use and is in none, `listed` stands in another official list only.
 */
export type CodeState = 'documented' | 'retired' | 'observed' | 'listed';

/** One code and all that the catalog knows of it. */
export interface CodeEntry extends ErrorCode {
  /** Id of the product in `content/products.yaml`. */
  readonly product: string;
  readonly state: CodeState;
  /** Every HTTP status that the vendor names, `httpStatus` first; empty where none is known. */
  readonly statuses: readonly number[];
  /**
   * The vendor's description, verbatim (of an observed code: this site's own words), or its translation. Where the
   * document lists the code in several rows, their descriptions one after the other; `rows` has each verbatim.
   */
  readonly description: string;
  /** Language of the description, for `lang`; absent where it is that of the pages. */
  readonly language?: string;
  /** The rows of the document that list the code. */
  readonly rows: readonly CodeRow[];
  /** Id of its one resource domain in `content/domains.yaml`. */
  readonly domain: string;
  /** Why it is in that domain: the reason of the rule that put it there. */
  readonly domainReason: string;
  /** Line of the code in the source document; absent for codes that are not in the current one. */
  readonly line?: number;
  /** Literal `errorMessage` texts that the API is known to print with this code; may be empty. */
  readonly messages: readonly string[];
  /** The site's verdicts, where guidance was written. */
  readonly guidance?: GuidanceVerdict;
}

/** What the guidance of a code says in short. */
export interface GuidanceVerdict {
  /** Id of the situation in `content/guidance/<language>/`. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly actor: Actor;
  readonly retry: RetryVerdict;
}

/** Whether the description is a translation of the document's one row. */
export function isRendered({ state, rows, description }: CodeEntry): boolean {
  return state !== 'observed' && rows.length === 1 && rows[0]?.description !== description;
}
