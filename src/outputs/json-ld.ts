import { codePath, codesFilePath } from '../addresses/addresses.ts';
import type { CodeEntry } from '../catalog/entry.ts';
import type { Product } from '../load/product.ts';
import { absoluteLink } from '../i18n/links.ts';
import { settingsIn } from '../load/settings.ts';
import { strings } from '../i18n/index.ts';

/**
 * What schema.org says of a code's page: an article about a defined term.
 *
 * @returns JSON in which `<` is escaped, so that no text can end the script element it stands in
 */
export async function jsonLd(entry: CodeEntry, product: Product, description: string): Promise<string> {
  const { fullName } = await settingsIn(product.locale);
  const url = absoluteLink(codePath(entry.code, product.path), product.locale);
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: strings(product.locale).code.title(entry.code, entry.description),
    description,
    url,
    inLanguage: product.locale,
    isPartOf: { '@type': 'WebSite', name: fullName, url: absoluteLink('/', product.locale) },
    about: {
      '@type': 'DefinedTerm',
      name: entry.code,
      termCode: entry.code,
      description: entry.description,
      inDefinedTermSet: absoluteLink(codesFilePath('json', product.path), product.locale),
    },
  }).replaceAll('<', String.raw`\u003c`);
}
