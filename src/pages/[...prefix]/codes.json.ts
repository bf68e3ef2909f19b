import type { APIRoute } from 'astro';
import { dataPaths, type Product } from '../../load/product.ts';
import { codesFile } from '../../outputs/code-record.ts';

export const getStaticPaths = dataPaths;

/** `/codes.json`: for programs. `codes` are those of the current edition; those of each other state are separate. */
export const GET: APIRoute<{ product: Product }> = async ({ props: { product } }) =>
  Response.json(await codesFile(product));
