import type { APIRoute } from 'astro';
import { z } from 'zod';
import { codesFilePath } from '../../addresses/addresses.ts';
import { codeFileSchema, codesFileSchema } from '../../schema/record.ts';
import { dataPaths, type Product } from '../../load/product.ts';
import { absoluteLink } from '../../i18n/links.ts';

export const getStaticPaths = dataPaths;

/** `/codes.schema.json`: JSON Schema of `/codes.json`; `#/$defs/code` is that of `/codes/<code>.json`. */
export const GET: APIRoute<{ product: Product }> = ({ props: { product } }) => {
  const { $schema, ...code } = z.toJSONSchema(codeFileSchema);
  return Response.json({
    $schema,
    $id: absoluteLink(codesFilePath('schema.json', product.path), product.locale),
    title: `${product.shortName} error codes`,
    ...z.toJSONSchema(codesFileSchema),
    $defs: { code },
  });
};
