import type { APIRoute } from 'astro';
import type { CodeEntry } from '../../../catalog/entry.ts';
import { productPaths, type ProductSite } from '../../../load/product.ts';
import { codeFile } from '../../../outputs/code-record.ts';

/** `/codes/<code>.json`: one code for programs. */
export const getStaticPaths = () =>
  productPaths(({ catalog }) =>
    catalog.all.map((entry) => ({ params: { code: entry.code }, props: { entry } })),
  );

export const GET: APIRoute<{ entry: CodeEntry; site: ProductSite }> = async ({ props: { entry, site } }) =>
  Response.json(await codeFile(entry, site));
