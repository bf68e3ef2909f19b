import type { APIRoute } from 'astro';
import { productPaths, type Product } from '../../load/product.ts';
import { changesFeed } from '../../outputs/changes-feed.ts';

export const getStaticPaths = () => productPaths(() => [{ params: {}, props: {} }]);

/** `/changes.xml`: the recorded editions as an Atom feed. */
export const GET: APIRoute<{ product: Product }> = async ({ props: { product } }) =>
  new Response(await changesFeed(product), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
