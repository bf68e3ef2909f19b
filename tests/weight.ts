import { brotliCompressSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** What a page has downloaded, file by file, as a host that compresses would send it. */
export class Weight {
  readonly #responses: Response[] = [];

  constructor(page: Page) {
    page.on('response', (response) => this.#responses.push(response));
  }

  /** Paths of what was requested so far. */
  get paths(): string[] {
    return this.#responses.map((response) => new URL(response.url()).pathname);
  }

  /** Bytes of the bodies in brotli (quality 11), headers not counted. */
  async bytes(): Promise<number> {
    const withBody = this.#responses.filter((response) => response.status() === 200);
    const bodies = await Promise.all(withBody.map((response) => response.body()));
    return bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
  }
}
