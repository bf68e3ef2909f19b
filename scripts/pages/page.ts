import { parse } from 'parse5';
import { searchText, type SearchText } from '../full-text/page-text.ts';
import { inlineHashes, withPolicy, type InlineHashes } from '../hosting/policy.ts';

export interface FinishedPage {
  /** The page as it is published. */
  readonly html: string;
  readonly hashes: InlineHashes;
  /** What full-text search gets of it; undefined where it does not belong there. */
  readonly text: SearchText | undefined;
}

/**
 * Gives a rendered page its Content Security Policy. Parses it once, for all that wants to know something of it.
 *
 * @throws Error when it is no page that can have a policy
 */
export function finishPage(html: string): FinishedPage {
  const document = parse(html);
  const hashes = inlineHashes(document);
  return { html: withPolicy(html, hashes), hashes, text: searchText(document) };
}
