/** The table of all codes: its filters, its order, its rows. */
import type { Page } from '@playwright/test';
import { layoutShift } from './layout-shift.ts';
import { expect, test } from './journey.ts';

const visibleRows = (page: Page) => page.locator('.code-table tbody tr:visible');

test('rows that the address filters out are never seen, and nothing moves', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('codes/?status=404&domain=image', { waitUntil: 'commit' });
  await expect(page.locator('table-filter')).toBeVisible();
  await expect(page.locator('footer')).toBeAttached();
  await expect(visibleRows(page)).toHaveCount(0);
  release();
  await expect(visibleRows(page)).toHaveCount(9);
  await expect(page.locator('footer')).toBeVisible();
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.02);
});

test('rows that wait for a filter whose script never comes are shown', async ({ page }) => {
  await page.route('**/*.js', () => new Promise(() => undefined));
  await page.clock.install();
  await page.goto('codes/?status=404', { waitUntil: 'commit' });
  await expect(page.locator('footer')).toBeAttached();
  await expect(visibleRows(page)).toHaveCount(0);
  await page.clock.runFor(5000);
  await expect(visibleRows(page)).not.toHaveCount(0);
});
