/**
 * An address of the site, put under the base path that the host gave it.
 *
 * @param path from the site's root, with a leading slash, e.g. `/codes/`
 */
export function link(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
}

/** The same as an absolute address, for what leaves the site: canonical links, JSON, text to copy. */
export function absoluteLink(path: string): string {
  return new URL(link(path), import.meta.env.SITE).href;
}
