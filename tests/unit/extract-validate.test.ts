import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { applyErrata, fieldsAfterErrata, isSettled } from '../../scripts/extract/validate/errata.ts';
import { productOfRows, validateRows, withoutTwins } from '../../scripts/extract/validate/validate.ts';
import { statusesOf } from '../../scripts/extract/read/row.ts';
import type { Row } from '../../scripts/extract/read/read.ts';
import { productsSchema, type Product } from '../../src/schema/products.ts';
import type { Field } from '../../src/schema/headers.ts';

const products = productsSchema.parse(
  parse(readFileSync(new URL('../../content/products.yaml', import.meta.url), 'utf8')),
);
const swr = products.find(({ id }) => id === 'swr');
assert.ok(swr);

const GOOD: Row = { line: 7, status: 404, code: 'SVCSTG.SWR.4040010', description: '镜像不存在。' };
const messages = (rows: Row[], product = swr): string[] =>
  validateRows(rows, product).map(({ line, code, message }) => `${line} ${code} ${message}`);

test('a good row passes, by the rules of its product and by those of the family', () => {
  assert.deepEqual(messages([GOOD]), []);
  assert.deepEqual(validateRows([GOOD], undefined), []);
});

test('a bad row of a product is named with line, code, what was found and what was expected', async (t) => {
  const cases: [string, Partial<Row>, RegExp][] = [
    ['no code', { code: '' }, /^7 {2}found an empty cell where the error code should be; expected a code$/],
    ['a dash for a code', { code: '-' }, /^7 - found "-" where the error code should be/],
    ['no status', { status: null }, /found an empty cell where the HTTP status should be/],
    ['no description', { description: '' }, /found an empty cell where the description should be/],
    [
      'six digits',
      { code: 'SVCSTG.SWR.404001' },
      /found the code "SVCSTG\.SWR\.404001"; expected .*seven digits.* as in SVCSTG\.SWR\.4001048/,
    ],
    ['eight digits', { code: 'SVCSTG.SWR.40400100' }, /expected .*seven digits/],
    ['another service', { code: 'SVCSTG.CCE.4040010' }, /expected SVCSTG\.SWR\. or SVCSTG\.S2I\./],
    ['lower case', { code: 'svcstg.swr.4040010' }, /found the code/],
    ['white space', { code: 'SVCSTG.SWR. 4040010' }, /found the code "SVCSTG\.SWR\. 4040010"/],
    ['full-width digits', { code: 'SVCSTG.SWR.４０４0010' }, /found the code/],
    [
      'an invisible character',
      { code: 'SVCSTG.SWR.404\u200b0010' },
      /found the code "SVCSTG\.SWR\.404\\u200b0010"/,
    ],
    [
      'a status that contradicts the code',
      { status: 400 },
      /found the status 400 beside SVCSTG\.SWR\.4040010; expected 404/,
    ],
    [
      'a status that is none',
      { status: 999 },
      /found the status "999"; expected an HTTP status from 100 to 599/,
    ],
    ['a status that is a word', { status: 'Not Found' }, /found the status "Not Found"/],
    [
      'a status in the code that is none',
      { status: 404, code: 'SVCSTG.SWR.9990010' },
      /found 999 as the status/,
    ],
    [
      'a control character',
      { description: '镜像\u0007不存在' },
      /found the character "\\u0007" in the description/,
    ],
  ];
  for (const [name, change, message] of cases) {
    await t.test(name, () => {
      const found = messages([{ ...GOOD, ...change }]);
      assert.ok(
        found.some((each) => message.test(each)),
        found.join('\n'),
      );
    });
  }
});

test('every problem of every row is named in one run, in the order of the rows', () => {
  const found = messages([
    { ...GOOD, line: 1, code: 'SVCSTG.SWR.404', status: 999, description: '' },
    { ...GOOD, line: 2 },
    { ...GOOD, line: 3 },
    { ...GOOD, line: 4, status: 400 },
  ]);
  assert.deepEqual(
    found.map((each) => each.split(' ')[0]),
    ['1', '1', '1', '3', '4'],
  );
  assert.match(found[3] ?? '', /found 1 code in several rows: SVCSTG\.SWR\.4040010 \(lines 2, 3, 4\)/);
});

