import { z } from 'zod';
import { actorSchema, retrySchema } from './verdicts.ts';

const text = z.string().trim().min(1);

/** `content/statuses.yaml`: an HTTP status or a class of them. */
export const statusSchema = z.strictObject({
  status: z.number().int().min(100).max(599).optional(),
  class: z
    .string()
    .regex(/^[1-5]xx$/)
    .optional(),
  /** The standard's English name, e.g. `Not Found`. */
  name: text,
  /** Other spellings of that name that clients print. */
  aliases: z.array(text).default([]),
  /** A short Chinese name, e.g. 未找到. */
  label: text,
  /** What HTTP says, in one sentence. */
  meaning: text,
  /** What it usually means in this service. */
  here: text.optional(),
  /** What the codes with this status share and how to work through them. */
  shared: text.optional(),
  actor: actorSchema,
  retry: retrySchema,
});

export type StatusData = z.infer<typeof statusSchema>;
