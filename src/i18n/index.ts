import type { APIContext } from 'astro';
import { localeOf, type Locale } from '../addresses/locales.ts';
import { once } from '../lib/once.ts';
import { absoluteLink, link } from './links.ts';
import { zhCN, type Strings } from './zh-CN.ts';

export type { Strings } from './zh-CN.ts';

/** A language whose strings lack a key does not pass the type check. */
const STRINGS: Partial<Record<Locale, Strings>> = { 'zh-CN': zhCN };

/**
 * The strings of a language.
 *
 * @throws when the site is built in a language that has none
 */
export function strings(locale: Locale): Strings {
  const found = STRINGS[locale];
  if (found) return found;
  throw new Error(
    `src/i18n/index.ts: found no strings for ${locale}, a language of content/site.yaml; add them.`,
  );
}

const inLanguage = once((locale: Locale) => ({
  locale,
  strings: strings(locale),
  /** The address of a page in this language, or in another; see `links.ts`. */
  link: (path: string, other = locale) => link(path, other),
  absoluteLink: (path: string) => absoluteLink(path, locale),
  /** The `lang` of a quotation; undefined where its language is that of the page, or unknown. */
  langOf: (language: string | undefined) => (language === locale ? undefined : language),
}));

/**
 * What a page and its components need of its language, which is the first part of the route's `prefix`; a component that
 * speaks another language than its page has a property `locale`.
 */
export function i18n({ params, props }: Pick<APIContext, 'params' | 'props'>) {
  return inLanguage((props['locale'] as Locale | undefined) ?? localeOf(params['prefix']));
}
