/** What programs get: the forms of `/codes.json` and `/codes/<code>.json`. `/codes.schema.json` is made from these. */
import { z } from 'zod';
import { actorSchema, retrySchema } from './verdicts.ts';

/** Version of the machine-readable forms. A field that is added, taken away or means something else changes it. */
export const RECORD_VERSION = 3;

/** A row of the vendor's table, its texts verbatim. */
const rowSchema = z.strictObject({
  line: z.int().min(1).optional().meta({ description: 'Line of the source document.' }),
  httpStatuses: z.array(z.int().min(100).max(599)),
  description: z.string(),
  message: z.string().optional().meta({ description: 'The literal error message that the vendor lists.' }),
  solution: z.string().optional().meta({ description: 'What the vendor says to do.' }),
  module: z
    .string()
    .optional()
    .meta({ description: 'The part of the product that the vendor files it under.' }),
});

const codeFields = {
  code: z.string().meta({ description: 'The code as the API prints it.' }),
  service: z.string().meta({ description: 'The service that answers, e.g. SWR.' }),
  number: z.string().meta({ description: 'The digits of the code.' }),
  httpStatus: z.int().min(100).max(599).optional(),
  domain: z.string().meta({ description: 'Resource domain, as in /domains/<domain>/.' }),
  description: z.string().meta({
    description:
      "The vendor's description, verbatim; where several rows list the code, those of all of them; of an observed " +
      "code this site's own words; of a listed code that of the other list.",
  }),
  rows: z.array(rowSchema).min(1).optional().meta({
    description:
      'Rows of the table that list the code, where they tell more than description and httpStatus.',
  }),
  actor: actorSchema.optional().meta({ description: 'Who has to act.' }),
  retry: retrySchema.shape.verdict.optional().meta({ description: 'Whether calling again helps.' }),
  url: z.url().meta({ description: "Address of the code's page." }),
  descriptionEn: z
    .string()
    .optional()
    .meta({ description: "The description in English: this site's translation, or its own words." }),
  urlEn: z.url().optional().meta({ description: 'Address of its page in English.' }),
};

export const codeRecordSchema = z.strictObject(codeFields);

export const retiredRecordSchema = z.strictObject({
  ...codeFields,
  lastEdition: z.string().meta({ description: 'Date of the last edition that lists the code.' }),
  goneIn: z.string().meta({ description: 'Date of the first edition that does not.' }),
});

/** A source of a code that no edition lists; it always has an address. */
const recordSourceSchema = z.strictObject({
  title: z.string().min(1),
  url: z.url(),
  date: z.string().optional(),
});

export const observedRecordSchema = z.strictObject({
  ...codeFields,
  seenIn: z.string(),
  seenInEn: z.string().optional().meta({ description: 'The same in English.' }),
  inferred: z.boolean().meta({ description: 'Whether the meaning is a conclusion of this site.' }),
  sources: z.array(recordSourceSchema),
});

export const listedRecordSchema = z.strictObject({
  ...codeFields,
  listedIn: recordSourceSchema.meta({ description: 'The other official list that has the code.' }),
});

const editionFields = {
  schemaVersion: z.literal(RECORD_VERSION),
  source: z.strictObject({
    title: z.string(),
    file: z.string(),
    edition: z.string(),
    sha256: z.string(),
    language: z.string(),
  }),
};

/** `/codes.json` */
export const codesFileSchema = z.strictObject({
  ...editionFields,
  codes: z.array(codeRecordSchema).meta({ description: 'Codes of the current edition, in its order.' }),
  retired: z.array(retiredRecordSchema).meta({ description: 'Codes that earlier editions listed.' }),
  observed: z.array(observedRecordSchema).meta({ description: 'Codes seen in use that no edition lists.' }),
  listed: z.array(listedRecordSchema).meta({ description: 'Codes that only another official list has.' }),
});

/** `/codes/<code>.json` */
export const codeFileSchema = z.strictObject({
  ...editionFields,
  state: z.enum(['documented', 'retired', 'observed', 'listed']),
  messages: z.array(z.string()).meta({ description: 'Literal messages that the API is known to print.' }),
  code: z.union([codeRecordSchema, retiredRecordSchema, observedRecordSchema, listedRecordSchema]),
});

export type CodeRecord = z.infer<typeof codeRecordSchema>;
export type RetiredRecord = z.infer<typeof retiredRecordSchema>;
export type ObservedRecord = z.infer<typeof observedRecordSchema>;
export type ListedRecord = z.infer<typeof listedRecordSchema>;
