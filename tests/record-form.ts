/**
 * The form of what programs read, `/codes.json` and `/codes/<code>.json`, as it was published with each version.
 * `npm run record-form` records that of a new version; one that was written is never changed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { codeFileSchema, codesFileSchema, RECORD_VERSION } from '../src/schema/record.ts';

/** Fields, types and values of both files; how they are described may change at any time. */
export function recordForm(): unknown {
  const forms = { codesFile: z.toJSONSchema(codesFileSchema), codeFile: z.toJSONSchema(codeFileSchema) };
  return JSON.parse(
    JSON.stringify(forms, (name, value: unknown) =>
      name === 'description' && typeof value === 'string' ? undefined : value,
    ),
  );
}

const fileOf = (version: number) =>
  fileURLToPath(new URL(`fixtures/record-forms/${version}.json`, import.meta.url));

/** @returns undefined where no form of this version was written down */
export function publishedForm(version: number): unknown {
  const file = fileOf(version);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

if (import.meta.main) {
  const file = fileOf(RECORD_VERSION);
  if (existsSync(file)) {
    throw new Error(
      `${file}: found the form that version ${RECORD_VERSION} was published with, expected none. ` +
        'A changed form is a new version: raise RECORD_VERSION in src/schema/record.ts first',
    );
  }
  writeFileSync(file, `${JSON.stringify(recordForm(), null, 2)}\n`);
}
