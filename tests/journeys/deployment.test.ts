/** A page that was open while the site was deployed anew: files that belong to it are gone, and it says so or does without. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

const CODE = 'SVCSTG.SWR.4001048';
const MISSING = /没有加载成功.*请重新加载页面/u;

/** From now on these files are answered with an error. */
async function lose(page: Page, files: RegExp, status = 404): Promise<void> {
  await page.route(files, (route) => route.fulfill({ status, body: 'gone', contentType: 'text/html' }));
}

const dialog = (page: Page) => page.getByRole('dialog');
const field = (page: Page) => dialog(page).locator('input');

async function openDialog(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: '搜索错误码' })).toBeFocused();
}

/** One sentence is said, and the table that it offers is there. */
async function expectMissing(page: Page, within = page.locator('body')): Promise<void> {
  const said = within.getByRole('alert');
  await expect(said).toHaveText(MISSING, { timeout: 10_000 });
  await said.getByRole('link', { name: '全部错误码' }).click();
  await expect(page).toHaveURL(/\/codes\/$/);
}

test('without the script of the dialog, Enter leads to the answer', async ({ page }) => {
  await page.goto(`codes/${CODE}/`);
  await lose(page, /_astro\/dialog\./);
  await page.keyboard.press('Control+k');
  await field(page).fill('1048');
  await expect(dialog(page).getByRole('alert')).toHaveText(MISSING);
  await field(page).press('Enter');
  await expect(page.locator('search-page [data-results] a').first()).toContainText(CODE);
});

for (const status of [404, 503]) {
  test(`look-up data that are answered with ${status}: the dialog offers the table`, async ({ page }) => {
    await page.goto(`codes/${CODE}/`);
    await lose(page, /\/lookup\//, status);
    await openDialog(page);
    await field(page).fill('1048');
    await expectMissing(page, dialog(page));
  });

  test(`look-up data that are answered with ${status}: the search page offers the table`, async ({
    page,
  }) => {
    await lose(page, /\/lookup\//, status);
    await page.goto('search/?q=1048');
    await expectMissing(page);
  });

  test(`look-up data that are answered with ${status}: the decoder offers the table`, async ({ page }) => {
    await lose(page, /\/lookup\//, status);
    await page.goto('decode/');
    await expectMissing(page);
  });
}

test('without the look-up data, Enter leads to the search page, which is fetched anew', async ({ page }) => {
  await page.goto(`codes/${CODE}/`);
  await lose(page, /\/lookup\//);
  await openDialog(page);
  await field(page).fill('1048');
  await expect(dialog(page).getByRole('alert')).toHaveText(MISSING);
  await page.unroute(/\/lookup\//);
  await field(page).press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=1048$/);
});

test('what cannot be explained is not passed over', async ({ page }) => {
  await page.goto(`codes/${CODE}/`);
  await lose(page, /_astro\/explanations\./);
  await openDialog(page);
  await field(page).fill('SVCSTG.SWR.4040999');
  await expectMissing(page, dialog(page));
});

for (const files of [/\/pagefind\//, /_astro\/full-text\./]) {
  test(`without full text (${files.source}) the dialog claims no "nothing found"`, async ({ page }) => {
    await page.goto(`codes/${CODE}/`);
    await lose(page, files, 503);
    await openDialog(page);
    await field(page).fill('asdfqwer');
    await expect(dialog(page).getByRole('alert')).toHaveText(MISSING);
    await expect(dialog(page).locator('[data-empty]')).toHaveCount(0);
    await expectMissing(page, dialog(page));
  });
}

test('without full text the search page claims no "nothing found"', async ({ page }) => {
  await lose(page, /\/pagefind\//);
  await page.goto('search/?q=asdfqwer');
  await expect(page.getByRole('alert')).toHaveText(MISSING);
  await expect(page.locator('[data-empty]')).toHaveCount(0);
  await expect(page.locator('search-page').getByRole('status')).toBeEmpty();
  await expectMissing(page);
});

test('without the causes behind lines of clients, the gap is told', async ({ page }) => {
  await lose(page, /\/lookup\/[^/]+\/_causes\.json/);
  await page.goto(`search/?${new URLSearchParams({ q: 'x509: certificate signed by unknown authority' })}`);
  await expect(page.getByRole('alert')).toHaveText(MISSING);
});

test('the decoder tells that its worker is missing', async ({ page }) => {
  await lose(page, /_astro\/decode-worker/);
  await page.goto('decode/');
  await expectMissing(page);
});

test('a decoder that was opened before tells what is missing, and works once it is there', async ({
  page,
}) => {
  await page.goto('decode/');
  await expect(page.locator('#decode-input')).toBeEnabled();
  await lose(page, /\/lookup\/[^/]+\/_causes\.json/);
  await page.locator('#decode-input').fill('SVCSTG.SWR.4001048');
  await expect(page.locator('decode-box').getByRole('alert')).toHaveText(MISSING);
  await page.unroute(/\/lookup\/[^/]+\/_causes\.json/);
  await page.locator('#decode-input').fill('SVCSTG.SWR.4001031');
  await expect(page.locator('ol[data-results] > li > a')).toHaveText(['SVCSTG.SWR.4001031']);
  await expect(page.locator('decode-box').getByRole('alert')).toBeHidden();
});

for (const address of ['search/?q=1048', 'decode/']) {
  test(`/${address} offers the table where no script comes`, async ({ page }) => {
    await lose(page, /\.js$/);
    await page.goto(address);
    await expectMissing(page);
  });
}

test('the page for a missing address offers the table where no script comes', async ({ page }) => {
  await lose(page, /\.js$/);
  await page.goto('codes/4001048/');
  const table = page.locator('not-found .otherwise').getByRole('link', { name: '全部错误码' });
  await expect(table).toBeVisible({ timeout: 10_000 });
});

test('the next page needs nothing of the open one', async ({ page }) => {
  await page.goto(`codes/${CODE}/`);
  await lose(page, /\/(?:_astro|lookup|pagefind)\//);
  await page.locator('a[rel=next]').click();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText(CODE);
});
