/**
 * The reader over whole documents of the family: everywhere over those of our own making, and over real ones where they
 * lie beside the project (`../shared/corpus`, or the folder that CORPUS names). The real ones are the vendor's and no
 * part of it.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inspect } from '../../scripts/extract/collect.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpus = process.env['CORPUS'] ?? join(root, '../shared/corpus');

/**
 * Rows of each document, counted by eye in the document, and its problems. Each was also compared, cell by cell, with
 * what a second reader in another language took from it.
 */
type Expected = Readonly<Record<string, { rows: number; problems?: RegExp[] }>>;

const REAL: Expected = {
  // One table of error codes among a table of parameters and two of HTTP statuses.
  'aom__查询日志.md': { rows: 5 },
  'apig__用户指南-错误码.md': { rows: 43 },
  'cci__错误码.md': { rows: 110 },
  'dew__加密密钥错误码.md': { rows: 87 },
  'dns__错误码.md': { rows: 181 },
  // 18 rows besides two of normal statuses; the last has no code.
  'elb__返回码.md': { rows: 18, problems: [/^237: found "-" where the error code should be/] },
  'ges__业务面API错误码.md': { rows: 64 },
  'ims__错误码.md': { rows: 199 },
  // 42 HTTP statuses, no error code.
  'kafka__状态码.md': {
    rows: 0,
    problems: [/^8: found 1 table .*; expected a table with a column of error codes/],
  },
  // 82 and 42 rows in two tables; one code was broken by a space.
  'obs__错误码@94abd13.md': {
    rows: 124,
    problems: [/^200: found the code "IncorrectNumberOfFilesInPost Request"/],
  },
  'otc-swr__error-code.md': { rows: 192 },
  'swr-01-97d447d-2018-12-07.md': { rows: 192 },
  'swr-04-1a27df9-2020-07-23.md': { rows: 192 },
  'swr-05-eefd0d9-2020-10-29.md': { rows: 188 },
  'tms__错误码.md': { rows: 28 },
  'vpc__错误码.md': { rows: 116 },
};

const INVENTED: Expected = {
  'depot.md': { rows: 8 },
  // Beside a table of HTTP statuses; three of the rows have a slip each.
  'ferry.md': {
    rows: 4,
    problems: [
      /^15: found the code "FRY\. 0002"/,
      /^16: found "-" where the error code should be/,
      /^17: found the status "soon"/,
    ],
  },
  'queue.md': { rows: 5 },
  'vault.md': { rows: 4 },
};

/** Each document gives so many rows, each from the line that it names, and these problems. */
async function readDocuments(t: TestContext, folder: string, expected: Expected): Promise<void> {
  await t.test('each document has a verified count', () =>
    assert.deepEqual(
      readdirSync(folder)
        .filter((name) => name !== 'README.md')
        .toSorted(),
      Object.keys(expected).toSorted(),
    ),
  );
  for (const [name, { rows, problems = [] }] of Object.entries(expected)) {
    await t.test(name, () => {
      const file = join(folder, name);
      const found = inspect(root, file);
      assert.equal(found.rows.length, rows);
      const listed = found.problems.map(({ line, message }) => `${line}: ${message}`);
      assert.equal(listed.length, problems.length, listed.join('\n'));
      problems.forEach((problem, index) => assert.match(listed[index] ?? '', problem));
      const lines = readFileSync(file, 'utf8').split(/\r?\n/);
      for (const { line, code } of found.rows) assert.ok(lines[line - 1]?.includes(code), `${line}: ${code}`);
    });
  }
}

test('documents of our own', (t) => readDocuments(t, join(root, 'tests/fixtures/sources'), INVENTED));

const skip = existsSync(corpus) ? false : `no documents at ${corpus}`;
test('real documents of the family', { skip }, (t) => readDocuments(t, corpus, REAL));
