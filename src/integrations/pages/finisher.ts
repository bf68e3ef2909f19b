import type { FullTextIndex } from '../full-text/full-text-index.ts';
import type { PageWords } from '../full-text/page-words.ts';
import { union, type InlineHashes } from '../policy.ts';
import { PageThread } from './thread.ts';

const isPage = ({ headers }: Response) => headers.get('Content-Type')?.startsWith('text/html') ?? false;

/** Finishes the pages of a site one by one, and gathers what the site as a whole needs of them. */
export class PageFinisher {
  readonly #thread = new PageThread();
  readonly #index: Pick<FullTextIndex, 'add'>;
  /** Settled when every page before the next is on its way to the thread. */
  #sent: Promise<unknown> = Promise.resolve();
  /** Settled when every page so far is in the index. */
  #added: Promise<void> = Promise.resolve();
  #hashes = union([]);
  #count = 0;

  /** @param index where every page goes that belongs in full-text search */
  constructor(index: Pick<FullTextIndex, 'add'>) {
    this.#index = index;
  }

  /** Number of pages so far. */
  get count(): number {
    return this.#count;
  }

  /** The hashes of what stands inline in any page so far. */
  get hashes(): InlineHashes {
    return this.#hashes;
  }

  /**
   * Finishes a page. Pages are taken in the order of these calls, whichever is rendered first, so that every build is
   * like the others.
   *
   * @param address of the page, below the site's base, e.g. `/codes/SVCSTG.SWR.4001048/`
   * @returns the answer itself when it is no page, else one with the finished page
   * @throws Error that names the page when it is none that can be finished
   */
  async finish(address: string, rendering: Promise<Response>): Promise<Response> {
    const before = this.#sent;
    const sending = rendering.then(async (response) => {
      const html = isPage(response) ? await response.arrayBuffer() : undefined;
      await before;
      return { response, finishing: html === undefined ? undefined : this.#thread.finish(html) };
    });
    this.#sent = sending.catch(() => undefined);
    const { response, finishing } = await sending;
    if (!finishing) return response;
    try {
      const { html, hashes, words } = await finishing;
      this.#count += 1;
      this.#hashes = union([this.#hashes, hashes]);
      if (words) await this.#add(address, words);
      return new Response(html, response);
    } catch (error) {
      throw new Error(`${address}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }

  /** Adds a page to the index; does not wait until it is there, but until the one before is. */
  async #add(address: string, words: PageWords): Promise<void> {
    const before = this.#added;
    this.#added = before.then(() => this.#index.add(address, words));
    this.#added.catch(() => undefined);
    await before;
  }

  /** Ends the thread, when every page is in the index. */
  async close(): Promise<void> {
    await this.#thread.close();
    await this.#added;
  }
}
