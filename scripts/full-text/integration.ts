import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { indexWords } from '../../src/catalog/resolve/full-text.ts';
import { pageText, type PageText } from './page-text.ts';

/**
 * Postings in a file of the index. Pagefind's own 20,000 make files of 25 KB, and a question of some words needs
 * several of them; only this variable of the environment says otherwise.
 */
const CHUNK_SIZE = ['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE', '700'] as const;

/** What Pagefind writes for user interfaces that this site does not have. */
const UNUSED = /^pagefind-(?:component-ui|highlight|modular-ui|ui|worker)\.(?:css|js)$/u;

/** What a result shows of its page. */
type Shown = Pick<PageText, 'title' | 'summary'>;

/** The page that Pagefind gets in place of the built one: each word once, where it weighs most. */
function indexedPage({ stretches }: PageText): string {
  const known = new Set<string>();
  const paragraphs = [...stretches]
    .sort((a, b) => b.weight - a.weight)
    .map(({ weight, text }) => {
      const words = indexWords(text).filter((word) => !known.has(word));
      for (const word of words) known.add(word);
      return `<p data-pagefind-weight="${weight}">${words.join(' ')}</p>`;
    });
  return `<html><body>${paragraphs.join('')}</body></html>`;
}

function assertNoErrors({ errors }: { errors: readonly string[] }, what: string): void {
  if (errors.length > 0) throw new Error(`Pagefind, ${what}: ${errors.join('; ')}`);
}

/** Built pages, by their path below the site's root, in a fixed order. */
async function pagesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => file.endsWith('index.html'))
    .map((file) => file.split(sep).join('/'))
    .sort();
}

/** Feeds pages to the index, one after the other so that every build numbers them alike; gives them by address. */
async function addPages(index: PagefindIndex, folder: string): Promise<Map<string, Shown>> {
  const shown = new Map<string, Shown>();
  for (const file of await pagesIn(folder)) {
    const page = pageText(await readFile(join(folder, file), 'utf8'));
    if (!page) continue;
    const url = `/${file.slice(0, -'index.html'.length)}`;
    assertNoErrors(await index.addHTMLFile({ url, content: indexedPage(page) }), file);
    shown.set(url, { title: page.title, summary: page.summary });
  }
  return shown;
}

/**
 * Puts into a file that is loaded with a result what is shown of it, in place of the words, which nobody could read.
 * Pagefind would do it by itself, but would index it as well.
 */
async function finishFragment(file: string, pages: ReadonlyMap<string, Shown>): Promise<void> {
  const text = gunzipSync(await readFile(file)).toString();
  const start = text.indexOf('{');
  const fragment = JSON.parse(text.slice(start)) as { url: string };
  const finished = { ...fragment, content: '', meta: pages.get(fragment.url) ?? {} };
  await writeFile(file, gzipSync(text.slice(0, start) + JSON.stringify(finished), { level: 9 }));
}

/**
 * After the build: the index of full-text search, into `pagefind/`.
 *
 * Starlight's own step is switched off, because Pagefind is not given the pages as they are; see `indexWords`.
 */
export function fullText(): AstroIntegration {
  return {
    name: 'full-text',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const output = join(folder, 'pagefind');
        process.env[CHUNK_SIZE[0]] = CHUNK_SIZE[1];
        try {
          const created = await createIndex();
          assertNoErrors(created, 'a new index');
          if (!created.index) throw new Error('Pagefind gave neither an index nor an error');
          const pages = await addPages(created.index, folder);
          assertNoErrors(await created.index.writeFiles({ outputPath: output }), output);
          const fragments = join(output, 'fragment');
          for (const file of await readdir(fragments)) await finishFragment(join(fragments, file), pages);
          logger.info(`${pages.size} pages are in full-text search`);
        } finally {
          await close();
        }
        for (const file of await readdir(output)) if (UNUSED.test(file)) await rm(join(output, file));
      },
    },
  };
}
