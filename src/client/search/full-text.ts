import { termsOf } from '../../catalog/resolve/terms.ts';
import { link } from '../../site/links.ts';

/** A page that speaks of what was asked. */
export interface PageHit {
  /** Address, base path included. */
  readonly href: string;
  readonly title: string;
  /** Some words around the first one that was asked for. */
  readonly excerpt: string;
}

/** The part of Pagefind's browser API that is used here; see https://pagefind.app/docs/api/. */
interface Pagefind {
  search(words: string): Promise<{ readonly results: readonly { data(): Promise<PagefindPage> }[] }>;
}

interface PagefindPage {
  readonly url: string;
  readonly content: string;
  readonly meta: { readonly title?: string };
}

/** Pages whose text is loaded for one question. */
const CANDIDATES = 5;
/** So much of what was asked has to stand in a page; Pagefind answers words that no page has with shorter ones. */
const ENOUGH = 0.75;
const EXCERPT = 60;

let pagefind: Promise<Pagefind> | undefined;

/** The index and its engine, some 70 KB, are loaded with the first question. */
function open(): Promise<Pagefind> {
  pagefind ??= import(/* @vite-ignore */ link('/pagefind/pagefind.js')) as Promise<Pagefind>;
  pagefind.catch(() => (pagefind = undefined));
  return pagefind;
}

function excerptOf(content: string, terms: readonly string[]): string {
  const lower = content.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...places) - EXCERPT / 4);
  return `${start > 0 ? '…' : ''}${content.slice(start, start + EXCERPT)}…`;
}

function says(page: PagefindPage, terms: readonly string[]): boolean {
  const text = `${page.meta.title ?? ''} ${page.content}`.toLowerCase();
  return terms.filter((term) => text.includes(term)).length >= ENOUGH * terms.length;
}

/**
 * Pages that say the words, best first.
 *
 * @throws when the full-text index cannot be loaded
 */
export async function searchPages(words: string): Promise<PageHit[]> {
  const terms = termsOf(words);
  if (terms.length === 0) return [];
  const { results } = await (await open()).search(words);
  const pages = await Promise.all(results.slice(0, CANDIDATES).map((result) => result.data()));
  return pages
    .filter((page) => says(page, terms))
    .map((page) => ({
      href: page.url,
      title: page.meta.title ?? page.url,
      excerpt: excerptOf(page.content, terms),
    }));
}
