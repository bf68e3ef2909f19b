import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { requireProducts } from '../products.ts';
import { codesFilePath } from '../../src/catalog/addresses.ts';
import { unanswered, type AnsweredProduct } from './unanswered.ts';

/** After the build: names the codes that have no guidance yet. That is no mistake, but somebody has to write it. */
export function guidanceNotice(): AstroIntegration {
  return {
    name: 'guidance',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const products = requireProducts('.').map(({ id, path }) => {
          const file = join(fileURLToPath(dir), codesFilePath('json', path));
          const { codes } = JSON.parse(readFileSync(file, 'utf8')) as Pick<AnsweredProduct, 'codes'>;
          return { id, path, codes };
        });
        const notice = unanswered(products);
        if (notice !== undefined) logger.warn(notice);
      },
    },
  };
}
