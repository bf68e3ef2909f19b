import { z } from 'zod';
import { referenceIdSchema } from './references.ts';
import { actorSchema, retrySchema } from './verdicts.ts';

const text = z.string().trim().min(1);

/** `content/observed.yaml`: a code that was seen in use and is in no edition of the vendor's table. */
export const observedSchema = z.strictObject({
  code: text,
  /** Id of the product whose code it is; defaults to the one at the site's root. */
  product: text.optional(),
  /** What it means, in this site's words. */
  summary: text,
  /** Literal texts that the API printed with it; may be empty. */
  messages: z.array(text),
  /** The operation or the program in which it was seen. */
  seenIn: text,
  /** Ids of `content/references.yaml`; each of them has an address, which the published record gives. */
  sources: z.array(referenceIdSchema).min(1, 'expected at least one source'),
  actor: actorSchema,
  retry: retrySchema.strict(),
  /** Whether the meaning is a conclusion of this site rather than something a source says. */
  inferred: z.boolean(),
  steps: z.array(text).min(1),
});
