import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { z } from 'zod';
import { requireProducts } from '../../scripts/extract/products.ts';
import { codesFilePath } from '../addresses/addresses.ts';
import { codesFileSchema } from '../schema/record.ts';

/** A product and its `/codes.json`. */
export type PublishedProduct = z.infer<typeof codesFileSchema> & {
  readonly id: string;
  /** First part of its addresses; '' at the site's root. */
  readonly path: string;
};

/**
 * The products of a build and the codes that it published.
 *
 * @param dir the built site
 * @throws when a file is missing or breaks the published schema
 */
export function publishedProducts(dir: URL): PublishedProduct[] {
  return requireProducts('.').map(({ id, path }) => {
    const text = readFileSync(join(fileURLToPath(dir), codesFilePath('json', path)), 'utf8');
    return { id, path, ...codesFileSchema.parse(JSON.parse(text)) };
  });
}
