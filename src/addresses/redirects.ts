import type { Catalog } from '../catalog/catalog.ts';
import type { Alias } from '../schema/products.ts';
import { codePath } from './addresses.ts';

/** An address that is not a page, and the page that it redirects to. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/**
 * Addresses of a code other than its canonical one, the likeliest first: number, lower case, without the family;
 * below `/codes/` and at the product's root; with and without the slash at the end.
 */
function spellingsOf(code: string, productPath: string): string[] {
  const parts = code.split('.');
  const spellings = [parts.at(-1) ?? code, code.toLowerCase(), parts.slice(-2).join('.'), code];
  return spellings.flatMap((spelling) => {
    const below = codePath(spelling, productPath);
    const atRoot = below.replace('/codes/', '/');
    return [atRoot, below].flatMap((address) => [address, address.slice(0, -1)]);
  });
}

/** A code's page, and its other addresses, the likeliest first. */
interface NamedPage {
  readonly to: string;
  readonly addresses: readonly string[];
}

/** The other addresses of pages: the likeliest of each, then the second of each. */
function byRank(named: readonly NamedPage[]): Redirect[] {
  const most = Math.max(0, ...named.map(({ addresses }) => addresses.length));
  return Array.from({ length: most }, (_, rank) => rank).flatMap((rank) =>
    named.flatMap(({ to, addresses }) => {
      const from = addresses[rank];
      return from === undefined ? [] : [{ from, to }];
    }),
  );
}

/**
 * Redirects of a product for hosts that can: every spelling of every code with a page, and former codes. The likeliest
 * come first, those of codes that only another list has last, because hosts have a limit (Cloudflare Pages 2,000); the
 * 404 page answers the others.
 *
 * @param aliases former codes and what they are called today
 * @returns nothing for a number that two services share: the 404 page lists both
 */
export function redirectsOf(
  { all, find }: Pick<Catalog, 'all' | 'find'>,
  productPath: string,
  aliases: readonly Alias[],
): Redirect[] {
  const pageOf = ({ code, is = code }: { readonly code: string; readonly is?: string }): NamedPage => ({
    to: codePath(is, productPath),
    addresses: spellingsOf(code, productPath),
  });
  const former = aliases.filter(({ code, is }) => !find(code) && find(is));
  const own = all.filter(({ state }) => state !== 'listed');
  const listed = all.filter(({ state }) => state === 'listed');
  const groups = [[...own, ...former].map(pageOf), listed.map(pageOf)];
  // Hosts add a missing slash themselves.
  const pages = new Set(groups.flat().flatMap(({ to }) => [to, to.slice(0, -1)]));
  const targets = new Map<string, Set<string>>();
  for (const { from, to } of groups.flatMap(byRank)) {
    if (!pages.has(from)) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  }
  return [...targets].flatMap(([from, to]) =>
    to.size === 1 ? [...to].map((only) => ({ from, to: only })) : [],
  );
}

/** A `_redirects` file, as Netlify and Cloudflare Pages read it: one redirect a line, `/from /to 301`. */
export function formatRedirects(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}

/**
 * Reads what `formatRedirects` wrote.
 *
 * @param file name of the file, for messages
 * @throws Error when a line is not a redirect from one address to another, naming file and line
 */
export function parseRedirects(text: string, file: string): Redirect[] {
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*(#|$)/.test(line)) return [];
    const [, from, to] = /^(\/\S*)\s+(\/\S*)\s+301!?\s*$/.exec(line) ?? [];
    if (from === undefined || to === undefined || /[*:]/.test(from + to)) {
      throw new Error(
        `${file}:${index + 1}: found "${line}", expected "/from /to 301" without placeholders; ` +
          'correct what writes the file',
      );
    }
    return [{ from, to }];
  });
}
