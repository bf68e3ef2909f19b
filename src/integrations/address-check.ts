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

/** Finds out where addresses of a built site lead. */
class BuiltSite {
  readonly #folder: string;
  readonly #redirects: ReadonlyMap<string, string>;
  /** Path → its file; undefined where there is none. Sections of a page share its path. */
  readonly #files = new Map<string, string | undefined>();
  /** Page → the anchors that are asked for and are there. */
  readonly #anchors = new Map<string, ReadonlySet<string>>();
  readonly #asked: ReadonlySet<string>;

  /**
   * @param redirects from → to, relative to the site's base
   * @param asked every anchor that will be asked for, so that a page is read once
   */
  constructor(folder: string, redirects: ReadonlyMap<string, string>, asked: ReadonlySet<string>) {
    this.#folder = folder;
    this.#redirects = redirects;
    this.#asked = asked;
  }

  resolves(address: string): boolean {
    const [path = '', anchor] = address.split('#');
    if (!this.#files.has(path)) this.#files.set(path, this.#redirectedFileOf(path));
    const file = this.#files.get(path);
    return file !== undefined && (anchor === undefined || this.#anchorsOf(file).has(anchor));
  }

  #redirectedFileOf(path: string): string | undefined {
    return this.#fileOf(path) ?? this.#fileOf(this.#redirects.get(path) ?? '');
  }

  #fileOf(path: string): string | undefined {
    if (path === '') return undefined;
    const file = join(this.#folder, decodeURIComponent(path), path.endsWith('/') ? 'index.html' : '');
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
  }

  #anchorsOf(file: string): ReadonlySet<string> {
    const known = this.#anchors.get(file);
    if (known) return known;
    // Anchors are ASCII, and so are their bytes in UTF-8: there is nothing to decode.
    const page = readFileSync(file, 'latin1');
    const ids = page.matchAll(/ id="([^"]*)"/gu);
    const anchors = new Set([...ids].map(([, id = '']) => id).filter((id) => this.#asked.has(id)));
    this.#anchors.set(file, anchors);
    return anchors;
  }
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
 * The addresses of the ledger that a built site does not answer, and its lines that are no addresses.
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
  const lines = readLedger(ledger);
  const asked = new Set(lines.flatMap(({ address }) => address.split('#').slice(1)));
  const site = new BuiltSite(folder, redirects, asked);
  const dead = lines
    .map((line) => ({
      line,
      dead: locales
        .flatMap((locale) => expand(line.address, codes, locale))
        .filter((address) => !site.resolves(address)),
    }))
    .filter(({ dead }) => dead.length > 0)
    .map(({ line, dead }) => deadLine(line, dead));
  return [...ledgerProblems(ledger), ...dead];
}
