import type { APIRoute } from 'astro';
import { productPaths, type ProductSite } from '../../load/product.ts';
import { codesFile } from '../../outputs/code-record.ts';

export const getStaticPaths = () => productPaths(() => [{ params: {}, props: {} }]);

/** `/codes.json`: for programs. `codes` are those of the current edition; retired and observed ones stand apart. */
export const GET: APIRoute<{ site: ProductSite }> = async ({ props: { site } }) =>
  Response.json(await codesFile(site));
