import { z } from 'zod';

const texts = z.array(z.string().min(1)).min(1);

/** `content/headers.yaml`: what the headers of the vendor's tables mean. */
export const headersSchema = z.strictObject({
  fields: z.array(
    z.strictObject({
      /** What the column holds. */
      field: z.enum(['code', 'status', 'description', 'message', 'solution', 'module']),
      headers: texts,
      /** Any header that ends like this means it, too. */
      endings: texts.optional(),
      why: z.string().min(1),
    }),
  ),
  /** Headers of error codes only where a table has no other column of these. */
  maybeCode: texts,
});

export type Field = z.infer<typeof headersSchema>['fields'][number]['field'];
