import { z } from 'zod';

const text = z.string().trim().min(1);

/** Schema of `content/site.yaml`: what the site calls itself. */
export const siteSchema = z.strictObject({
  /** Short name, behind the title of every page. */
  title: text,
  /** Full name, the heading of the home page. */
  fullName: text,
  /** What there is to find, in one or two sentences. */
  description: text,
  /** What may be asked of the search, offered below its field. */
  examples: z.array(text).min(1),
});
