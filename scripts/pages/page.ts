import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'parse5';
import { searchText, type SearchText } from '../full-text/page-text.ts';
import { inlineHashes, withPolicy, type InlineHashes } from '../hosting/policy.ts';

/** What the site as a whole needs of a finished page. */
export interface FinishedPage {
  /** Its path below the site's root, e.g. `codes/SVCSTG.SWR.4001048/index.html`. */
  readonly file: string;
  readonly hashes: InlineHashes;
  /** What full-text search gets of it; undefined where it does not belong there. */
  readonly text: SearchText | undefined;
}

/**
 * Gives a built page its Content Security Policy. Reads and parses it once, for all that wants to know something of it.
 *
 * @param folder the built site
 * @throws Error that names the page, when it is none that can have a policy
 */
export function finishPage(folder: string, file: string): FinishedPage {
  const path = `${folder}/${file}`;
  const html = readFileSync(path, 'utf8');
  const document = parse(html);
  const hashes = inlineHashes(document);
  try {
    writeFileSync(path, withPolicy(html, hashes));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return { file, hashes, text: searchText(document) };
}
