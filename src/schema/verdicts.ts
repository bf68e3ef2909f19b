import { z } from 'zod';

/** Who has to act before the call can succeed. */
export const actorSchema = z.enum(['caller', 'org-admin', 'account-admin', 'vendor']);

/** Whether calling again helps, and why. */
export const retrySchema = z.strictObject({
  verdict: z.enum(['no', 'after-change', 'backoff']),
  reason: z.string().min(1),
});

export type Actor = z.infer<typeof actorSchema>;
export type RetryVerdict = z.infer<typeof retrySchema>['verdict'];
