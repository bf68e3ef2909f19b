/**
 * Languages that the site can be built in, as BCP 47 tags, and the first part of their addresses. Addresses of a language
 * are those at the root behind its path: `/en/codes/…`. The paths are taken for ever, in use or not.
 */
export const LOCALE_PATHS = { 'zh-CN': '', en: 'en' } as const;

/** What each language calls itself. */
export const LOCALE_NAMES = { 'zh-CN': '简体中文', en: 'English' } as const;

export type Locale = keyof typeof LOCALE_PATHS;

export const LOCALES = Object.keys(LOCALE_PATHS) as readonly Locale[];

/** The language at the site's root, in which facts and words are written first. */
export const LEAD_LOCALE: Locale = 'zh-CN';

/** Files that are the same in every language: data, and what pages load. */
const SHARED = /^\/(?:lookup\/|pagefind\/|sitemap)|\.(?:json|csv|svg|png|sh)$/u;

/** Whether an address is that of a file which all languages share. */
function isShared(path: string): boolean {
  return SHARED.test(path);
}

/** The address of a page in a language: `/codes/` → `/en/codes/`. What all languages share keeps its address. */
export function inLocale(path: string, locale: Locale): string {
  return locale === LEAD_LOCALE || isShared(path) ? path : `/${LOCALE_PATHS[locale]}${path}`;
}

/** The `prefix` of a route, `[locale/][product]`. */
export function prefixOf(locale: Locale, productPath = ''): string | undefined {
  return [LOCALE_PATHS[locale], productPath].filter((part) => part !== '').join('/') || undefined;
}

/** The language that the `prefix` of a route begins with. */
export function localeOf(prefix: string | undefined): Locale {
  const [first = ''] = (prefix ?? '').split('/');
  return LOCALES.find((locale) => LOCALE_PATHS[locale] === first) ?? LEAD_LOCALE;
}
