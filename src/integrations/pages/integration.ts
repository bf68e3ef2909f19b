import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { FullTextIndex } from '../full-text/full-text-index.ts';
import { basePath } from '../../lib/site-address.ts';
import { headersFile } from '../headers.ts';
import { PageFinisher } from './finisher.ts';

const belowBase = (url: string) => new URL(url).pathname.slice(basePath.length - 1);

/** The same prerenderer, but every page that it renders is finished before it is written. */
function finishing(prerenderer: AstroPrerenderer, finisher: PageFinisher): AstroPrerenderer {
  return {
    ...prerenderer,
    render: async (request, options) => {
      const rendered = Promise.resolve(prerenderer.render(request, options));
      const response = rendered.then((result) => ('response' in result ? result.response : result));
      const finished = await finisher.finish(belowBase(request.url), response);
      const result = await rendered;
      return 'response' in result ? { ...result, response: finished } : finished;
    },
    teardown: async () => {
      await prerenderer.teardown?.();
      await finisher.close();
    },
  };
}

/**
 * Every page gets its Content Security Policy. After the build, the hosts that read one get a `_headers` file, and
 * `pagefind/` gets the index of full-text search.
 */
export function pages(): AstroIntegration {
  let index: FullTextIndex;
  let finisher: PageFinisher;
  let written: Promise<void>;
  return {
    name: 'pages',
    hooks: {
      'astro:build:start': async ({ setPrerenderer }) => {
        index = await FullTextIndex.create();
        finisher = new PageFinisher(index);
        setPrerenderer((prerenderer) => finishing(prerenderer, finisher));
      },
      'astro:build:generated': ({ dir }) => {
        // Other steps go on meanwhile.
        written = index.write(fileURLToPath(new URL('pagefind', dir)));
        written.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, logger }) => {
        await writeFile(new URL('_headers', dir), headersFile(basePath, finisher.hashes));
        await written;
        logger.info(
          `${finisher.count} pages have a Content Security Policy, ${index.size} are in full-text search`,
        );
      },
    },
  };
}
