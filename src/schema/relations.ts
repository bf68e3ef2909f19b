import { z } from 'zod';

/** Kinds of operations or of resources, and the words of a description that name them; the first match wins. */
const namedWords = z.array(
  z.strictObject({
    id: z.string(),
    words: z.array(z.string().min(1)).min(1),
  }),
);

/** `content/relations.yaml`: what tells operation and resource of a code from its description. */
export const relationsSchema = z.strictObject({ operations: namedWords, resources: namedWords });

export type Relations = z.infer<typeof relationsSchema>;
