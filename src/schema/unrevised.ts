import { z } from 'zod';

/** `content/unrevised.yaml`: texts that may break the rules of `checkRevised` and `checkWarnings` until they are revised. */
export const unrevisedSchema = z.strictObject({
  /** Why they may. */
  reason: z.string().trim().min(1),
  /** Paths from the project's folder. */
  files: z
    .array(z.string().regex(/^content\/.*\.md$/))
    .min(1, 'expected a file; delete unrevised.yaml when none is left'),
});
