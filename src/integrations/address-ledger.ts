import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { LEDGER_FILE } from '../addresses/ledger.ts';
import type { Locale } from '../addresses/locales.ts';
import { parseRedirects } from '../addresses/redirects.ts';
import { throwProblems } from '../lib/problem.ts';
import { basePath } from '../lib/site-address.ts';
import { deadAddresses, type BuiltCodes } from './address-check.ts';
import { publishedProducts, type PublishedProduct } from './published.ts';

function builtCodes({ codes, retired, observed, listed }: PublishedProduct): BuiltCodes {
  const all = [...codes, ...retired, ...observed, ...listed];
  return {
    code: all.map(({ code }) => code),
    documented: codes.map(({ code }) => code),
    answered: all.filter(({ actor }) => actor !== undefined).map(({ code }) => code),
  };
}

const belowBase = (address: string) => address.slice(basePath.length - 1);

/** After the build: fails it when a published address has neither a page nor a redirect in one of the languages. */
export function addressLedger(locales: readonly Locale[]): AstroIntegration {
  return {
    name: 'address-ledger',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        if (!existsSync(LEDGER_FILE)) throw new Error(`${LEDGER_FILE} is missing. Run: npm run extract`);
        const folder = fileURLToPath(dir);
        const file = join(folder, '_redirects');
        const redirects = parseRedirects(readFileSync(file, 'utf8'), file);
        const dead = deadAddresses(
          readFileSync(LEDGER_FILE, 'utf8'),
          folder,
          new Map(publishedProducts(dir).map((product) => [product.path, builtCodes(product)])),
          new Map(redirects.map(({ from, to }) => [belowBase(from), belowBase(to)])),
          locales,
        );
        throwProblems(dead);
        logger.info('every published address leads to a page');
      },
    },
  };
}
