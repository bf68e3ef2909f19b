import type { APIRoute } from 'astro';
import { absoluteLink } from '../i18n/links.ts';
import { rootProduct } from '../load/product.ts';
import { settings } from '../load/settings.ts';
import { strings } from '../i18n/index.ts';
import { escapeXml } from '../lib/escape.ts';

const words = strings.searchPage;

/** OpenSearch 1.1 description: a browser can offer the site's search in its address bar. */
export const GET: APIRoute = async () => {
  const { fullName } = await rootProduct();
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(settings.title)}</ShortName>
  <Description>${escapeXml(words.openSearchDescription(fullName))}</Description>
  <Language>zh-CN</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${escapeXml(absoluteLink('/favicon.svg'))}</Image>
  <Url type="text/html" template="${escapeXml(absoluteLink('/search/'))}?q={searchTerms}"/>
</OpenSearchDescription>
`,
    { headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );
};
