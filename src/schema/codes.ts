import { z } from 'zod';

const httpStatus = z.int().min(100).max(599);

/** One row of the vendor's table. Texts are the vendor's, with tags removed and white space collapsed. */
const collectedCode = z.strictObject({
  /** The code as the API prints it. */
  code: z.string().min(1),
  /** HTTP status of the row, the first where the vendor names several; null where the document has no such column. */
  status: httpStatus.nullable(),
  /** All statuses, only where the vendor names several (`400/404/500`). */
  statuses: z.array(httpStatus).min(2).optional(),
  description: z.string().min(1),
  /** 1-based line of the code in the source document. */
  line: z.int().min(1),
  /** The literal error message that the vendor lists; may be empty. */
  message: z.string().optional(),
  /** What the vendor says to do; may be empty. */
  solution: z.string().optional(),
  /** The part of the product that the vendor files the row under; may be empty. */
  module: z.string().optional(),
});

/** Schema of a file in `content/codes/`: the codes of one source document in the order of that document. */
export const collectionSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** Id of the product in `content/products.yaml`. */
  product: z.string(),
  source: z.strictObject({
    file: z.string(),
    edition: z.string(),
    /** SHA-256 of the source document's bytes, hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    language: z.string(),
  }),
  codes: z.array(collectedCode),
});

export type CollectedCode = z.infer<typeof collectedCode>;
/** A row that need not be in the current document: without a line where it is in none. */
export type CodeRow = Omit<CollectedCode, 'line'> & Partial<Pick<CollectedCode, 'line'>>;
export type Collection = z.infer<typeof collectionSchema>;
