/** The words under which full-text search finds a page: those of its text, the heaviest first, each where it weighs most. */
import { hash } from 'node:crypto';
import { indexWords } from '../../search/full-text.ts';
import type { PageText } from './page-text.ts';

/** A page as it goes into the index. */
export interface PageWords extends Pick<PageText, 'title' | 'summary'> {
  /** Words with a space between them, by weight. */
  readonly stretches: readonly { readonly weight: number; readonly words: string }[];
}

/**
 * A text that stands on more pages is found on the first so many: hundreds of codes may share their guidance, and a
 * question for it is answered by any of them. What is a page's own is always found there.
 */
const MOST_PAGES = 5;

/** Takes the words of a site's pages, one page after the other. */
export class WordTaker {
  /** Digest of a text → how many pages have it. The text itself would keep the page in memory of which it is a piece. */
  readonly #pagesWith = new Map<string, number>();

  take({ title, summary, stretches }: PageText): PageWords {
    const known = new Set<string>();
    const own = stretches.filter(({ text }) => this.#isOwn(text)).sort((a, b) => b.weight - a.weight);
    const words = own.map(({ weight, text }) => {
      const added = indexWords(text).filter((word) => !known.has(word));
      for (const word of added) known.add(word);
      return { weight, words: added.join(' ') };
    });
    return { title, summary, stretches: words };
  }

  #isOwn(text: string): boolean {
    const digest = hash('sha1', text, 'base64');
    const pages = (this.#pagesWith.get(digest) ?? 0) + 1;
    this.#pagesWith.set(digest, pages);
    return pages <= MOST_PAGES;
  }
}
