import { z } from 'zod';

const text = z.string().min(1);
const texts = z.array(text).min(1);

/** A header, with the document that it comes from where that is known. */
const header = z.union([text, z.strictObject({ header: text, seenIn: text })]);
const headers = z.array(header).min(1);

/** `content/headers.yaml`: what the headers of the vendor's tables mean. */
export const headersSchema = z.strictObject({
  fields: z.array(
    z.strictObject({
      /** What the column holds. */
      field: z.enum(['code', 'status', 'description', 'message', 'solution', 'module']),
      headers,
      /** Any header that ends like this means it, too. */
      endings: texts.optional(),
      /** Any header that begins like this. */
      beginnings: texts.optional(),
      why: z.string().min(1),
    }),
  ),
  /** Headers of error codes only where a table has no other column of these. */
  maybeCode: headers,
  /** Words by which a header names the language of its column. */
  languages: z.strictObject({ zh: texts, en: texts }),
});

export type HeaderEntry = z.infer<typeof header>;
export type Field = z.infer<typeof headersSchema>['fields'][number]['field'];
