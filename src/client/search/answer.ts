import { messagePath } from '../../addresses/addresses.ts';
import type { CauseIndex, FoundCause } from '../../search/causes.ts';
import type { Hit, Resolution } from '../../search/finding.ts';
import type { AdviceFile } from '../../search/lookup-file.ts';
import { resolve } from '../../search/resolve.ts';
import type { LookupIndex } from '../../search/lookup-index.ts';
import { pageLookup } from '../lookup.ts';
import { link } from '../links.ts';
import { pageAdvice } from '../advice.ts';
import type { PageHit, SearchPages } from './full-text.ts';

/** What is known of a question so far. */
export interface Answer {
  readonly text: string;
  readonly resolution: Resolution;
  /** Causes behind a client's line, most certain first. */
  readonly causes: readonly FoundCause[];
  /** Codes, best first: those of the catalog, then those that only full text found. */
  readonly hits: readonly Hit[];
  /** Pages that are about no single code. */
  readonly pages: readonly PageHit[];
  /** What to do about codes, by the paths of their pages; without it results say less. */
  readonly advice: AdviceFile;
  /** Nothing will be added to it. */
  readonly final: boolean;
  /** Something that it would be made of could not be loaded. */
  readonly isPartial: boolean;
}

const causesOf = ({ findings }: Resolution) =>
  findings.flatMap((finding) => (finding.kind === 'cause' ? [finding.found] : []));

/** The parts of the answer that not every question needs. */
export interface LaterAnswers {
  readonly searchPages: SearchPages;
  readonly causes: () => Promise<CauseIndex>;
}

/** Without the causes, the codes still answer; the second value tells that causes are missing. */
async function withCauses(
  text: string,
  index: LookupIndex,
  later: LaterAnswers,
): Promise<[Resolution, boolean]> {
  const resolution = resolve(text, index);
  if (!resolution.needsCauses) return [resolution, false];
  const causes = await later.causes().catch(() => undefined);
  return causes ? [resolve(text, index, causes), false] : [resolution, true];
}

/** Loaded with the first question. */
let advice: AdviceFile | undefined;

/**
 * Answers a question: from the current product's codes, then from those of every product, then with full text where
 * words are left over.
 *
 * @param later full-text search, and the causes behind lines of clients
 * @throws when the look-up data cannot be loaded; without full text the catalog's answer is final, and partial
 */
export async function* answers(text: string, later: LaterAnswers): AsyncGenerator<Answer> {
  const first = await pageLookup().first();
  const all = pageLookup().all();
  const loading = pageAdvice().catch((): AdviceFile => ({}));
  const answerFrom = (resolution: Resolution, final: boolean, isPartial = false): Answer => ({
    text,
    resolution,
    causes: causesOf(resolution),
    hits: resolution.hits,
    pages: [],
    advice: advice ?? {},
    final,
    isPartial,
  });
  if (!first.isComplete) yield answerFrom(resolve(text, first), false);
  const [resolution, isPartial] = await withCauses(text, await all, later);
  // Nobody waits for it.
  if (!advice) yield answerFrom(resolution, false, isPartial);
  advice = await loading;
  if (resolution.settled) return yield answerFrom(resolution, true, isPartial);
  yield answerFrom(resolution, false, isPartial);
  const { hits, asked, words } = resolution;
  const found = await later.searchPages(asked, words).catch(() => undefined);
  if (!found) return yield answerFrom(resolution, true, true);
  const known = new Set(hits.map(({ path }) => path));
  const causePages = new Set(causesOf(resolution).map(({ cause }) => link(messagePath(cause.id))));
  yield {
    ...answerFrom(resolution, true, isPartial),
    hits: [...hits, ...found.codes.filter(({ path }) => !known.has(path))],
    pages: found.pages.filter(({ href }) => !causePages.has(href)),
  };
}
