import type { APIRoute } from 'astro';
import { formatRedirects, redirectsOf } from '../addresses/redirects.ts';
import { allProducts } from '../load/product.ts';
import { languages } from '../load/languages.ts';
import { link } from '../i18n/links.ts';

/** A page of this name would be left out by Astro, because it begins with an underscore; a parameter may. */
export const getStaticPaths = () => [{ params: { redirects: '_redirects' } }];

/**
 * `/_redirects`: one redirect a line, `/from /to 301`, with the base path in both. Netlify and Cloudflare Pages read
 * it as it is; `npm run package` makes nginx's map from it. The 404 page does the same, and more, everywhere else.
 */
export const GET: APIRoute = async () => {
  const products = (await Promise.all(languages.map(allProducts))).flat();
  const redirects = products.flatMap(({ catalog, path, aliases, locale }) =>
    redirectsOf(catalog, path, aliases).map(({ from, to }) => ({
      from: link(from, locale),
      to: link(to, locale),
    })),
  );
  return new Response(formatRedirects(redirects));
};
