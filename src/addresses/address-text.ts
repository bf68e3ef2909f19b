import { productPathOf } from './addresses.ts';

/** Maximum number of times to percent-decode an address. */
const MAX_ENCODINGS = 3;

function decodeOnce(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/giu, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** An address's path as text: percent-encoding undone where it is well-formed, left alone where it is not. */
export function decodePath(pathname: string): string {
  let text = pathname;
  for (let round = 0; round < MAX_ENCODINGS; round++) {
    const decoded = decodeOnce(text);
    if (decoded === text) break;
    text = decoded;
  }
  return text;
}

/** An address in parts, as `location` and URL have them. */
export interface AddressParts {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** Bytes of another encoding than UTF-8, such as GBK: they say nothing. */
const unreadable = (text: string) => text.replace(/%[0-9a-f]{2}/giu, ' ');

/**
 * What to look for in an address that leads nowhere, most specific first: its last part, then all of its path, then
 * query and fragment.
 *
 * @param base path of the site, with slashes at both ends
 */
export function addressTexts({ pathname, search, hash }: AddressParts, base: string): string[] {
  const path = unreadable(decodePath(pathname.startsWith(base) ? pathname.slice(base.length) : pathname));
  const parts = path.split('/').filter((part) => part.trim() !== '');
  const behind = [...[...new URLSearchParams(search)].flat(), unreadable(decodePath(hash.slice(1)))];
  // The number of a status would pass for the end of a code.
  const [, status] = /(?:^|\/)status\/([1-5](?:\d\d|xx))$/u.exec(parts.join('/')) ?? [];
  const texts = [
    status ? `HTTP ${status}` : '',
    parts.at(-1) ?? '',
    parts.join('/'),
    behind.join(' ').trim(),
  ];
  return [...new Set(texts)].filter((text) => text !== '');
}

/** A page's path without case, slashes and punctuation at the ends of its parts. */
function pageKey(pathname: string): string {
  return decodePath(pathname)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\/index\.html?[^/]*$/u, '')
    .split('/')
    .map((part) => part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((part) => part !== '')
    .join('/');
}

/**
 * The page that an address means but for its case, its slashes and what was glued to it: `/Decode`, `/links/).`.
 *
 * @param pages paths of pages; the home page, which any garbage would mean, is never the answer
 * @param base path of the site, with slashes at both ends
 */
export function pageMeant(pathname: string, pages: readonly string[], base: string): string | undefined {
  const key = pageKey(pathname);
  return key === pageKey(base)
    ? undefined
    : pages.find((page) => page !== pathname && page.startsWith(base) && pageKey(page) === key);
}

/** A code that an address names. */
interface Named {
  /** Its position in the text. */
  readonly start: number;
  /** Page of the code below the site's base. */
  readonly hit: { readonly path: string };
}

/**
 * The codes that an address means. Where the same stretch of it names codes of several products, that is the one of the
 * product whose path the address begins with, else that of the product at the site's root; else all of them.
 *
 * @param pathname path of the address below the site's base, with a slash in front
 */
export function meantBy<Finding extends Named>(findings: readonly Finding[], pathname: string): Finding[] {
  const product = /^\/([^/]+)\//u.exec(pathname)?.[1] ?? '';
  const rank = ({ hit }: Finding) => {
    const path = productPathOf(hit.path);
    return path === product ? 0 : path === '' ? 1 : 2;
  };
  return findings.filter((finding) =>
    findings.every((other) => other.start !== finding.start || rank(other) >= rank(finding)),
  );
}
