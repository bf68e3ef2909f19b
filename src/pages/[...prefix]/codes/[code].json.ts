import type { APIRoute } from 'astro';
import { LEAD_LOCALE } from '../../../addresses/locales.ts';
import type { CodeEntry } from '../../../catalog/entry.ts';
import { productPaths, type Product } from '../../../load/product.ts';
import { codeFile } from '../../../outputs/code-record.ts';

/** `/codes/<code>.json`: one code for programs. */
export const getStaticPaths = () =>
  productPaths(
    ({ catalog }) => catalog.all.map((entry) => ({ params: { code: entry.code }, props: { entry } })),
    [LEAD_LOCALE],
  );

export const GET: APIRoute<{ entry: CodeEntry; product: Product }> = async ({ props: { entry, product } }) =>
  Response.json(await codeFile(entry, product));
