import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Answer, SentPage } from './worker.ts';

/** MB. A page needs 2; without a limit a thread collects its garbage when there are hundreds. */
const MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };

/** Finishes pages on a core that has nothing to do while Astro renders the next ones. */
export class PageThread {
  readonly #worker = new Worker(new URL('worker.ts', import.meta.url), { resourceLimits: MEMORY });
  readonly #answers = on(this.#worker, 'message') as AsyncIterator<[Answer]>;

  /**
   * @param html a page as it was rendered; the caller has it no longer
   * @throws whatever was wrong with the page
   */
  async finish(html: ArrayBuffer): Promise<SentPage> {
    this.#worker.postMessage(html, [html]);
    const { done, value } = await this.#answers.next();
    if (done) throw new Error('the thread that finishes pages has ended');
    const [answer] = value;
    if ('error' in answer) throw answer.error;
    return answer;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
