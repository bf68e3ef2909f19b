import { z } from 'zod';
import { LEAD_LOCALE, LOCALES } from '../addresses/locales.ts';

const text = z.string().trim().min(1);

/** Schema of `content/site.yaml`: what the site calls itself. */
export const siteSchema = z.strictObject({
  /** The languages that the site is built in; the one at its root comes first. */
  languages: z
    .array(z.enum(LOCALES))
    .min(1)
    .refine(
      ([first]) => first === LEAD_LOCALE,
      `expected ${LEAD_LOCALE} first, in which the facts are written`,
    ),
  /** Short name, behind the title of every page. */
  title: text,
  /** Full name, the heading of the home page. */
  fullName: text,
  /** What there is to find, in one or two sentences. */
  description: text,
  /**
   * Where to say that a page is wrong: `https:` or `mailto:`, with `{title}` and `{text}` where the page's title and the
   * text about it belong.
   */
  feedback: z
    .string()
    .regex(/^(?:https:\/\/|mailto:)\S+$/u, 'expected an address that begins with https:// or mailto:')
    .optional(),
  /** What may be asked of the search, offered below its field. */
  examples: z.array(text).min(1),
});

export type SiteSettings = z.infer<typeof siteSchema>;
