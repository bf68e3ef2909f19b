import { codePath, domainPath, statusPath } from '../../addresses/addresses.ts';
import type { CodeEntry } from '../../catalog/entry.ts';
import { link } from '../../i18n/links.ts';
import type { Product } from '../../load/product.ts';

/** A code near the one that a page is about. */
interface Sibling {
  readonly href: string;
  readonly number: string;
  readonly description: string;
  readonly language?: string | undefined;
}

/** Position of a code's page in the menu. */
export interface Place {
  readonly code: string;
  /** Entries of the menu that lead to lists with the code. */
  readonly groups: ReadonlySet<string>;
  /** The one of them that is the code's domain: its siblings are listed below it. */
  readonly domain: string;
  readonly siblings: readonly Sibling[];
  /** How many codes the domain has. */
  readonly total: number;
}

/** More would push the menu's other entries away. */
const MOST_SIBLINGS = 12;

/** The part of a list around one of its members, as long as the list has them; its beginning where it is no member. */
function around<Member>(list: readonly Member[], member: Member, most: number): readonly Member[] {
  const middle = list.indexOf(member) - Math.floor(most / 2);
  const start = Math.max(0, Math.min(middle, list.length - most));
  return list.slice(start, start + most);
}

/** Position of a code's page: its domain, its statuses, and some codes of its domain, itself among them. */
export function placeOf({ catalog, path, locale }: Product, entry: CodeEntry): Place {
  const inDomain = catalog.documented.filter(({ domain }) => domain === entry.domain);
  const domain = link(domainPath(entry.domain, path), locale);
  return {
    code: entry.code,
    domain,
    groups: new Set([domain, ...entry.statuses.map((status) => link(statusPath(status, path), locale))]),
    siblings: around(inDomain, entry, MOST_SIBLINGS).map(({ code, number, description, language }) => ({
      href: link(codePath(code, path), locale),
      number,
      description,
      language,
    })),
    total: inDomain.length,
  };
}
