import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORD_VERSION } from '../../src/schema/record.ts';
import { publishedForm, recordForm } from '../record-form.ts';

test('a changed field is a changed schemaVersion', () => {
  assert.deepEqual(
    recordForm(),
    publishedForm(RECORD_VERSION),
    `src/schema/record.ts: found another form than schemaVersion ${RECORD_VERSION} was published with, ` +
      `tests/fixtures/record-forms/${RECORD_VERSION}.json. If the change is meant, raise RECORD_VERSION and run ` +
      '`node tests/record-form.ts`; if not, take it back',
  );
});
