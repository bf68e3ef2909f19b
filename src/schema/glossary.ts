import { z } from 'zod';

const text = z.string().trim().min(1);

const isPattern = (source: string): boolean => {
  try {
    return new RegExp(source, 'iu').source !== '';
  } catch {
    return false;
  }
};

/** An entry of `content/glossary.yaml`: a term of the lead language, and how another language says it. */
const termSchema = z.strictObject({
  term: text,
  en: text,
  /** What the term is not called, as regular expressions in any case. */
  never: z.array(text.refine(isPattern, 'expected a regular expression')).default([]),
  /** Words of the original with which these are right after all. */
  unless: z.array(text).default([]),
  /** Where the term is taken from, or why the others are wrong. */
  note: text.optional(),
});

export const glossarySchema = z.array(termSchema);