test('codes in several rows are one problem, whose hint settles them all', () => {
  const code = 'SVCSTG.SWR.4040011';
  assert.deepEqual(messages([GOOD, { ...GOOD, line: 9 }]), [
    `9 ${GOOD.code} found ${GOOD.code} again; line ${GOOD.line} lists it already, expected each code once`,
  ]);
  const rows = [GOOD, { ...GOOD, code, line: 8 }, { ...GOOD, line: 9 }, { ...GOOD, code, line: 10 }];
  assert.deepEqual(messages(rows), [
    `9 ${GOOD.code} found 2 codes in several rows: ${GOOD.code} (lines ${GOOD.line}, 9), ${code} (lines 8, 10); expected each once`,
  ]);
});

test('a document of no product is validated by the rules of the family', () => {
  const messages = (rows: Row[]): string[] => validateRows(rows, undefined).map(({ message }) => message);
  const row = (code: string, more: Partial<Row> = {}): Row => ({ ...GOOD, code, ...more });
  for (const code of [
    'CCI.01.400101',
    'NoSuchKey',
    'KMS.NotFoundException',
    '400000001',
    '1100',
    'Ecs.0001',
    'DNS-0001',
    'SVCSTG_AMS_2000000',
  ]) {
    assert.deepEqual(messages([row(code, { status: null })]), [], code);
  }
  for (const code of ['404', '镜像', 'NoSuch Key', 'A..1', 'A.', 'A.0001/A.0002', 'A:0001', '']) {
    assert.equal(messages([row(code)]).length, 1, code);
  }
  assert.deepEqual(messages([row('A.1', { status: '400/404/500' }), row('A.2')]), []);
  assert.deepEqual(messages([row('A.1', { status: null }), row('A.2', { status: null })]), []);
  assert.equal(messages([row('A.1', { status: null }), row('A.2')]).length, 1);
  assert.deepEqual(messages([row('A.1'), row('A.1', { description: 'another cause' })]), []);
});

test('statuses of a cell', () => {
  assert.deepEqual(statusesOf(404), [404]);
  assert.deepEqual(statusesOf('400/404/500'), [400, 404, 500]);
  assert.deepEqual(statusesOf('400、404 或 500'), [400, 404, 500]);
  assert.deepEqual(statusesOf('400 Bad Request/404 Not Found'), [400, 404]);
  assert.deepEqual(statusesOf('400 404'), [400, 404]);
  for (const cell of ['4XX', '4000', '600', '099', 'OK', '400/', '-', 4]) {
    assert.equal(statusesOf(cell), undefined, String(cell));
  }
});

test('a document belongs to the product that half of its codes are meant for', () => {
  const rows = (...codes: string[]): Row[] => codes.map((code) => ({ ...GOOD, code }));
  assert.equal(productOfRows(rows('SVCSTG.SWR.1', 'SVCSTG.S2I.x', 'A.1', 'A.2'), products), swr);
  assert.equal(productOfRows(rows('SVCSTG.SWR.4040010', 'A.1', 'A.2'), products), undefined);
  assert.equal(productOfRows(rows('SVCSTG.ALS.200.200'), products), undefined);
  assert.equal(productOfRows([], products), undefined);
});

test('a code in several rows: refused where a product says how its codes are built, unless it says otherwise', () => {
  const twice = [GOOD, { ...GOOD, line: 9, description: '另一个原因。' }];
  const [found] = validateRows(twice, swr);
  assert.match(found?.hint ?? '', /`repeats: true` to swr in content\/products\.yaml/);
  assert.deepEqual(validateRows(twice, { ...swr, repeats: true }), []);
  const plain = { ...swr, grammar: undefined };
  assert.deepEqual(validateRows(twice, plain), []);
  assert.equal(validateRows(twice, { ...plain, repeats: false }).length, 1);
});

test('a row that stands twice word for word counts once, and a note says so', () => {
  const { rows, notes } = withoutTwins([GOOD, { ...GOOD, line: 9 }, { ...GOOD, line: 11, status: 400 }]);
  assert.deepEqual(
    rows.map(({ line }) => line),
    [7, 11],
  );
  assert.deepEqual(
    notes.map(({ line, message }) => [line, message]),
    [[9, 'found the row of SVCSTG.SWR.4040010 again; line 7 is the same, and stands for both']],
  );
  const empty = { ...GOOD, code: '-' };
  assert.equal(withoutTwins([empty, { ...empty, line: 9 }]).rows.length, 2);
});

