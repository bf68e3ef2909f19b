/**
 * The reader over real documents of the family. They are the vendor's and no part of this project: the test runs only
 * where they lie beside it (`../shared/corpus`, or the folder that CORPUS names).
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inspect } from '../../scripts/extract/collect.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpus = process.env['CORPUS'] ?? join(root, '../shared/corpus');

/**
 * Rows of each document, counted by eye in the document, and its problems. Each was also compared, cell by cell, with
 * what a second reader in another language took from it.
 */
const EXPECTED: Record<string, { rows: number; problems?: RegExp[] }> = {
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

const skip = existsSync(corpus) ? false : `no documents at ${corpus}`;

test('real documents of the family', { skip }, async (t) => {
  await t.test('each has a verified count', () =>
    assert.deepEqual(readdirSync(corpus).toSorted(), Object.keys(EXPECTED).toSorted()),
  );
  for (const [name, { rows, problems = [] }] of Object.entries(EXPECTED)) {
    await t.test(name, () => {
      const file = join(corpus, name);
      const found = inspect(root, file);
      assert.equal(found.rows.length, rows);
      const listed = found.problems.map(({ line, message }) => `${line}: ${message}`);
      assert.equal(listed.length, problems.length, listed.join('\n'));
      problems.forEach((problem, index) => assert.match(listed[index] ?? '', problem));
      const lines = readFileSync(file, 'utf8').split(/\r?\n/);
      for (const { line, code } of found.rows) assert.ok(lines[line - 1]?.includes(code), `${line}: ${code}`);
    });
  }
});
