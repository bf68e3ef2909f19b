import type { APIContext } from 'astro';
import { localeOf, type Locale } from '../addresses/locales.ts';
import { once } from '../lib/once.ts';
import { en } from './en.ts';
import { absoluteLink, link } from './links.ts';
import { zhCN, type Strings } from './zh-CN.ts';

export type { Strings } from './zh-CN.ts';

/** A language whose strings lack a key does not pass the type check. */
const STRINGS: Partial<Record<Locale, (vendor?: string) => Strings>> = { 'zh-CN': zhCN, en };

const made = once((locale: Locale) => once((vendor?: string) => STRINGS[locale]?.(vendor)));

/**
 * The strings of a language.
 *
 * @param vendor whose product they are about, where it is not the one that the site is about
 * @throws when the site is built in a language that has none
 */
export function strings(locale: Locale, vendor?: string): Strings {
  const found = made(locale)(vendor);
  if (found) return found;
  throw new Error(
    `src/i18n/index.ts: found no strings for ${locale}, a language of content/site.yaml; add them.`,
  );
}

const inLanguage = once((locale: Locale) =>
  once((vendor?: string) => ({
    locale,
    strings: strings(locale, vendor),
    /** The address of a page in this language, or in another; see `links.ts`. */
    link: (path: string, other = locale) => link(path, other),
    absoluteLink: (path: string) => absoluteLink(path, locale),
    /** The `lang` of a quotation; undefined where its language is that of the page, or unknown. */
    langOf: (language: string | undefined) => (language === locale ? undefined : language),
  })),
);

/**
 * What a page and its components need of its language, which is the first part of the route's `prefix`; a component that
 * speaks another language than its page has a property `locale`. Words about the vendor name that of the page's product.
 */
export function i18n({ params, props, locals }: Pick<APIContext, 'params' | 'props' | 'locals'>) {
  const locale = (props['locale'] as Locale | undefined) ?? localeOf(params['prefix']);
  const product = props['product'] as { vendor?: string } | undefined;
  return inLanguage(locale)(product?.vendor ?? locals.vendor);
}