test('a row lacks nothing that its table has no column for', () => {
  const fields = (...names: Field[]) => new Set<Field>(names);
  const bare = { ...GOOD, status: null, line: 9 };
  const with9 = (...names: Field[]) => new Map([[9, fields(...names)]]);
  assert.deepEqual(validateRows([GOOD, bare], { ...swr, repeats: true }, with9('code', 'description')), []);
  assert.match(
    validateRows([bare], swr, with9('code', 'description', 'status'))[0]?.message ?? '',
    /an empty cell where the HTTP status should be/,
  );
  const silent = { ...bare, description: '' };
  assert.deepEqual(validateRows([silent], swr, with9('code')), []);
  assert.equal(validateRows([silent], swr, with9('code', 'message')).length, 1);
});

test('an erratum corrects status and description, of all rows with a code or of the one on a line', () => {
  const reason = 'A slip.';
  const rows = [
    { ...GOOD, status: 'NA' },
    { ...GOOD, line: 9, description: '-' },
  ];
  const corrected = (...errata: Product['errata']): Row[] => applyErrata(rows, { ...swr, errata }).rows;
  const { code: found } = GOOD;
  assert.deepEqual(corrected({ found, line: 7, status: 404, reason }), [GOOD, rows[1]]);
  assert.deepEqual(corrected({ found, line: 9, code: null, reason }), [rows[0]]);
  assert.deepEqual(
    corrected({ found, status: null, reason }, { found, line: 9, description: '镜像不存在。', reason }),
    [
      { ...GOOD, status: null },
      { ...GOOD, line: 9, status: null },
    ],
  );
  const moved = applyErrata(rows, { ...swr, errata: [{ found, line: 8, status: 404, reason }] });
  assert.deepEqual([moved.rows, moved.problems.map(({ line }) => line)], [rows, [8]]);
  assert.match(moved.problems[0]?.hint ?? '', /the row has moved/);
  const [problem] = validateRows([rows[0] as Row], swr);
  assert.match(problem?.hint ?? '', /\{ found: "SVCSTG\.SWR\.4040010", line: 7, status: …, reason: … \}/);
});

test('`status: null` in an erratum says that the code has none; a line says that a person looked at the row', () => {
  const found = GOOD.code;
  const product = { ...swr, errata: [{ found, line: 7, status: null, reason: 'None.' }] };
  const fields = new Map([[7, new Set<Field>(['code', 'status', 'description'])]]);
  const { rows } = applyErrata([GOOD], product);
  assert.equal(validateRows(rows, product, fields).length, 1);
  assert.deepEqual(validateRows(rows, product, fieldsAfterErrata(fields, [GOOD], product)), []);
  const narrow = { line: 7, code: found, message: 'found a row of 2 cells', hint: '' };
  assert.equal(isSettled(narrow, product), true);
  assert.equal(isSettled({ ...narrow, line: 8 }, product), false);
  assert.equal(isSettled(narrow, swr), false);
});

test('a slip of the vendor is put right by an erratum, and one that nobody needs is named', () => {
  const erratum = { found: 'SVCSTG.SWR.404 0010', code: 'SVCSTG.SWR.4040010', reason: 'Broken by a space.' };
  const blank = { found: '-', code: null, reason: 'A row of notes.' };
  const rows = [
    { ...GOOD, code: erratum.found },
    { ...GOOD, line: 8, code: '-' },
  ];
  const [broken, noCode] = validateRows(rows, swr);
  assert.match(
    broken?.hint ?? '',
    /under `errata` of swr in content\/products\.yaml: \{ found: "SVCSTG\.SWR\.404 0010", line: 7, code: …/,
  );
  assert.match(noCode?.hint ?? '', /`code: null` leaves the row out/);
  const product = { ...swr, errata: [erratum, blank] };
  assert.deepEqual(applyErrata(rows, product), { rows: [GOOD], problems: [] });
  assert.deepEqual(applyErrata([GOOD], { ...product, errata: [blank] }).rows, [GOOD]);
  assert.match(
    applyErrata([GOOD], { ...product, errata: [blank] }).problems[0]?.message ?? '',
    /found no row with the code "-"; expected one, because swr has an erratum/,
  );
});
