import type { APIRoute } from 'astro';
import { productPaths, type ProductSite } from '../../load/product.ts';
import { changesFeed } from '../../outputs/changes-feed.ts';

export const getStaticPaths = () => productPaths(() => [{ params: {}, props: {} }]);

/** `/changes.xml`: the recorded editions as an Atom feed. */
export const GET: APIRoute<{ site: ProductSite }> = ({ props: { site } }) =>
  new Response(changesFeed(site), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
