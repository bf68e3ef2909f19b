import { z } from 'zod';
import { referenceIdSchema } from './references.ts';

const text = z.string().trim().min(1);

/** `content/listed.yaml`: another official list, with the codes that no edition of a product's own table has. */
export const listedSchema = z.strictObject({
  /** Id of the list in `content/references.yaml`. */
  source: referenceIdSchema,
  /** Id of the product whose codes they are; defaults to the one at the site's root. */
  product: text.optional(),
  /** What has to be known of the list, for the pages of its codes. */
  note: text,
  /** Codes that have pages: the meaning and, where it has one, the literal message that the list gives, verbatim. */
  codes: z.record(text, z.strictObject({ message: text.optional(), meaning: text })),
  /** Codes that have none, with their meanings: `about` says of what they are and why that is enough. */
  pageless: z.array(z.strictObject({ about: text, codes: z.record(text, text) })),
});

export type ListedData = z.infer<typeof listedSchema>;
