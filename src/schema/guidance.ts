import { z } from 'zod';
import { actorSchema, retrySchema } from './verdicts.ts';

const text = z.string().trim().min(1);

/** Frontmatter of `content/guidance/<language>/*.md`: one file for each situation that codes report. */
export const guidanceSchema = z.strictObject({
  /** The situation, at most 24 characters. */
  title: text.max(24),
  /** One sentence: what it is and what to do. */
  summary: text,
  /** Full codes that this answers; a code is answered by one file. */
  codes: z.array(text).min(1),
  /** Id of the product whose codes they are; defaults to the one at the site's root. */
  product: text.optional(),
  actor: actorSchema,
  retry: retrySchema.strict(),
  /** `<topic>#<section>`. */
  topics: z.array(z.string().regex(/^[a-z-]+#[a-z-]+$/, 'expected <topic>#<section>, e.g. auth#login')),
  /** Why several 4xx codes that the catalog does not relate share this answer. */
  shared: text.optional(),
  /** Why nothing but asking support helps. */
  supportOnly: text.optional(),
});

/** Frontmatter of `content/messages/<language>/*.md`: one file per cause; `causes.yaml` has its name and codes. */
export const messageSchema = guidanceSchema
  .pick({ summary: true, actor: true, retry: true, topics: true, supportOnly: true })
  .extend({
    /** A table to consult, below the sections. */
    table: z.enum(['pushed-formats']).optional(),
  });

/** Frontmatter of `content/topics/<language>/*.md`: what several codes lead to. */
export const topicSchema = z.strictObject({
  title: text,
  summary: text,
  /** Place in the list of topics, counted from 1. */
  order: z.int().min(1),
  /** Something to use on the page, above its sections. */
  tool: z.enum(['naming-checker', 'reader-names']).optional(),
});

/** Frontmatter in another language: words alone, and the digest of the words that they translate (`npm run twins`). */
export const guidanceWordsSchema = z.strictObject({
  translates: z
    .string()
    .regex(/^[0-9a-f]{8}$/, 'expected a digest that npm run twins -- --looked-at wrote')
    .optional(),
  title: text.max(60),
  summary: text,
  retry: retrySchema.pick({ reason: true }).strict(),
});
export const messageWordsSchema = guidanceWordsSchema.omit({ title: true });
export const topicWordsSchema = guidanceWordsSchema.omit({ retry: true });

export type GuidanceData = z.infer<typeof guidanceSchema>;
export type MessageData = z.infer<typeof messageSchema>;
export type TopicData = z.infer<typeof topicSchema>;
