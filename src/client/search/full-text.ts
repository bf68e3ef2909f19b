import type { Hit } from '../../search/finding.ts';
import { questionWords, rankPages, type WordHit } from '../../search/full-text.ts';
import { link } from '../links.ts';
import { pageLookup } from '../lookup.ts';

/** A page that speaks of what was asked. */
export interface PageHit {
  /** Address, base path included. */
  readonly href: string;
  readonly title: string;
  /** One sentence that says what the page is about. */
  readonly summary: string;
}

/** What full text finds, best first: codes by their pages, and pages that are about no single code. */
export interface Found {
  readonly codes: readonly Hit[];
  readonly pages: readonly PageHit[];
}

/**
 * Full-text search.
 *
 * @param asked the question as it was typed
 * @param words the same in the table's words; asked where no page has those that were typed
 * @throws when the full-text index cannot be loaded
 */
export type SearchPages = (asked: string, words: string) => Promise<Found>;

/** The part of Pagefind's browser API that is used here; see https://pagefind.app/docs/api/. */
interface PagefindModule {
  createInstance(options: { readonly noWorker: boolean }): Pagefind;
}

interface Pagefind {
  search(words: string): Promise<{ readonly results: readonly PagefindHit[] }>;
}

interface PagefindHit extends WordHit {
  data(): Promise<{
    readonly url: string;
    readonly meta: { readonly title?: string; readonly summary?: string };
  }>;
}

/** Number of words of a question that are asked for. */
const MAX_WORDS = 12;
const MAX_PAGES = 10;

let pagefind: Promise<Pagefind> | undefined;

/** The index and its engine, some 80 KB, are loaded with the first question; a worker would load the engine's code twice. */
async function open(): Promise<Pagefind> {
  pagefind ??= (import(/* @vite-ignore */ link('/pagefind/pagefind.js')) as Promise<PagefindModule>).then(
    ({ createInstance }) => createInstance({ noWorker: true }),
  );
  pagefind.catch(() => (pagefind = undefined));
  return pagefind;
}

async function pagesWith(text: string): Promise<PageHit[]> {
  const words = questionWords(text).slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  const engine = await open();
  // Without quotes Pagefind answers a word that no page has with shorter ones.
  const pagesOf = async (phrase: string) => (await engine.search(`"${phrase}"`)).results;
  const [verbatim, ...found] = await Promise.all([text.replaceAll('"', ' '), ...words].map(pagesOf));
  const best = rankPages(found, verbatim ?? []).slice(0, MAX_PAGES);
  const pages = await Promise.all(best.map((page) => page.data()));
  return pages.map(({ url, meta }) => ({ href: url, title: meta.title ?? url, summary: meta.summary ?? '' }));
}

/** The code whose page this is. */
async function codeOf(page: PageHit): Promise<Hit | undefined> {
  const code = /\/codes\/([^/]+)\/$/u.exec(new URL(page.href, location.href).pathname)?.[1];
  if (code === undefined) return undefined;
  const codes = (await pageLookup().all()).find(decodeURIComponent(code));
  return codes.map(({ hit }) => hit).find(({ path }) => link(path) === page.href);
}

/** Pages that say what was asked. */
export const searchPages: SearchPages = async (asked, words) => {
  let found = await pagesWith(asked);
  if (found.length === 0 && words !== asked) found = await pagesWith(words);
  const codes = await Promise.all(found.map(codeOf));
  return {
    codes: codes.filter((hit) => hit !== undefined),
    pages: found.filter((_, index) => codes[index] === undefined),
  };
};
