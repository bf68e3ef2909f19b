import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { FullTextIndex } from '../full-text/full-text-index.ts';
import { basePath } from '../hosting/address.ts';
import { headersFile } from '../hosting/headers.ts';
import { union } from '../hosting/policy.ts';
import { finishPages } from './finish.ts';

/**
 * After the build: every page gets its Content Security Policy, the hosts that read one get a `_headers` file, and
 * `pagefind/` gets the index of full-text search.
 */
export function pages(): AstroIntegration {
  return {
    name: 'pages',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const index = await FullTextIndex.create();
        let hashes = union([]);
        let count = 0;
        try {
          for await (const page of finishPages(folder)) {
            count += 1;
            hashes = union([hashes, page.hashes]);
            if (page.text) await index.add(page.file, page.text);
          }
          await index.write(join(folder, 'pagefind'));
        } finally {
          await index.close();
        }
        await writeFile(join(folder, '_headers'), headersFile(basePath, hashes));
        logger.info(`${count} pages have a Content Security Policy, ${index.size} are in full-text search`);
      },
    },
  };
}
