import type { Hit, Resolution } from '../../catalog/resolve/finding.ts';
import { bare } from '../../catalog/resolve/terms.ts';
import { link } from '../../site/links.ts';
import { siteLookup } from '../lookup.ts';
import type { PageHit } from './full-text.ts';
import type { LaterParts } from './parts.ts';

/** What is known of a question so far. */
export interface Answer {
  readonly text: string;
  readonly resolution: Resolution;
  /** Codes, best first: those of the catalog, then those that only full text found. */
  readonly hits: readonly Hit[];
  /** Pages that are about no single code. */
  readonly pages: readonly PageHit[];
  /** Nothing will be added to it. */
  readonly final: boolean;
}

/** A code is never a matter of full text, nor is a description that stands in the table as it was typed. */
function isSettled(text: string, { words, hits }: Resolution): boolean {
  const asked = bare(text);
  return words === '' || hits.some(({ description }) => bare(description) === asked);
}

/** The code whose page this is. */
async function codeOf(page: PageHit): Promise<Hit | undefined> {
  const code = /\/codes\/([^/]+)\/$/u.exec(new URL(page.href, location.href).pathname)?.[1];
  if (code === undefined) return undefined;
  const { hits } = await siteLookup().ask(decodeURIComponent(code));
  return hits.find(({ path }) => link(path) === page.href);
}

/**
 * Answers a question: at once from the catalog, and, where words are left over, once more with full text.
 *
 * @param later loads full text where it is needed
 * @throws when the look-up data cannot be loaded; without full text the catalog's answer is final
 */
export async function* answers(text: string, later: LaterParts): AsyncGenerator<Answer> {
  const resolution = await siteLookup().ask(text);
  const answer = { text, resolution, hits: resolution.hits, pages: [] };
  if (isSettled(text, resolution)) return yield { ...answer, final: true };
  yield { ...answer, final: false };
  const found = await later
    .fullText()
    .then(({ searchPages }) => searchPages(resolution.asked, resolution.words))
    .catch(() => []);
  const codes = await Promise.all(found.map(codeOf));
  const known = new Set(resolution.hits.map(({ path }) => path));
  yield {
    ...answer,
    hits: [...resolution.hits, ...codes.filter((hit) => hit !== undefined && !known.has(hit.path))] as Hit[],
    pages: found.filter((_, index) => codes[index] === undefined),
    final: true,
  };
}
