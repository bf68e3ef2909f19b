/** What scripts say and where they lead on English pages: in English, to English pages. */
import type { Locator } from '@playwright/test';
import { strings } from '../../src/i18n/index.ts';
import { CHINESE, ENGLISH_SENTENCE } from '../chinese.ts';
import { expect, test } from './journey.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Codes known, old, unknown, of another service and in part; statuses; words; a client's line. */
const QUESTIONS = [
  'SVCSTG.SWR.4001048',
  'SVCSTG.S2I.4039001',
  'SVCSTG.SWR.4040999',
  'APIGW.0101',
  'XYZ.0101',
  'HTTP 409',
  'HTTP 418',
  'organization',
  'asdfqwer',
  'denied: You may not login yet',
  'docker pull gcr.io/a/b: manifest unknown',
];
const TICKET = `${QUESTIONS.join('\n')}\nSVCSTG.SWR.404\nrequest_id: 1f3870be274f6c49b3e31a0c6728957f`;

/** Texts and names of controls in an element that are in Chinese, quotations aside; links to pages in Chinese. */
async function straysIn(part: Locator): Promise<string[]> {
  const { texts, links } = await part.evaluate((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const quotation of copy.querySelectorAll('[lang|=zh], script, style')) quotation.remove();
    const all = [copy, ...copy.querySelectorAll('*')];
    const names = ['aria-label', 'placeholder', 'title', 'data-said'].flatMap((name) =>
      all.map((each) => each.getAttribute(name) ?? ''),
    );
    const own = [...element.querySelectorAll('a')].filter(({ origin }) => origin === location.origin);
    return {
      texts: [copy.textContent, ...names],
      links: own.filter(({ hreflang }) => hreflang === '').map(({ pathname }) => pathname),
    };
  });
  return [
    ...texts.flatMap((text) => text.match(CHINESE) ?? []),
    ...links.filter((path) => !isOfLanguage(path)),
  ];
}

const words = strings('en');

const isOfLanguage = (path: string) => /^\/en\/|\.(?:json|csv|svg|sh)$/u.test(path);

for (const text of QUESTIONS) {
  test(`dialog and search page on “${text}”`, async ({ page }) => {
    await page.goto('en/codes/SVCSTG.SWR.4001048/');
    await page.keyboard.press('Control+k');
    const dialog = page.locator('.search-dialog');
    await dialog.locator('input').fill(text);
    await expect(dialog.locator('.result, .explanation').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await straysIn(dialog)).toEqual([]);
    await page.goto(`en/search/?${new URLSearchParams({ q: text })}`);
    await expect(page.locator('[data-results][data-ready]')).toBeAttached();
    expect(await straysIn(page.locator('main'))).toEqual([]);
  });
}

test('suggestions: pages seen lately in this language', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.4001048/');
  await page.goto('en/codes/SVCSTG.SWR.4090006/');
  await page.keyboard.press('Control+k');
  const suggestions = page.locator('.search-dialog .suggestions');
  await expect(suggestions.locator('code')).toHaveText(['SVCSTG.SWR.4090006']);
  expect(await straysIn(page.locator('.search-dialog'))).toEqual([]);
});

test('decoder and its conclusions', async ({ page }) => {
  await page.goto('en/decode/');
  const box = page.locator('decode-box');
  await box.locator('textarea').fill(TICKET);
  await expect(box.locator('[data-results][data-ready] > li')).not.toHaveCount(0);
  await expect(box.locator('.advice').first()).toBeVisible();
  expect(await straysIn(box)).toEqual([]);
  for (const copy of await box.locator('[data-copy]').all()) {
    await copy.click();
    await expect(copy).toHaveText(words.decode.copied);
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.match(CHINESE)).toBeNull();
    expect(text).toContain('/en/codes/SVCSTG.SWR.4001048/');
    expect(text).not.toMatch(/\d\/(?:codes|messages)\//u);
  }
});

for (const address of [
  'en/codes/SVCSTG.SWR.4040999/',
  'en/nothing/',
  'en/codes/APIGW.0101/',
  'en/codes/1048/',
  'en/status/418/',
]) {
  test(`nothing at /${address}`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('not-found[data-ready]')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page).toHaveTitle(new RegExp(words.notFound.title, 'u'));
    await expect(page.locator('header.header, .sidebar, .site-footer')).toHaveCount(3);
    await page.keyboard.press('Control+k');
    expect(await straysIn(page.locator('body'))).toEqual([]);
  });
}

test('an address that names a code leads to its page in this language', async ({ page }) => {
  await page.goto('en/swr.4001048');
  await expect(page).toHaveURL(/\/en\/codes\/SVCSTG\.SWR\.4001048\/$/u);
});

test('filter of the table', async ({ page }) => {
  for (const query of ['status=409', 'q=zzz', 'status=nothing', 'sort=status&actor=caller']) {
    await page.goto(`en/codes/?${query}`);
    await expect(page.locator('table-filter')).toBeVisible();
    await expect(page.locator('html:not([data-filtering])')).toBeAttached();
    expect(await straysIn(page.locator('main'))).toEqual([]);
  }
});

test('what is copied of a code, and what is said of it', async ({ page }) => {
  await page.goto('en/codes/SVCSTG.SWR.4001048/');
  const menu = page.locator('.copy-menu').first();
  for (const button of await menu.locator('button').all()) {
    await menu.locator('summary').click();
    await button.click();
    await expect(button).toHaveAttribute('data-said', /[a-z]/u);
    await expect(page.locator('.sr-only[role=status]')).toHaveText(/[a-z]/u);
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.match(CHINESE)).toBeNull();
    if (text.includes('://')) expect(text).toContain('/en/codes/SVCSTG.SWR.4001048/');
    // It closes by itself.
    await expect(menu).not.toHaveAttribute('open');
  }
});

test('checker of names', async ({ page }) => {
  await page.goto('en/topics/naming/');
  const checker = page.locator('naming-checker');
  for (const name of ['', 'swr.cn-north-4.myhuaweicloud.com/Group/-a__b..c:-x', 'library']) {
    await checker.locator('[name=name]').fill(name);
    expect(await straysIn(checker)).toEqual([]);
  }
});

test('pages in Chinese speak Chinese', async ({ page }) => {
  await page.goto('codes/');
  await page.keyboard.press('Control+k');
  await page.locator('.search-dialog input').fill('SVCSTG.SWR.4040999');
  const explanation = page.locator('.search-dialog .explanation');
  await expect(explanation).toHaveText(/\p{Script=Han}/u);
  expect(await explanation.textContent()).not.toMatch(ENGLISH_SENTENCE);
});

test('the link to the other language keeps the question', async ({ page }) => {
  await page.goto('search/?q=1048');
  await page.getByRole('link', { name: 'English' }).first().click();
  await expect(page).toHaveURL(/\/en\/search\/\?q=1048$/u);
  await expect(page.locator('[data-results] a').first()).toHaveAttribute('href', /\/en\/codes\//u);
});
