import { z } from 'zod';

/** Who has to act before the call can succeed. */
export const actorSchema = z.enum(['caller', 'org-admin', 'account-admin', 'vendor']);

/** Whether calling again helps, and why. */
export const retrySchema = z.strictObject({
  verdict: z.enum(['no', 'after-change', 'backoff']),
  reason: z.string().min(1),
});

/** Where a fact comes from. */
export const sourceSchema = z.strictObject({
  title: z.string().min(1),
  url: z.url(),
  date: z.union([z.string(), z.date().transform((date) => date.toISOString().slice(0, 10))]).optional(),
});

export type Actor = z.infer<typeof actorSchema>;
export type RetryVerdict = z.infer<typeof retrySchema>['verdict'];
