import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { requireProducts } from '../../scripts/extract/products.ts';
import { codesFilePath } from '../addresses/addresses.ts';

/** A code as `/codes.json` tells of it; `actor` is there where the code has guidance. */
interface ListedCode {
  readonly code: string;
  readonly actor?: string | undefined;
}

/** A product as far as the notice is about it. */
export interface AnsweredProduct {
  readonly id: string;
  /** First part of its addresses; guidance that names no product is about the one without. */
  readonly path: string;
  readonly codes: readonly ListedCode[];
}

/** So many codes are named. */
const MAX_NAMED = 10;

function line({ id, path, codes }: AnsweredProduct): string | undefined {
  const waiting = codes.filter(({ actor }) => actor === undefined).map(({ code }) => code);
  if (waiting.length === 0) return undefined;
  const count =
    waiting.length === codes.length ? `none of ${codes.length}` : `${waiting.length} of ${codes.length}`;
  const named = waiting.slice(0, MAX_NAMED).join(', ');
  const more = waiting.length > MAX_NAMED ? ` and ${waiting.length - MAX_NAMED} more` : '';
  const lack = waiting.length === codes.length ? 'has' : 'have no';
  const key = path === '' ? '' : ` (with \`product: ${id}\`)`;
  return `${id}: ${count} codes ${lack} guidance${key}: ${named}${more}`;
}

/**
 * What to tell a maintainer about codes that have no guidance yet.
 *
 * @returns undefined where every code of every product has guidance
 */
export function unanswered(products: readonly AnsweredProduct[]): string | undefined {
  const lines = products.map(line).filter((each) => each !== undefined);
  if (lines.length === 0) return undefined;
  return [
    ...lines,
    'Their pages quote the vendor and say what the HTTP status tells. To answer them, write',
    'content/guidance/zh-CN/<situation>.md that lists them under `codes` (docs/content.md).',
  ].join('\n    ');
}

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
