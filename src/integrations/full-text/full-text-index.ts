import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { minify } from 'vite';
import type { PageWords } from './page-words.ts';

/** What Pagefind writes for user interfaces that this site does not have. */
const UNUSED = /^pagefind-(?:component-ui|highlight|modular-ui|ui|worker)\.(?:css|js)$/u;

/** Files that are written at the same time. */
const AT_ONCE = 16;

/** What a result shows of its page. */
type Shown = Pick<PageWords, 'title' | 'summary'>;

function assertNoErrors({ errors }: { errors: readonly string[] }, what: string): void {
  if (errors.length > 0) throw new Error(`Pagefind, ${what}: ${errors.join('; ')}`);
}

/** Pagefind ships its engine's loader as it was written; without its long names it is a fifth lighter to download. */
async function shrinkLoader(file: string, content: Uint8Array): Promise<string> {
  const { code, errors } = await minify(file, Buffer.from(content).toString());
  assertNoErrors({ errors: errors.map(({ message }) => message) }, file);
  return code;
}

/**
 * The index of full-text search.
 *
 * Starlight's own step is switched off, because Pagefind is not given the pages as they are; see `indexWords`.
 */
export class FullTextIndex {
  readonly #index: PagefindIndex;
  readonly #shown = new Map<string, Shown>();

  private constructor(index: PagefindIndex) {
    this.#index = index;
  }

  static async create(): Promise<FullTextIndex> {
    const created = await createIndex();
    assertNoErrors(created, 'a new index');
    if (!created.index) throw new Error('Pagefind gave neither an index nor an error');
    return new FullTextIndex(created.index);
  }

  /** Number of pages. */
  get size(): number {
    return this.#shown.size;
  }

  /**
   * Adds a page; its number is how many came before it.
   *
   * @param url its address below the site's base, e.g. `/codes/SVCSTG.SWR.4001048/`
   */
  async add(url: string, { title, summary, stretches }: PageWords): Promise<void> {
    const paragraphs = stretches.map(
      ({ weight, words }) => `<p data-pagefind-weight="${weight}">${words}</p>`,
    );
    const content = `<html><body>${paragraphs.join('')}</body></html>`;
    assertNoErrors(await this.#index.addHTMLFile({ url, content }), url);
    this.#shown.set(url, { title, summary });
  }

  /**
   * Writes the index into a folder of its own, and ends Pagefind. Pagefind itself would hold a thread and its memory
   * for each file; the memory that the index took goes back before the files take theirs.
   */
  async write(folder: string): Promise<void> {
    const result = await this.#index.getFiles().finally(close);
    assertNoErrors(result, 'the files of the index');
    const files = result.files.filter(({ path }) => !UNUSED.test(path));
    for (const parent of new Set(files.map(({ path }) => dirname(path)))) {
      await mkdir(join(folder, parent), { recursive: true });
    }
    for (let start = 0; start < files.length; start += AT_ONCE) {
      await Promise.all(
        files.slice(start, start + AT_ONCE).map(async ({ path, content }) => {
          await writeFile(join(folder, path), await this.#finish(path, content));
        }),
      );
    }
  }

  #finish(path: string, content: Uint8Array): Uint8Array | Promise<string> {
    if (dirname(path).endsWith('fragment')) return this.#finishFragment(content);
    return path === 'pagefind.js' ? shrinkLoader(path, content) : content;
  }

  /**
   * Puts into a file that is loaded with a result what is shown of it, in place of the words, which nobody could read.
   * Pagefind would do it by itself, but would index it as well. A fragment is so small that handing it to another
   * thread costs more than compressing it, most of all in memory.
   */
  #finishFragment(content: Uint8Array): Buffer {
    const text = gunzipSync(content).toString();
    const start = text.indexOf('{');
    const fragment = JSON.parse(text.slice(start)) as { url: string };
    const finished = { ...fragment, content: '', meta: this.#shown.get(fragment.url) ?? {} };
    return gzipSync(text.slice(0, start) + JSON.stringify(finished), { level: 9 });
  }
}
