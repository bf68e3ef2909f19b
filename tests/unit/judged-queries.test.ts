import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { QUERIES, type Expectation, type JudgedQuery } from '../fixtures/queries.ts';
import { SECOND_QUERIES } from '../fixtures/second-queries.ts';
import { ENGLISH_QUERIES } from '../fixtures/english-queries.ts';
import { asker, chineseFile, englishFile, type Asker } from './lookup.ts';

/** The pages of each language answer questions in both. */
const SIDES = {
  'on a site in Chinese alone': asker(),
  'on Chinese pages': asker(chineseFile()),
  'on English pages': asker(englishFile()),
};
const SETS = { QUERIES, SECOND_QUERIES, ENGLISH_QUERIES };

function isRight(ask: Asker, text: string, expected: Expectation): boolean {
  const { findings, hits } = ask(text);
  const codes = hits.map(({ code }) => code);
  if ('first' in expected) return expected.first.includes(codes[0] ?? '');
  if ('all' in expected) return expected.all.every((code) => codes.slice(0, 10).includes(code));
  if ('only' in expected) {
    return codes.length >= 10 && codes.every((code) => code.split('.').at(-1)?.startsWith(expected.only));
  }
  if ('unknown' in expected) {
    const unknown = findings.flatMap((finding) => (finding.kind === 'unknown' ? [finding.code] : []));
    return (
      expected.unknown.every((code) => unknown.includes(code)) &&
      codes.join() === (expected.known ?? []).join()
    );
  }
  if ('cause' in expected) {
    const [cause] = findings.flatMap((finding) => (finding.kind === 'cause' ? [finding.found.cause.id] : []));
    return codes.length === 0 && cause === expected.cause;
  }
  if ('explained' in expected) {
    return codes.length === 0 && findings.some(({ kind }) => kind === expected.explained);
  }
  return codes.length === 0 && findings.every(({ kind }) => kind !== 'unknown');
}

/** What is wrong among the queries of one sort, and how many of them there are. */
function failures(ask: Asker, queries: readonly JudgedQuery[], belongs: (expected: Expectation) => boolean) {
  const sort = queries.filter(({ expected }) => belongs(expected));
  return { total: sort.length, wrong: sort.filter(({ text, expected }) => !isRight(ask, text, expected)) };
}

const SORTS: readonly [sort: string, least: number, belongs: (expected: Expectation) => boolean][] = [
  ['one answer: right first', 0.97, (expected) => 'first' in expected],
  ['several answers: all within ten', 0.95, (expected) => 'all' in expected || 'only' in expected],
  ['unknown code: nothing false', 1, (expected) => 'unknown' in expected],
  ['foreign code: explained', 1, (expected) => 'explained' in expected],
  ['client text: its cause first, no code', 1, (expected) => 'cause' in expected],
  ['noise: no code is read into it', 1, (expected) => 'nothing' in expected],
];

for (const [side, ask] of Object.entries(SIDES)) {
  for (const [name, queries] of Object.entries(SETS)) {
    // Renderings are what English questions are about.
    if (side === 'on a site in Chinese alone' && queries === ENGLISH_QUERIES) continue;
    describe(`${name}, answered by resolve ${side}`, () => {
      for (const [sort, least, belongs] of SORTS) {
        const { total, wrong } = failures(ask, queries, belongs);
        if (total === 0) continue;
        const enough = queries === ENGLISH_QUERIES ? Math.min(least, 0.95) : least;
        test(sort, () => {
          const rate = 1 - wrong.length / total;
          assert.ok(
            rate >= enough,
            `${rate} of ${total}; wrong: ${wrong.map(({ text }) => text).join(' | ')}`,
          );
        });
      }
    });
  }
}

test('every sort of query is asked, and enough in English', () => {
  const all = Object.values(SETS).flat();
  for (const [sort, , belongs] of SORTS)
    assert.ok(
      all.some(({ expected }) => belongs(expected)),
      sort,
    );
  assert.ok(ENGLISH_QUERIES.length >= 120);
});
