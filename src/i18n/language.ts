import type { Product } from '../load/product.ts';

/** Language of the site, a BCP 47 tag. */
export const SITE_LANGUAGE = 'zh-CN';

/** Language of what is quoted from a product's document, for `lang`; undefined where it is the site's own. */
export function vendorLanguage({ source }: Product): string | undefined {
  return source.language === SITE_LANGUAGE ? undefined : source.language;
}
