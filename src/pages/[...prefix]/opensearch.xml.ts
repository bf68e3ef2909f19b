import type { APIRoute } from 'astro';
import { i18n } from '../../i18n/index.ts';
import { languagePaths, rootProduct } from '../../load/product.ts';
import { settingsIn } from '../../load/settings.ts';
import { escapeXml } from '../../lib/escape.ts';

export const getStaticPaths = languagePaths;

/** OpenSearch 1.1 description: a browser can offer the site's search in its address bar. */
export const GET: APIRoute = async (context) => {
  const { locale, strings, absoluteLink } = i18n(context);
  const { fullName } = await rootProduct(locale);
  const { title } = await settingsIn(locale);
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(title)}</ShortName>
  <Description>${escapeXml(strings.searchPage.openSearchDescription(fullName))}</Description>
  <Language>${locale}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${escapeXml(absoluteLink('/favicon.svg'))}</Image>
  <Url type="text/html" template="${escapeXml(absoluteLink('/search/'))}?q={searchTerms}"/>
</OpenSearchDescription>
`,
    { headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );
};
