import type { APIRoute } from 'astro';
import { LEAD_LOCALE } from '../addresses/locales.ts';
import { absoluteLink } from '../i18n/links.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteLink('/sitemap-index.xml', LEAD_LOCALE)}\n`);
