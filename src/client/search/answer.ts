import type { Hit, Resolution } from '../../search/finding.ts';
import { bare } from '../../search/terms.ts';
import { siteLookup } from '../lookup.ts';
import type { PageHit, SearchPages } from './full-text.ts';

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

/**
 * Answers a question: at once from the catalog, and, where words are left over, once more with full text.
 *
 * @param searchPages full-text search
 * @throws when the look-up data cannot be loaded; without full text the catalog's answer is final
 */
export async function* answers(text: string, searchPages: SearchPages): AsyncGenerator<Answer> {
  const resolution = await siteLookup().ask(text);
  const { hits, asked, words } = resolution;
  const answer = { text, resolution, hits, pages: [], final: true };
  if (isSettled(text, resolution)) return yield answer;
  yield { ...answer, final: false };
  const found = await searchPages(asked, words).catch(() => undefined);
  if (!found) return yield answer;
  const known = new Set(hits.map(({ path }) => path));
  yield {
    ...answer,
    hits: [...hits, ...found.codes.filter(({ path }) => !known.has(path))],
    pages: found.pages,
  };
}
