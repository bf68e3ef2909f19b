/** What programs get: the forms of `/codes.json` and `/codes/<code>.json`. `/codes.schema.json` is made from these. */
import { z } from 'zod';
import { actorSchema, retrySchema, sourceSchema } from './verdicts.ts';

/** Version of the machine-readable forms. A field that is added, taken away or means something else changes it. */
export const RECORD_VERSION = 1;

const codeFields = {
  code: z.string().meta({ description: 'The code as the API prints it.' }),
  service: z.string().meta({ description: 'The service that answers, e.g. SWR.' }),
  number: z.string().meta({ description: 'The digits of the code.' }),
  httpStatus: z.int().min(100).max(599).optional(),
  domain: z.string().meta({ description: 'Resource domain, as in /domains/<domain>/.' }),
  description: z
    .string()
    .meta({ description: "The vendor's description, verbatim; of an observed code this site's own words." }),
  actor: actorSchema.optional().meta({ description: 'Who has to act.' }),
  retry: retrySchema.shape.verdict.optional().meta({ description: 'Whether calling again helps.' }),
  url: z.url().meta({ description: "Address of the code's page." }),
};

export const codeRecordSchema = z.strictObject(codeFields);

export const retiredRecordSchema = z.strictObject({
  ...codeFields,
  lastEdition: z.string().meta({ description: 'Date of the last edition that lists the code.' }),
  goneIn: z.string().meta({ description: 'Date of the first edition that does not.' }),
});

export const observedRecordSchema = z.strictObject({
  ...codeFields,
  seenIn: z.string(),
  inferred: z.boolean().meta({ description: 'Whether the meaning is a conclusion of this site.' }),
  sources: z.array(sourceSchema.extend({ date: z.string().optional() })),
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
export const codesFileSchema = z
  .strictObject({
    ...editionFields,
    codes: z.array(codeRecordSchema).meta({ description: 'Codes of the current edition, in its order.' }),
    retired: z.array(retiredRecordSchema).meta({ description: 'Codes that earlier editions listed.' }),
    observed: z.array(observedRecordSchema).meta({ description: 'Codes seen in use that no edition lists.' }),
  })
  .meta({ title: 'SWR error codes' });

/** `/codes/<code>.json` */
export const codeFileSchema = z.strictObject({
  ...editionFields,
  state: z.enum(['documented', 'retired', 'observed']),
  messages: z.array(z.string()).meta({ description: 'Literal messages that the API is known to print.' }),
  code: z.union([codeRecordSchema, retiredRecordSchema, observedRecordSchema]),
});

export type CodeRecord = z.infer<typeof codeRecordSchema>;
export type RetiredRecord = z.infer<typeof retiredRecordSchema>;
export type ObservedRecord = z.infer<typeof observedRecordSchema>;
