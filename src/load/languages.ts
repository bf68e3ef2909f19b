import source from '../../content/site.yaml?raw';
import type { Locale } from '../addresses/locales.ts';
import { readSite } from './site.ts';

/** `content/site.yaml`, checked against its schema, in the words of the lead language. */
export const siteSettings = readSite(source);

/** The languages that the site is built in, that of its root first. */
export const languages: readonly Locale[] = siteSettings.languages;
