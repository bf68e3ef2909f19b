import { PageTextReader, withWords, type SearchText } from '../full-text/page-text.ts';
import { InlineCode, withPolicy, type InlineHashes } from '../hosting/policy.ts';
import { readMarkup } from './markup.ts';

export interface FinishedPage {
  /** The page as it is published. */
  readonly html: string;
  readonly hashes: InlineHashes;
  /** What full-text search gets of it; undefined where it does not belong there. */
  readonly text: SearchText | undefined;
}

/**
 * Gives a rendered page its Content Security Policy, and reads what full-text search gets of it.
 *
 * @throws Error when it is no page that can have a policy
 */
export function finishPage(html: string): FinishedPage {
  const code = new InlineCode();
  const text = new PageTextReader();
  readMarkup(html, code, text);
  return {
    html: withPolicy(html, code.hashes),
    hashes: code.hashes,
    text: text.page && withWords(text.page),
  };
}
