import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { basePath } from '../lib/site-address.ts';
import { headersFile } from './headers.ts';
import { elementsOf } from './markup.ts';
import { inlineHashes, union, withPolicy, type InlineHashes } from './policy.ts';
import { withoutUnused } from './unused-styles.ts';

/** Folder of the style sheets and scripts, whose names change with their content. */
const ASSETS = '_astro';

/** Classes and ids of a page; a few words more, where its text looks like an attribute, do no harm. */
const namesIn = (html: string) =>
  [...html.matchAll(/ (?:class|id)="([^"]*)"/gu)].flatMap(([, names = '']) => names.split(/\s+/u));

const tagsIn = (html: string) => [...html.matchAll(/<([a-z][\w-]*)/gu)].map(([, name = '']) => name);

/** Variables of the style sheets that the styles in a page's own head read. */
const variablesIn = (html: string) => [...html.matchAll(/var\((--[\w-]+)/gu)].map(([, name = '']) => name);

/** What the build step needs to know of all pages. */
class Pages {
  readonly hashes = new Map<string, InlineHashes>();
  /** Elements, classes, ids and variables. */
  readonly names = new Set<string>();

  add(file: string, html: string): void {
    this.hashes.set(file, inlineHashes(elementsOf(html)));
    for (const name of [...tagsIn(html), ...namesIn(html), ...variablesIn(html)]) this.names.add(name);
  }
}

/** Takes unused rules out of the style sheets; returns their old and new file names. */
async function slimStyles(folder: string, names: ReadonlySet<string>): Promise<[string, string][]> {
  const files = await readdir(folder);
  const read = (file: string) => readFile(join(folder, file), 'utf8');
  const scripts = await Promise.all(files.filter((file) => file.endsWith('.js')).map(read));
  const words = new Set(scripts.flatMap((script) => script.match(/[\w:-]+/gu) ?? []));
  const sheets = files.filter((file) => file.endsWith('.css'));
  const contents = await Promise.all(sheets.map(read));
  const slim = withoutUnused(contents, (name) => names.has(name) || words.has(name));
  const renamed: [string, string][] = [];
  for (const [at, css] of slim.entries()) {
    const file = sheets[at] ?? '';
    const hash = createHash('sha256').update(css).digest('base64url').slice(0, 8);
    const name = file.replace(/[^.]+(?=\.css$)/u, hash);
    await rm(join(folder, file));
    await writeFile(join(folder, name), css);
    renamed.push([file, name]);
  }
  return renamed;
}

/**
 * After the build: style sheets lose what no page uses, every page gets its Content Security Policy, and the hosts that
 * read one get a `_headers` file. Astro's own `security.csp` does not know the scripts that Starlight writes inline
 * (withastro/astro#16678).
 */
export function finishPages(): AstroIntegration {
  return {
    name: 'finish-pages',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const read = (file: string) => readFile(join(folder, file), 'utf8');
        const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.html'));
        const pages = new Pages();
        for (const file of files) pages.add(file, await read(file));
        const styles = await slimStyles(join(folder, ASSETS), pages.names);
        for (const [file, hashes] of pages.hashes) {
          const html = styles.reduce((page, names) => page.replaceAll(...names), await read(file));
          await writeFile(join(folder, file), withPolicy(html, hashes, file));
        }
        await writeFile(join(folder, '_headers'), headersFile(basePath, union([...pages.hashes.values()])));
        logger.info(`${files.length} pages have a Content Security Policy`);
      },
    },
  };
}
