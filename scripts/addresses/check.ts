import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LEDGER_FILE, readLedger, type LedgerLine } from './ledger.ts';

/** The codes that a built site has pages of, by what may stand for them in the ledger. */
export interface BuiltCodes {
  /** `{code}`: every code with a page. */
  readonly code: readonly string[];
  /** `{documented}`: those of the current edition. */
  readonly documented: readonly string[];
}

/** Addresses that a line stands for: itself, or one for each code. */
function expand(address: string, codes: BuiltCodes): string[] {
  const [placeholder, kind] = /\{(code|documented)\}/u.exec(address) ?? [];
  if (placeholder === undefined) return [address];
  return codes[kind as keyof BuiltCodes].map((code) => address.replace(placeholder, code));
}

/** Finds out where addresses of a built site lead. */
class BuiltSite {
  readonly #folder: string;
  readonly #redirects: ReadonlyMap<string, string>;
  readonly #pages = new Map<string, string>();

  /** @param redirects from → to, relative to the site's base */
  constructor(folder: string, redirects: ReadonlyMap<string, string>) {
    this.#folder = folder;
    this.#redirects = redirects;
  }

  leadsSomewhere(address: string): boolean {
    const [path = '', anchor] = address.split('#');
    const file = this.#fileOf(path) ?? this.#fileOf(this.#redirects.get(path) ?? '');
    return file !== undefined && (anchor === undefined || this.#page(file).includes(`id="${anchor}"`));
  }

  #fileOf(path: string): string | undefined {
    if (path === '') return undefined;
    const file = join(this.#folder, decodeURIComponent(path), path.endsWith('/') ? 'index.html' : '');
    return existsSync(file) && statSync(file).isFile() ? file : undefined;
  }

  #page(file: string): string {
    const page = this.#pages.get(file) ?? readFileSync(file, 'utf8');
    this.#pages.clear();
    this.#pages.set(file, page);
    return page;
  }
}

function complaint({ address, line }: LedgerLine, dead: readonly string[]): string {
  const which = dead.includes(address) ? '' : `, e.g. ${dead[0]} (${dead.length} in all)`;
  return (
    `${LEDGER_FILE}:${line}: found ${address}${which} without page or redirect; a published address keeps working. ` +
    'Bring the page back, or make a redirect: an alias in content/products.yaml for a code, an entry in ' +
    'content/editions/ for one that retired.'
  );
}

/**
 * The addresses of the ledger that a built site does not answer.
 *
 * @param folder the built site
 * @param redirects from → to, relative to the site's base
 * @returns one complaint a line of the ledger, with what to do about it
 */
export function deadAddresses(
  ledger: string,
  folder: string,
  codes: BuiltCodes,
  redirects: ReadonlyMap<string, string>,
): string[] {
  const site = new BuiltSite(folder, redirects);
  return readLedger(ledger)
    .map((line) => ({
      line,
      dead: expand(line.address, codes).filter((address) => !site.leadsSomewhere(address)),
    }))
    .filter(({ dead }) => dead.length > 0)
    .map(({ line, dead }) => complaint(line, dead));
}
