import { PageTextReader } from '../full-text/page-text.ts';
import type { PageWords, WordTaker } from '../full-text/page-words.ts';
import { InlineCode, withPolicy, type InlineHashes } from '../policy.ts';
import { readMarkup } from '../markup.ts';

export interface FinishedPage {
  /** The page as it is published. */
  readonly html: string;
  readonly hashes: InlineHashes;
  /** What full-text search gets of it; undefined where it does not belong there. */
  readonly words: PageWords | undefined;
}

/**
 * Gives a rendered page its Content Security Policy, and reads what full-text search gets of it.
 *
 * @param words has taken those of the pages before
 * @throws Error when it is no page that can have a policy
 */
export function finishPage(html: string, words: WordTaker): FinishedPage {
  const code = new InlineCode();
  const text = new PageTextReader();
  readMarkup(html, code, text);
  const { hashes } = code;
  const { page } = text;
  return { html: withPolicy(html, hashes), hashes, words: page && words.take(page) };
}
