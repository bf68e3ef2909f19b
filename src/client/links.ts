import type { Locale } from '../addresses/locales.ts';
import { link as linkIn } from '../i18n/links.ts';

/** The address of a page in the language of this one; see `src/i18n/links.ts`. */
export function link(path: string): string {
  return linkIn(path, document.documentElement.lang as Locale);
}

/** Address of the current product's look-up file; the header's search field carries it on every page. */
export const lookupAddress = (): string =>
  document.querySelector<HTMLElement>('site-search')?.dataset['lookup'] ?? '';
