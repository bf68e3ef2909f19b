import { inLocale, type Locale } from '../addresses/locales.ts';

/**
 * The address of a page in a language, under the base path that the host gave the site.
 *
 * @param path from the site's root, with a leading slash, e.g. `/codes/`
 */
export function link(path: string, locale: Locale): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${inLocale(path, locale)}`;
}

/** The same as an absolute address, for what leaves the site: canonical links, JSON, text to copy. */
export function absoluteLink(path: string, locale: Locale): string {
  return new URL(link(path, locale), import.meta.env.SITE).href;
}
