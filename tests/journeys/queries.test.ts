import type { Page } from '@playwright/test';
import { QUERIES, type Expectation, type JudgedQuery } from '../fixtures/queries.ts';
import { ask } from './ask.ts';
import { expect, test } from './journey.ts';

/** What the search page shows for a text. */
interface Shown {
  /** Code of each result, or its address where it is no code's page; best first. */
  readonly results: readonly string[];
  readonly unknown: readonly string[];
  readonly explained: readonly string[];
}

async function answer(page: Page, text: string): Promise<Shown> {
  const results = await ask(page, text);
  const marks = (name: string) =>
    page
      .locator(`[${name}]`)
      .evaluateAll((parts, attribute) => parts.map((part) => part.getAttribute(attribute) ?? ''), name);
  return { results, unknown: await marks('data-unknown-code'), explained: await marks('data-finding') };
}

const same = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b);

function isRight({ results, unknown, explained }: Shown, expected: Expectation): boolean {
  // Causes of a client's line stand before the codes that they have.
  const codes = results.filter((result) => !result.startsWith('/messages/'));
  if ('first' in expected) return expected.first.includes(codes[0] ?? '');
  if ('all' in expected) return expected.all.every((code) => codes.slice(0, 10).includes(code));
  if ('only' in expected) {
    const digits = codes.map((code) => code.split('.').at(-1) ?? '');
    return codes.length >= 10 && digits.every((number) => number.startsWith(expected.only));
  }
  if ('unknown' in expected) return same(unknown, expected.unknown) && same(codes, expected.known ?? []);
  if ('cause' in expected) return codes.length === 0 && results[0] === `/messages/${expected.cause}/`;
  if ('explained' in expected) return codes.length === 0 && explained.includes(expected.explained);
  return results.length === 0;
}

const share = (rights: readonly boolean[]) => rights.filter(Boolean).length / rights.length;

test('judged queries: the right answer, and none that is wrong', async ({ page }, info) => {
  test.setTimeout(240_000);
  const answers: { query: JudgedQuery; shown: Shown; right: boolean }[] = [];
  for (const query of QUERIES) {
    const shown = await answer(page, query.text);
    answers.push({ query, shown, right: isRight(shown, query.expected) });
  }
  const wrong = answers.filter(({ right }) => !right);
  const report = wrong.map(
    ({ query, shown }) =>
      `${query.kind}: ${JSON.stringify(query.text)} gave ${shown.results.slice(0, 5).join(', ') || 'nothing'}` +
      `, expected ${JSON.stringify(query.expected)}`,
  );
  await info.attach('wrong answers', { body: report.join('\n') || 'none' });
  const rights = (kind: string) =>
    answers.filter(({ query }) => kind in query.expected).map(({ right }) => right);
  const about = report.join('\n');
  expect(share(rights('first')), about).toBeGreaterThanOrEqual(0.97);
  expect(share([...rights('all'), ...rights('only')]), about).toBeGreaterThanOrEqual(0.95);
  expect(share(rights('unknown')), about).toBe(1);
  expect(share([...rights('explained'), ...rights('cause'), ...rights('nothing')]), about).toBe(1);
});

test('the set covers every kind, with at least 120 queries', () => {
  const kinds = Map.groupBy(QUERIES, ({ kind }) => kind);
  expect(QUERIES.length).toBeGreaterThanOrEqual(120);
  expect(new Set(QUERIES.map(({ text }) => text)).size).toBe(QUERIES.length);
  for (const [kind, queries] of kinds) expect(queries.length, kind).toBeGreaterThanOrEqual(3);
});
