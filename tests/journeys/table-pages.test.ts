/** A table too long for one page. The site has none, so its own is cut: a hundred rows, and a second page with the rest. */
import type { Page } from '@playwright/test';
import { strings } from '../../src/i18n/index.ts';
import { expect, test } from './journey.ts';

const words = strings('zh-CN').table;

async function cutTable(page: Page, secondPage: 'is there' | 'is gone'): Promise<void> {
  await page.route(/\/codes\/(?:page\/2\/)?(?:\?.*)?$/u, async (route) => {
    const url = new URL(route.request().url());
    const second = url.pathname.replace(/(?:page\/2\/)?$/u, 'page/2/');
    if (url.pathname === second && secondPage === 'is gone') return route.abort();
    const response = await route.fetch({
      url: new URL('../'.repeat(url.pathname === second ? 2 : 0) || '.', url).href,
    });
    const html = await response.text();
    const rows = html.match(/<tr data-status.*?<\/tr>/gsu) ?? [];
    const cut = url.pathname === second ? rows.slice(100) : rows.slice(0, 100);
    const paged =
      `<table-filter data-total="${rows.length}" data-others='${JSON.stringify([second])}' ` +
      `data-most="${words.shownMost}" data-failed="${words.failed}" `;
    await route.fulfill({
      response,
      body: html.replace(rows.join(''), () => cut.join('')).replace('<table-filter ', paged),
    });
  });
}

test('a filter sees the rows of all pages, and the pages come back without it', async ({ page }) => {
  await cutTable(page, 'is there');
  await page.goto('codes/');
  const rows = page.locator('.code-table tbody tr:visible');
  const status = page.locator('table-filter [role=status]');
  await expect(rows).toHaveCount(100);
  await expect(status).toHaveText('共 188 个错误码');
  await page.getByLabel('HTTP 状态').selectOption('404');
  await expect(rows).toHaveCount(17);
  await expect(status).toHaveText('188 个中的 17 个');
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(rows).toHaveCount(100);
  await expect(status).toHaveText('共 188 个错误码');
});

test('a shared filter holds for all pages at once', async ({ page }) => {
  await cutTable(page, 'is there');
  await page.goto('codes/?status=404&domain=image');
  await expect(page.locator('.code-table tbody tr:visible')).toHaveCount(9);
});

test('without the other pages the filter says what it saw', async ({ page }) => {
  await cutTable(page, 'is gone');
  await page.goto('codes/?status=404');
  await expect(page.locator('table-filter [role=status]')).toHaveText(words.failed);
});
