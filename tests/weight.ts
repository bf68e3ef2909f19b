import { brotliCompressSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** What a page has downloaded, file by file, as a host that compresses would send it. */
export class Weight {
  readonly #responses: Response[] = [];

  constructor(page: Page) {
    page.on('response', (response) => {
      // The browser asks for the page's icon whenever it likes.
      if (!/\/(?:favicon\.svg|icon-\d+\.png)$/u.test(response.url())) this.#responses.push(response);
    });
  }

  /** Paths of what was requested so far. */
  get paths(): string[] {
    return this.#responses.map((response) => new URL(response.url()).pathname);
  }

  async #sizes(): Promise<number[]> {
    const withBody = this.#responses.filter((response) => response.status() === 200);
    const bodies = await Promise.all(withBody.map((response) => response.body()));
    return bodies.map((body) => brotliCompressSync(body).length);
  }

  /** Bytes of the bodies in brotli (quality 11), headers not counted. */
  async bytes(): Promise<number> {
    return (await this.#sizes()).reduce((sum, size) => sum + size, 0);
  }

  /** The same of the largest file. */
  async largest(): Promise<number> {
    return Math.max(0, ...(await this.#sizes()));
  }
}
