import collection from '../../content/codes/swr-error-codes.zh-CN.json' with { type: 'json' };
import { questionWords } from '../../src/search/full-text.ts';
import { Weight } from '../weight.ts';
import { ask } from './ask.ts';
import { expect, test } from './journey.ts';

test('each description leads to its own code first', async ({ page }) => {
  test.setTimeout(240_000);
  const wrong: string[] = [];
  for (const { code, description } of collection.codes) {
    const alike = collection.codes.filter((other) => other.description === description).length;
    const results = await ask(page, description);
    if (!results.slice(0, alike).includes(code))
      wrong.push(`${code} ${description}: ${results.slice(0, 3).join()}`);
  }
  expect(wrong).toEqual([]);
});

interface Engine {
  search(phrase: string): Promise<{ readonly results: readonly unknown[] }>;
}

/** Pagefind splits some words of three ideographs in another way than browsers do. */
const MAX_MISSING = 0.02;

test('words of the descriptions are found', async ({ page }) => {
  test.setTimeout(120_000);
  const words = [...new Set(collection.codes.flatMap(({ description }) => questionWords(description)))];
  expect(words).not.toEqual([]);
  await page.goto('search/');
  const missing = await page.evaluate(async (words) => {
    const path = new URL('../pagefind/pagefind.js', location.href).href;
    const engine = (await import(path)) as Engine;
    const counts = await Promise.all(
      words.map(async (word) => (await engine.search(`"${word}"`)).results.length),
    );
    return words.filter((_, at) => counts[at] === 0);
  }, words);
  expect(missing.length / words.length, missing.join()).toBeLessThanOrEqual(MAX_MISSING);
});

/** Words that stand in guidance and topics only, and pages that have to be among the first ten for them. */
const SAID_IN_PROSE: readonly [string, ...string[]][] = [
  ['attestation', 'SVCSTG.SWR.4000068', '/topics/image-format/'],
  ['buildx', 'SVCSTG.SWR.5001026', '/topics/image-format/'],
  ['skopeo', 'SVCSTG.SWR.4000065'],
  ['编程访问', 'SVCSTG.SWR.4010000', '/topics/auth/'],
  ['弹性公网', '/topics/auth/'],
  ['default-secret', '/topics/auth/'],
  ['HMAC-SHA256', 'SVCSTG.SWR.4010000', '/topics/auth/'],
  ['临时登录指令多久过期', '/topics/auth/'],
];

for (const [words, ...expected] of SAID_IN_PROSE) {
  test(`${words} stands in prose only and is found`, async ({ page }) => {
    expect((await ask(page, words)).slice(0, 10)).toEqual(expect.arrayContaining(expected));
  });
}

test('a word of the trade finds many, noise finds nothing', async ({ page }) => {
  expect((await ask(page, '镜像')).length).toBeGreaterThanOrEqual(20);
  for (const noise of ['asdfqwer', '今天天气不错', '红烧肉怎么做', 'lorem ipsum dolor']) {
    expect(await ask(page, noise), noise).toEqual([]);
  }
});

/** The engine and its index, the look-up file, what lines of clients are recognised by, and the advice beneath results. */
test('a question to full text loads at most 165 KB more than a page that nobody has searched from', async ({
  browser,
}) => {
  for (const [text, page] of [
    ['skopeo', '镜像包格式'],
    ['长期有效登录指令', '登录与鉴权'],
    ['临时登录指令多久过期', '登录与鉴权'],
  ] as const) {
    const visitor = await browser.newPage();
    await visitor.goto('codes/SVCSTG.SWR.4001048/');
    await visitor.waitForLoadState('networkidle');
    const weight = new Weight(visitor);
    await visitor.keyboard.press('Control+k');
    await visitor.getByRole('combobox', { name: '搜索错误码' }).fill(text);
    await expect(
      visitor.getByRole('listbox', { name: '搜索结果' }).getByRole('option', { name: page }).first(),
    ).toBeVisible();
    expect(weight.paths.some((path) => path.includes('pagefind'))).toBe(true);
    expect(await weight.bytes(), text).toBeLessThanOrEqual(165_000);
    await visitor.close();
  }
});
