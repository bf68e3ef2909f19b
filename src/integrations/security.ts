import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { basePath } from '../lib/site-address.ts';
import { headersFile } from './headers.ts';
import { inlineHashes, union, withPolicy, type InlineHashes } from './policy.ts';

/** Gives a built page its Content Security Policy. */
async function secure(page: string): Promise<InlineHashes> {
  const html = await readFile(page, 'utf8');
  const hashes = inlineHashes(html);
  try {
    await writeFile(page, withPolicy(html, hashes));
  } catch (cause) {
    throw new Error(`${page}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  return hashes;
}

/**
 * After the build: every page gets its Content Security Policy, and the hosts that read one a `_headers` file.
 * Astro's own `security.csp` does not know the scripts that Starlight writes inline (withastro/astro#16678).
 */
export function security(): AstroIntegration {
  return {
    name: 'security',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const pages = (await readdir(dir, { recursive: true })).filter((file) => file.endsWith('.html'));
        const hashes: InlineHashes[] = [];
        for (const page of pages) hashes.push(await secure(join(fileURLToPath(dir), page)));
        await writeFile(new URL('_headers', dir), headersFile(basePath, union(hashes)));
        logger.info(`${pages.length} pages have a Content Security Policy`);
      },
    },
  };
}
