import { z } from 'zod';

const text = z.string().trim().min(1);

/** `content/differences.yaml`: a row whose literal message says more than, or other than, its description. */
export const differenceSchema = z.strictObject({
  code: text,
  /** Id of the product whose code it is; defaults to the one at the site's root. */
  product: text.optional(),
  /** What the message says. */
  says: text,
  /** What that means for the reader. */
  follows: text,
  /** Whether `follows` is a conclusion of this site. */
  inferred: z.boolean(),
});

/** `content/confusable.yaml`: codes that are easily taken for one another. */
export const confusableSchema = z
  .strictObject({
    id: text,
    /** Id of the product whose codes they are; defaults to the one at the site's root. */
    product: text.optional(),
    title: text,
    codes: z.array(text).min(2),
    why: text,
    /** Whether its codes have only a trait in common: pages tell their own line of it, without those of the others. */
    general: z.literal(true).optional(),
    differ: z.array(z.strictObject({ code: text, text })),
  })
  .refine(({ codes, differ }) => codes.join() === differ.map(({ code }) => code).join(), {
    path: ['differ'],
    message: 'expected one line for each of `codes`, in the same order',
  });
