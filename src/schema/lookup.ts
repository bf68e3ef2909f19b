import { z } from 'zod';
import { linkSchema } from './link.ts';
import { referenceIdSchema } from './references.ts';

const words = z.array(z.string().min(1)).min(1);

/** `content/api-messages/<product>.json`: literal messages of the API by code, and where they were listed. */
export const apiMessagesSchema = z.strictObject({
  /** Id of `content/references.yaml`. */
  source: referenceIdSchema,
  messages: z.record(z.string(), z.strictObject({ messages: words, listedAs: z.string() })),
});

/** `content/synonyms.yaml`: words that people use for the table's words. */
export const synonymsSchema = z.strictObject({
  /** Each: words that mean the same, the table's own first. */
  concepts: z.array(words.min(2)),
  ignore: words,
  /** Phrases with which many descriptions begin and which tell none of them apart. */
  openings: words,
});

/** An entry of `content/services.yaml`: codes that are another service's. */
export const serviceSchema = z.strictObject({
  prefix: z.string().min(1),
  digits: z.number().int().positive().optional(),
  name: z.string().min(1),
  note: z.string().min(1),
  url: linkSchema.optional(),
});

export type Synonyms = z.infer<typeof synonymsSchema>;
export type ForeignService = z.infer<typeof serviceSchema>;
