import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv } from '../../src/lib/escape.ts';

test('CSV quotes what needs it and defuses formulas', () => {
  assert.equal(toCsv([['a,b', 'say "x"', 'one\ntwo', '']]), '"a,b","say ""x""","one\ntwo",\r\n');
  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx']) {
    assert.ok(
      toCsv([[formula]])
        .replace('"', '')
        .startsWith("'"),
      formula,
    );
  }
});
