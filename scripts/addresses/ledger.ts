import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  changesFilePath,
  changesPath,
  codePath,
  codesFilePath,
  productHome,
  statusPath,
  tablePath,
} from '../../src/catalog/addresses.ts';
import { statusesOfRow, type CodeRow } from '../../src/catalog/rows.ts';
import { statusClass } from '../../src/catalog/groups.ts';

/** The published addresses: what stands here keeps leading somewhere. One a line, relative to the site's base. */
export const LEDGER_FILE = 'content/addresses.txt';

/** A product's codes as far as addresses are made of them. */
export interface PublishedCodes {
  /** First part of the product's addresses, '' at the site's root. */
  readonly path: string;
  readonly codes: readonly CodeRow[];
}

/** An address of the ledger and the line on which it stands. */
export interface LedgerLine {
  readonly address: string;
  readonly line: number;
}

/** The addresses of a ledger; lines that do not begin with a slash are comments. */
export function readLedger(text: string): LedgerLine[] {
  return text
    .split('\n')
    .map((line, index) => ({ address: line.trim(), line: index + 1 }))
    .filter(({ address }) => address.startsWith('/'));
}

/** Sections that the page of a code has for every product; `{…}` stands for codes, as in the ledger's file. */
const sectionsOf = (path: string): string[] => {
  const page = (kind: string) => codePath('code', path).replace(/code\/$/u, `{${kind}}/`);
  return [
    ...['meaning', 'structure', 'related', 'source'].map((section) => `${page('code')}#${section}`),
    `${page('documented')}#guidance`,
  ];
};

/** Addresses that a product has: home, table, data, changes, statuses, one for each code, and its sections. */
export function addressesOf({ path, codes }: PublishedCodes): string[] {
  const statuses = codes.flatMap(statusesOfRow);
  return [
    productHome(path),
    tablePath({}, path),
    ...(['json', 'schema.json', 'csv'] as const).map((type) => codesFilePath(type, path)),
    changesPath(path),
    ...(['xml', 'json'] as const).map((type) => changesFilePath(type, path)),
    ...sectionsOf(path),
    ...new Set(
      statuses.flatMap((status) => [statusPath(statusClass(status), path), statusPath(status, path)]),
    ),
    ...new Set(codes.map(({ code }) => codePath(code, path))),
  ];
}

/** The ledger with the addresses added at its end that it lacks. Nothing is ever taken out. */
export function extendLedger(text: string, addresses: readonly string[]): string {
  const known = new Set(readLedger(text).map(({ address }) => address));
  const added = [...new Set(addresses)].filter((address) => !known.has(address));
  if (added.length === 0) return text;
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${start}${added.join('\n')}\n`;
}

/**
 * The ledger of a project with the addresses of its codes in it.
 *
 * @param root the project's folder
 */
export function ledgerFile(
  root: string,
  products: readonly PublishedCodes[],
): { path: string; text: string } {
  const file = join(root, LEDGER_FILE);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return { path: LEDGER_FILE, text: extendLedger(text, products.flatMap(addressesOf)) };
}
