import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from '../../src/i18n/fill.ts';

test('holes are filled once, with text as it is', () => {
  assert.equal(fill('{a} and {b}', { a: '{b}', b: '$&' }), '{b} and $&');
  assert.equal(fill('{unknown} {a}', { a: 1 }), '{unknown} 1');
});

test('a word has a form for one and a form for any other number', () => {
  const results = (count: number) => fill('{count} {count|result|results}', { count });
  assert.deepEqual([0, 1, 2, 21].map(results), ['0 results', '1 result', '2 results', '21 results']);
  assert.equal(fill('{count} item{count||s}', { count: 2 }), '2 items');
});
