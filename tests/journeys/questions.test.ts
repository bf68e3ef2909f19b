/** What a question is answered, wherever and however it is asked. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ask } from './ask.ts';
import { expect, test } from './journey.ts';

const TOPICS = 'content/topics/zh-CN/';
const topics = readdirSync(TOPICS).map((file) => ({
  path: `/topics/${file.replace('.md', '')}/`,
  title: /^title: (.*)$/mu.exec(readFileSync(TOPICS + file, 'utf8'))?.[1] ?? '',
}));

const status = (page: Page) => page.locator('search-page').getByRole('status');

test('the title of a topic or a tool finds it first', async ({ page, siteUrl }) => {
  const base = new URL(siteUrl).pathname.slice(0, -1);
  const pages = [
    ...topics,
    { title: '解读工单', path: '/decode/' },
    { title: '报错对照', path: '/messages/' },
    { title: '错误响应的格式', path: '/error-body/' },
    { title: '链接与数据', path: '/links/' },
    { title: '版本变更', path: '/changes/' },
  ];
  for (const { title, path } of pages) expect.soft((await ask(page, title))[0], title).toBe(base + path);
});

/** Single words and cut-off lines as people remember them, and what has to be first. */
const WORDS: readonly [string, string][] = [
  ['x509', '/messages/certificate/'],
  ['ImagePullBackOff', '/messages/image-pull-back-off/'],
  ['ErrImagePull', '/messages/image-pull-back-off/'],
  ['connection reset', '/messages/connection-broken/'],
  ['EOF', '/messages/connection-broken/'],
  ['镜像拉不下来', '/messages/not-logged-in/'],
  ['cannot pull image', '/messages/not-logged-in/'],
  ['镜像推不上去', '/messages/not-logged-in/'],
  ['登录不上', '/messages/credentials-rejected/'],
  ['no matching manifest for linux/arm64', '/messages/platform-missing/'],
  ['server gave HTTP response to HTTPS client', '/messages/http-https/'],
  ['swr 400', 'SVCSTG.SWR.400'],
  ['SWR 500', 'SVCSTG.SWR.500'],
  ['错误码 404', 'SVCSTG.SWR.404'],
];

test('a word of a client, or a status behind the name of the service, has its answer, and never “no result”', async ({
  page,
}) => {
  for (const [text, expected] of WORDS) {
    expect.soft((await ask(page, text))[0], text).toContain(expected);
    await expect.soft(status(page), text).not.toContainText('没有结果');
  }
});

test('what registries say of too many requests is a cause, and what codes say of them', async ({ page }) => {
  const found = (await ask(page, 'toomanyrequests')).slice(0, 3).join();
  expect(found).toContain('/messages/too-many-requests/');
  expect(found).toContain('SVCSTG.SWR.4031042');
});

test('“no result” stands above no explanation', async ({ page }) => {
  for (const text of [
    'APIGW.0301',
    'HTTP 418',
    'SVCSTG.SWR.4049999',
    'docker.io toomanyrequests',
    '镜像市场',
  ]) {
    await ask(page, text);
    const isExplained = (await page.locator('search-page .explanation:not([data-empty])').count()) > 0;
    if (isExplained) await expect.soft(status(page), text).not.toContainText('没有结果');
  }
  await ask(page, 'APIGW.0301');
  await expect(page.locator('search-page .explanation')).toHaveCount(1);
});

const TICKET = 'SVCSTG.SWR.4009999 APIGW.0301 SVCSTG.SWR.4039002 SVCSTG.SWR.4001048';

test('found codes stand before what is said of unknown and other ones', async ({ page }) => {
  expect(await ask(page, TICKET)).toEqual(['SVCSTG.SWR.4039002', 'SVCSTG.SWR.4001048']);
  const tops = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((element) => element.getBoundingClientRect().top));
  const explanations = await tops('search-page .explanation');
  expect(explanations).toHaveLength(2);
  expect(Math.max(...(await tops('search-page a.result')))).toBeLessThan(Math.min(...explanations));
});

/** What stands in the dialog or on the page once nothing more comes. */
async function settled(page: Page, within: string): Promise<readonly (string | null)[]> {
  const read = () =>
    page.locator(`${within} a.result`).evaluateAll((all) => all.map((each) => each.getAttribute('href')));
  let before: string | undefined;
  let rows: readonly (string | null)[] = [];
  await expect(async () => {
    rows = await read();
    const now = JSON.stringify(rows);
    const isSame = now === before;
    before = now;
    expect(isSame).toBe(true);
  }).toPass({ intervals: [1500] });
  return rows;
}

for (const text of [
  '镜像不存在',
  '命名规则',
  'denied: you do not have the permission',
  'x509: certificate signed by unknown authority',
]) {
  test(`typed, pasted or in the address, one question has one answer: ${text}`, async ({ page }) => {
    await page.goto('codes/SVCSTG.SWR.4001048/');
    await page.keyboard.press('Control+k');
    const field = page.getByRole('dialog').locator('input');
    await field.pressSequentially(text, { delay: 40 });
    const typed = await settled(page, 'dialog');
    expect(typed.length).toBeGreaterThan(0);
    await field.fill('');
    await field.fill(text);
    expect(await settled(page, 'dialog')).toEqual(typed);
    await ask(page, text);
    expect((await settled(page, 'search-page')).slice(0, typed.length)).toEqual(typed);
  });
}

test('with forced colours the chosen result is seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('codes/SVCSTG.SWR.4001048/');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').locator('input').fill('镜像不存在');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options.nth(3)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  const outlines = await options.evaluateAll((all) =>
    all.map((option) => getComputedStyle(option).outlineStyle),
  );
  expect(outlines.slice(0, 3)).toEqual(['none', 'solid', 'none']);
});

test('what was chosen stays chosen while pages are added to the answer', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.4001048/');
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/pagefind/**', async (route) => {
    await released;
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').locator('input').fill('命名规则');
  const chosen = page.getByRole('listbox').getByRole('option', { selected: true });
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const href = await chosen.getAttribute('href');
  release();
  await expect(page.locator('dialog a[href$="/topics/naming/"]')).toBeVisible();
  expect(await chosen.getAttribute('href')).toBe(href);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${href}$`));
});

test('an answer is as wide as the narrowest phones, in both languages', async ({ page }) => {
  const inside = (selector: string) =>
    page.locator(selector).evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth] as const);
  for (const [language, text] of [
    ['', '4001048 4040004 镜像不存在'],
    ['en/', '4001048 4040004'],
    ['en/', 'cannot pull image'],
  ] as const) {
    await page.goto(`${language}search/?q=${encodeURIComponent(text)}`);
    await expect(page.locator('search-page a.result').nth(1)).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').locator('input').fill(text);
    await expect(page.locator('dialog a.result').nth(1)).toBeVisible();
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const selector of ['html', 'dialog', '.search-answer']) {
        const [content, frame] = await inside(selector);
        expect.soft(content, `${selector} with ${text} at ${width} px`).toBeLessThanOrEqual(frame);
      }
    }
  }
});
