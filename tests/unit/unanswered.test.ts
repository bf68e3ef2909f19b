import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unanswered } from '../../src/integrations/missing-guidance.ts';

const answered = { code: 'A.1', actor: 'caller' } as const;
const waiting = (number: number) => ({ code: `A.${number}` });

test('nothing is said where every code has guidance', () => {
  assert.equal(unanswered([{ id: 'a', path: '', codes: [answered] }]), undefined);
  assert.equal(unanswered([{ id: 'a', path: '', codes: [] }]), undefined);
});

test('codes without guidance are named, and what to write', () => {
  const notice = unanswered([
    { id: 'a', path: '', codes: [answered, waiting(2), waiting(3)] },
    { id: 'b', path: 'b', codes: [waiting(4)] },
    { id: 'c', path: 'c', codes: [answered] },
  ]);
  assert.match(
    notice ?? '',
    /^a: 2 of 3 codes have no guidance: A\.2, A\.3\n +b: none of 1 codes has guidance \(with `product: b`\): A\.4\n +Their pages[\s\S]*content\/guidance\/zh-CN\/<situation>\.md/,
  );
});

test('of many codes a few are named', () => {
  const codes = Array.from({ length: 181 }, (_, number) => waiting(number));
  assert.match(
    unanswered([{ id: 'a', path: '', codes }]) ?? '',
    /none of 181 codes has guidance: A\.0, .*, A\.9 and 171 more\n/,
  );
});
