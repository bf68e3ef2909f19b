import type { APIRoute } from 'astro';
import { z } from 'zod';
import { codeFileSchema, codesFileSchema } from '../schema/record.ts';
import { absoluteLink } from '../site/links.ts';

/** `/codes.schema.json`: JSON Schema of `/codes.json`; `#/$defs/code` is that of `/codes/<code>.json`. */
export const GET: APIRoute = () => {
  const { $schema, ...code } = z.toJSONSchema(codeFileSchema);
  return Response.json({
    $schema,
    $id: absoluteLink('/codes.schema.json'),
    ...z.toJSONSchema(codesFileSchema),
    $defs: { code },
  });
};
