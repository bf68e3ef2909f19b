import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { basePath } from './address.ts';
import { headersFile } from './headers.ts';
import { inlineHashes, union, withPolicy, type InlineHashes } from './policy.ts';

/** Every HTML file below a folder, as full paths. */
export async function pagesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function secure(file: string): Promise<InlineHashes> {
  const html = await readFile(file, 'utf8');
  const hashes = inlineHashes(html);
  await writeFile(file, withPolicy(html, hashes));
  return hashes;
}

/** After the build: every page gets its Content Security Policy, and the hosts that read one get a `_headers` file. */
export function hosting(): AstroIntegration {
  return {
    name: 'hosting',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const hashes: InlineHashes[] = [];
        for (const file of await pagesIn(folder)) hashes.push(await secure(file));
        await writeFile(join(folder, '_headers'), headersFile(basePath, union(hashes)));
        logger.info(`${hashes.length} pages have a Content Security Policy`);
      },
    },
  };
}
