import type { AstroIntegration } from 'astro';
import { publishedProducts, type PublishedProduct } from './published.ts';

/** A product as far as the notice is about it. */
type AnsweredProduct = Pick<PublishedProduct, 'id' | 'path'> & {
  readonly codes: readonly Pick<PublishedProduct['codes'][number], 'code' | 'actor'>[];
};

/** Maximum number of codes to name. */
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
 * A notice about codes that have no guidance yet.
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

/** After the build: warns about codes that have no guidance yet. */
export function guidanceNotice(): AstroIntegration {
  return {
    name: 'guidance',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const notice = unanswered(publishedProducts(dir));
        if (notice !== undefined) logger.warn(notice);
      },
    },
  };
}
