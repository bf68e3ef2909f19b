import { z } from 'zod';
import { DETAIL_FIELDS } from '../editions/edition.ts';

const code = z.string().min(1);
const status = z.int().min(100).max(599);
const listed = z.strictObject({ code, status: status.nullable(), description: z.string() });
const reworded = z.strictObject({ code, before: z.string(), after: z.string() });
const position = z.int().min(1);

/** How an edition differs from the one before it; what the lists mean is written in `src/catalog/editions/edition.ts`. */
const changes = z.strictObject({
  added: z.array(listed),
  removed: z.array(listed),
  renamed: z.array(z.strictObject({ from: code, to: code })),
  reworded: z.array(reworded),
  punctuation: z.array(reworded),
  statusChanged: z.array(z.strictObject({ code, before: z.array(status), after: z.array(status) })),
  moved: z.array(z.strictObject({ code, from: position, to: position })),
  details: z.array(
    z.strictObject({
      code,
      field: z.enum(DETAIL_FIELDS),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});

const edition = z.strictObject({
  /** The vendor's date of the edition. */
  edition: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected a date such as 2021-09-13 or 2020-06'),
  /** SHA-256 of the document's bytes, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** How many codes it lists. */
  codes: z.int().min(0),
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
