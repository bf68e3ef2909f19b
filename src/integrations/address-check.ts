import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inLocale, type Locale } from '../addresses/locales.ts';
import { productPathOf } from '../addresses/addresses.ts';
import type { Problem } from '../lib/problem.ts';
import { LEDGER_FILE, ledgerProblems, readLedger, type LedgerLine } from '../addresses/ledger.ts';

/** The codes of a product that have pages, by their placeholder in the ledger. */
export interface BuiltCodes {
  /** `{code}`: every code with a page. */
  readonly code: readonly string[];
  /** `{documented}`: those of the current edition. */
  readonly documented: readonly string[];
  /** `{answered}`: those that this site says what to do about. */
  readonly answered: readonly string[];
}

/** The codes of each product, by the first part of its addresses. */
export type CodesByProduct = ReadonlyMap<string, BuiltCodes>;

/** The addresses that a line means in a language: one, or one for each code of the product whose path it begins with. */
function expand(address: string, products: CodesByProduct, locale: Locale): string[] {
  const [placeholder, kind] = /\{(code|documented|answered)\}/u.exec(address) ?? [];
  const codes = products.get(productPathOf(address));
  if (placeholder === undefined || !codes) return [inLocale(address, locale)];
  return codes[kind as keyof BuiltCodes].map((code) => inLocale(address.replace(placeholder, code), locale));
}

/** Whether an address of the built site, or what it redirects to, is a file that has the section it names. */
function resolves(address: string, folder: string, redirects: ReadonlyMap<string, string>): boolean {
  const [path = '', anchor] = address.split('#');
  const file = [path, redirects.get(path) ?? '']
    .filter((each) => each !== '')
    .map((each) => join(folder, decodeURIComponent(each), each.endsWith('/') ? 'index.html' : ''))
    .find((each) => statSync(each, { throwIfNoEntry: false })?.isFile());
  return file !== undefined && (anchor === undefined || readFileSync(file).includes(` id="${anchor}"`));
}

function deadLine({ address, line }: LedgerLine, dead: readonly string[]): Problem {
  const which = dead.includes(address) ? '' : `, e.g. ${dead[0]} (${dead.length} in all)`;
  return {
    file: LEDGER_FILE,
    line,
    message: `found ${address}${which} without page or redirect; expected one, because a published address keeps working`,
    hint: address.includes('#')
      ? 'give the section its id back'
      : 'bring the page back; for a code that goes on under another name, enter an alias in content/products.yaml, for ' +
        'one that the vendor dropped, its edition in content/editions/',
  };
}

/**
 * The addresses of the ledger that a built site does not have, and its lines that are not addresses.
 *
 * @param folder the built site
 * @param redirects from → to, relative to the site's base
 * @param locales in which the site is built: each has every address
 * @returns at most one problem for each line of the ledger
 */
export function deadAddresses(
  ledger: string,
  folder: string,
  codes: CodesByProduct,
  redirects: ReadonlyMap<string, string>,
  locales: readonly Locale[],
): Problem[] {
  const wrong = ledgerProblems(ledger);
  const wrongLines = new Set(wrong.map(({ line }) => line));
  const dead = readLedger(ledger)
    .filter(({ line }) => !wrongLines.has(line))
    .map((line) => ({
      line,
      dead: locales
        .flatMap((locale) => expand(line.address, codes, locale))
        .filter((address) => !resolves(address, folder, redirects)),
    }))
    .filter(({ dead }) => dead.length > 0)
    .map(({ line, dead }) => deadLine(line, dead));
  return [...wrong, ...dead];
}
