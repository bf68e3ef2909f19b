import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { throwProblems } from '../lib/problem.ts';
import { basePath } from '../lib/site-address.ts';
import { requireProducts } from '../../scripts/extract/products.ts';
import type { Locale } from '../addresses/locales.ts';
import { codesFilePath } from '../addresses/addresses.ts';
import { parseRedirects } from '../addresses/redirects.ts';
import { deadAddresses, type BuiltCodes, type CodesByProduct } from './address-check.ts';
import { LEDGER_FILE } from '../addresses/ledger.ts';

type Listed = Record<
  'codes' | 'retired' | 'observed',
  readonly { readonly code: string; readonly actor?: string }[]
>;

function builtCodes(folder: string, productPath: string): BuiltCodes {
  const file = join(folder, codesFilePath('json', productPath));
  const listed = JSON.parse(readFileSync(file, 'utf8')) as Listed;
  const all = [...listed.codes, ...listed.retired, ...listed.observed];
  const names = (codes: Listed['codes']) => codes.map(({ code }) => code);
  return {
    code: names(all),
    documented: names(listed.codes),
    answered: names(all.filter(({ actor }) => actor !== undefined)),
  };
}

function codesByProduct(folder: string): CodesByProduct {
  return new Map(requireProducts('.').map(({ path }) => [path, builtCodes(folder, path)]));
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
          codesByProduct(folder),
          new Map(redirects.map(({ from, to }) => [belowBase(from), belowBase(to)])),
          locales,
        );
        throwProblems(dead);
        logger.info('every published address leads to a page');
      },
    },
  };
}
