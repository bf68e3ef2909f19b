import { LEAD_LOCALE, type Locale } from '../addresses/locales.ts';
import type { SiteSettings } from '../schema/site.ts';
import { dataOf } from './collection.ts';
import { siteSettings } from './languages.ts';
import { translated } from './words.ts';

/** What the site calls itself in a language. */
export async function settingsIn(locale: Locale): Promise<SiteSettings> {
  if (locale === LEAD_LOCALE) return siteSettings;
  const lead = new Map([['site', siteSettings]]);
  return translated('site', lead, await dataOf('words'), locale).get('site') ?? siteSettings;
}
