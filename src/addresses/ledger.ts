import { quote, type Problem } from '../lib/problem.ts';
import {
  changesFilePath,
  changesPath,
  codePath,
  codesFilePath,
  overviewPath,
  productHome,
  statusPath,
  tablePath,
} from './addresses.ts';
import { statusesOfRow } from '../catalog/rows.ts';
import type { CodeRow } from '../schema/codes.ts';
import { statusClass } from '../catalog/groups.ts';

/** The published addresses, which have to keep working: one on each line, relative to the site's base. */
export const LEDGER_FILE = 'content/addresses.txt';

/** A product's codes as far as addresses are made of them. */
export interface PublishedCodes {
  /** First part of the product's addresses, '' at the site's root. */
  readonly path: string;
  /** Date of the edition that lists them. */
  readonly edition: string;
  readonly codes: readonly CodeRow[];
}

/** An address of the ledger and its line. */
export interface LedgerLine {
  readonly address: string;
  readonly line: number;
}

/** The addresses of a ledger: the lines that begin with a slash. */
export function readLedger(text: string): LedgerLine[] {
  return text
    .split('\n')
    .map((line, index) => ({ address: line.trim(), line: index + 1 }))
    .filter(({ address }) => address.startsWith('/'));
}

const PLACEHOLDERS: readonly string[] = ['code', 'documented', 'answered'];

function isDecodable(address: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(address));
  } catch {
    return false;
  }
}

/** What was expected instead of a line of the ledger; undefined where it is an address or a comment. */
function expectedOf(line: string): string | undefined {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return undefined;
  if (!/^\/\S*$/u.test(text)) return 'an address that begins with a slash, or a comment that begins with #';
  if (/%(?![0-9A-Fa-f]{2})/u.test(text))
    return 'percent-encoding of two hexadecimal digits, %25 for the sign itself';
  if (!isDecodable(text)) return 'percent-encoding of UTF-8 text without control characters';
  const unknown = [...text.matchAll(/\{([^}]*)\}?/gu)].some(([, name = '']) => !PLACEHOLDERS.includes(name));
  return unknown ? `one of ${PLACEHOLDERS.map((name) => `{${name}}`).join(', ')}` : undefined;
}

/** Lines of a ledger that are neither an address nor a comment, and so would never be checked. */
export function ledgerProblems(text: string): Problem[] {
  return text.split('\n').flatMap((line, index): Problem[] => {
    const expected = expectedOf(line);
    if (expected === undefined) return [];
    return [
      {
        file: LEDGER_FILE,
        line: index + 1,
        message: `found ${quote(line.trim())}, expected ${expected}`,
        hint: 'write the address as it follows the base path of the site, /codes.json; one a line',
      },
    ];
  });
}

/** Sections that the page of a code has for every product; `{…}` is replaced by codes, as in the ledger's file. */
const sectionsOf = (path: string): string[] => {
  const page = (kind: string) => codePath('code', path).replace(/code\/$/u, `{${kind}}/`);
  return [
    ...['meaning', 'structure', 'related', 'source'].map((section) => `${page('code')}#${section}`),
    `${page('documented')}#guidance`,
    `${page('answered')}#steps`,
  ];
};

/** Addresses that a product has: home, table, data, changes, statuses, overviews, one for each code, and its sections. */
export function publishedAddresses({ path, edition, codes }: PublishedCodes): string[] {
  const statuses = codes.flatMap(statusesOfRow);
  return [
    productHome(path),
    tablePath({}, path),
    ...(['json', 'schema.json', 'csv'] as const).map((type) => codesFilePath(type, path)),
    changesPath(path),
    changesPath(path, edition),
    ...(['xml', 'json'] as const).map((type) => changesFilePath(type, path)),
    ...sectionsOf(path),
    overviewPath('domains', path),
    ...(statuses.length > 0 ? [overviewPath('status', path)] : []),
    ...new Set(
      statuses.flatMap((status) => [statusPath(statusClass(status), path), statusPath(status, path)]),
    ),
    ...new Set(codes.map(({ code }) => codePath(code, path))),
  ];
}

/** Those of the addresses that a ledger does not have, each once. */
export function lackingAddresses(text: string, addresses: readonly string[]): string[] {
  const known = new Set(readLedger(text).map(({ address }) => address));
  return [...new Set(addresses)].filter((address) => !known.has(address));
}

/** The ledger with the addresses added at its end that it lacks. Nothing is ever taken out. */
export function extendLedger(text: string, addresses: readonly string[]): string {
  const added = lackingAddresses(text, addresses);
  if (added.length === 0) return text;
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${start}${added.join('\n')}\n`;
}
