import type { Hit, Resolution } from '../../search/finding.ts';
import { resolve } from '../../search/resolve.ts';
import { pageLookup } from '../lookup.ts';
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

/**
 * Answers a question: from the current product's codes, then from those of every product, then with full text where
 * words are left over.
 *
 * @param searchPages full-text search
 * @throws when the look-up data cannot be loaded; without full text the catalog's answer is final
 */
export async function* answers(text: string, searchPages: SearchPages): AsyncGenerator<Answer> {
  const first = await pageLookup().first();
  const all = pageLookup().all();
  const answerFrom = (resolution: Resolution, final: boolean): Answer => ({
    text,
    resolution,
    hits: resolution.hits,
    pages: [],
    final,
  });
  if (!first.isComplete) yield answerFrom(resolve(text, first), false);
  const resolution = resolve(text, await all);
  if (resolution.settled) return yield answerFrom(resolution, true);
  yield answerFrom(resolution, false);
  const { hits, asked, words } = resolution;
  const found = await searchPages(asked, words).catch(() => undefined);
  if (!found) return yield answerFrom(resolution, true);
  const known = new Set(hits.map(({ path }) => path));
  yield {
    ...answerFrom(resolution, true),
    hits: [...hits, ...found.codes.filter(({ path }) => !known.has(path))],
    pages: found.pages,
  };
}
