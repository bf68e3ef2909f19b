import { z } from 'zod';
import { partialDateSchema } from './date.ts';

const code = z.string().min(1);
const status = z.int().min(100).max(599);
/** A code as an edition lists it; its status is the first where the vendor names several. */
const listed = z.strictObject({ code, status: status.nullable(), description: z.string() });
/** The description of a code in two editions. */
const reworded = z.strictObject({ code, before: z.string(), after: z.string() });

/**
 * How an edition differs from the one before it. Lists are in the order of the newer edition (`removed` in that of the
 * older). A renamed code has its newer name in all other lists.
 */
const changes = z.strictObject({
  added: z.array(listed),
  removed: z.array(listed),
  /** Codes that go on under another name; `content/products.yaml` names these as aliases. */
  renamed: z.array(z.strictObject({ from: code, to: code })),
  /** Descriptions whose words differ. */
  reworded: z.array(reworded),
  /** Descriptions that differ in punctuation and spaces only. */
  punctuation: z.array(reworded),
  /** HTTP statuses in two editions; empty where the edition gives none. */
  statusChanged: z.array(z.strictObject({ code, before: z.array(status), after: z.array(status) })),
  /** Kinds of change that are no longer recorded, and never occurred: empty, to keep the form of version 1. */
  moved: z.tuple([]),
  details: z.tuple([]),
});

/** One edition of a product's document. */
const edition = z.strictObject({
  /** The vendor's date of the edition. */
  edition: partialDateSchema,
  /** SHA-256 of the document's bytes, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** How many codes it lists. */
  codes: z.int().min(0),
  /** Absent in the first edition that is recorded: there is nothing to compare it with. */
  changes: changes.optional(),
});

/**
 * Schema of a file in `content/editions/`: the recorded editions of one product, oldest first.
 * `npm run extract` appends to it.
 */
export const editionsSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    /** Id of the product in `content/products.yaml`. */
    product: z.string(),
    editions: z.array(edition).min(1),
  })
  .superRefine(({ editions }, context) => {
    editions.forEach(({ edition: date, codes, changes: made }, index) => {
      const earlier = editions[index - 1];
      const complain = (message: string): void =>
        context.addIssue({ code: 'custom', path: ['editions', index], message });
      if (!earlier) {
        if (made) complain('the first recorded edition has nothing to be compared with; expected no changes');
        return;
      }
      if (!made) return complain(`the edition ${date} records no changes; expected them`);
      const expected = earlier.codes + made.added.length - made.removed.length;
      if (codes !== expected) {
        complain(
          `the edition ${date} counts ${codes} codes; expected ${expected}: ${earlier.codes} before it, ` +
            `${made.added.length} added, ${made.removed.length} removed`,
        );
      }
    });
  });

export type EditionRecord = z.infer<typeof editionsSchema>;
export type Edition = z.infer<typeof edition>;
export type Changes = z.infer<typeof changes>;
export type ListedCode = z.infer<typeof listed>;
