import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meantBy } from '../../src/addresses/address-text.ts';
import { splitCode } from '../../src/catalog/code.ts';
import { diffEditions } from '../../src/editions/diff.ts';
import { digitsOf } from '../../src/search/digits.ts';
import { uniteRows } from '../../src/catalog/rows.ts';
import type { CodeRow } from '../../src/schema/codes.ts';

const row = (description: string, more: Partial<CodeRow> = {}): CodeRow => ({
  code: 'A.1',
  status: 400,
  description,
  ...more,
});

test('a code with one row keeps it; several are one, each text and each status once', () => {
  const other = row('x', { code: 'A.2' });
  assert.equal(uniteRows([other])[0], other);
  assert.deepEqual(
    uniteRows([
      row('one', { line: 1, solution: 'do' }),
      other,
      row('two', { line: 3, status: 404, statuses: [404, 500], solution: 'do' }),
      row('one', { line: 4 }),
    ]),
    [
      {
        code: 'A.1',
        status: 400,
        statuses: [400, 404, 500],
        description: 'one / two',
        line: 1,
        solution: 'do',
      },
      other,
    ],
  );
});

test('editions are compared code by code, however many rows each has', () => {
  const changes = diffEditions([row('one'), row('two')], [row('one'), row('other', { status: 404 })]);
  assert.deepEqual(changes.added, []);
  assert.deepEqual(changes.removed, []);
  assert.deepEqual(changes.moved, []);
  assert.deepEqual(changes.reworded, [{ code: 'A.1', before: 'one / two', after: 'one / other' }]);
  assert.deepEqual(changes.statusChanged, [{ code: 'A.1', before: [400], after: [400, 404] }]);
});

test('a code of no known shape is taken apart at its first separator', () => {
  assert.deepEqual(splitCode('CCI.01.400101', 'CCI'), {
    code: 'CCI.01.400101',
    service: 'CCI',
    number: '01.400101',
    sequence: '01.400101',
  });
  assert.equal(splitCode('NoSuchKey', 'OBS').service, 'OBS');
  assert.equal(splitCode('NoSuchKey', 'OBS').number, 'NoSuchKey');
});

test('the digits of a code are those of its number', () => {
  for (const [code, digits] of [
    ['SVCSTG.S2I.4019000', '4019000'],
    ['CCI.01.400101', '01400101'],
    ['dns DNS.0101', '0101'],
    ['400000001', '400000001'],
    ['NoSuchKey', ''],
  ] as const)
    assert.equal(digitsOf(code), digits, code);
});

test('an address means the product below whose path it stands, else the one at the root, else all', () => {
  const found = (start: number, ...paths: string[]) => paths.map((path) => ({ start, hit: { path } }));
  const paths = (findings: ReturnType<typeof found>, pathname: string) =>
    meantBy(findings, pathname).map(({ hit }) => hit.path);
  const [root, elb, vpc] = ['/codes/A.1/', '/elb/codes/A.1/', '/vpc/codes/A.1/'] as const;
  assert.deepEqual(paths(found(0, root, elb, vpc), '/vpc/A.1/'), [vpc]);
  assert.deepEqual(paths(found(0, root, elb, vpc), '/A.1/'), [root]);
  assert.deepEqual(paths(found(0, root, elb, vpc), '/codes/A.1/'), [root]);
  assert.deepEqual(paths(found(0, elb, vpc), '/A.1/'), [elb, vpc]);
  assert.deepEqual(paths([...found(0, root), ...found(9, elb)], '/A.1,A.2/'), [root, elb]);
});
