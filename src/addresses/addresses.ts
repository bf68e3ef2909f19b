/** Where things live on the site, relative to its base: every address is made here and nowhere else. */

/** Prefix of a product's addresses: '' for the product at the site's root, `/<path>` for the others. */
function under(productPath: string): string {
  return productPath === '' ? '' : `/${productPath}`;
}

/** Canonical address of a code's page, e.g. `/codes/SVCSTG.SWR.4001048/`. */
export function codePath(code: string, productPath = ''): string {
  return `${under(productPath)}/codes/${encodeURIComponent(code)}/`;
}

/** The table of all codes of a product; filters go into the query. */
export function tablePath(
  filter: Partial<Record<'status' | 'domain' | 'state' | 'actor' | 'retry' | 'q', string | number>> = {},
  productPath = '',
): string {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  ).toString();
  return `${under(productPath)}/codes/${query === '' ? '' : `?${query}`}`;
}

/** The search page, with what is asked of it. */
export function searchPath(text?: string): string {
  return `/search/${text === undefined ? '' : `?${new URLSearchParams({ q: text }).toString()}`}`;
}

/** Page of a status (`404`) or a status class (`4xx`). */
export function statusPath(status: string | number, productPath = ''): string {
  return `${under(productPath)}/status/${status}/`;
}

/** The picture that a chat shows with a link: one for each status class, one for all else. */
export function previewPath(statusClass = 'site'): string {
  return `/preview/${statusClass}.png`;
}

/** The site's icon as PNG, for clients without SVG support. */
export function iconPath(size: 32 | 180): string {
  return `/icon-${size}.png`;
}

/** Page of a resource domain, or its part with the codes of one status. */
export function domainPath(domain: string, productPath = '', status?: number): string {
  return `${under(productPath)}/domains/${domain}/${status === undefined ? '' : `#${status}`}`;
}

/** The page that lists the statuses, the domains or the topics that have pages of their own. */
export function overviewPath(kind: 'status' | 'domains' | 'topics', productPath = ''): string {
  return `${under(productPath)}/${kind}/`;
}

/** The codes of a product for programs: `codes.json`, `codes.csv`, `codes.schema.json`. */
export function codesFilePath(type: 'json' | 'csv' | 'schema.json', productPath = ''): string {
  return `${under(productPath)}/codes.${type}`;
}

/** Home page of a product. */
export function productHome(productPath = ''): string {
  return `${under(productPath)}/`;
}

/** Page of a product's editions; `edition` is the anchor of one of them. */
export function changesPath(productPath = '', edition?: string): string {
  return `${under(productPath)}/changes/${edition === undefined ? '' : `#${edition}`}`;
}

/** The editions as a feed (`xml`, Atom) or as data (`json`). */
export function changesFilePath(type: 'xml' | 'json', productPath = ''): string {
  return `${under(productPath)}/changes.${type}`;
}

/** A topic page, or a section of it: `auth` or `auth#login`. */
export function topicPath(topic: string): string {
  const [id, anchor] = topic.split('#');
  return `/topics/${id}/${anchor === undefined ? '' : `#${anchor}`}`;
}

/** The page of a cause behind clients' lines, or the list of all of them; `group` is a section of that list. */
export function messagePath(cause?: string): string {
  return `/messages/${cause === undefined ? '' : `${cause}/`}`;
}

/** First part of the addresses of the product to which a code's page belongs; '' at the site's root. */
export function productPathOf(pathOfCode: string): string {
  return /^\/([^/]+)\/codes\//u.exec(pathOfCode)?.[1] ?? '';
}
