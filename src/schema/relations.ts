import { z } from 'zod';

const namedWords = z.array(
  z.strictObject({
    id: z.string(),
    words: z.array(z.string().min(1)).min(1),
    codes: z.array(z.string()).optional(),
  }),
);

/** `content/relations.yaml`: words by which operation and resource of a code are told from its description. */
export const relationsSchema = z.strictObject({ operations: namedWords, resources: namedWords });
