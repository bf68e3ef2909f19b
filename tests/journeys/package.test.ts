/** The release archive: its folder `site/` is all that a person needs, with any static server. */
import { PAGE_KINDS } from '../fixtures/page-kinds.ts';
import { expect, test } from './journey.ts';
import { byState } from './counts.ts';
import { inParallel } from './in-parallel.ts';

const CODE = 'SVCSTG.SWR.4001048';
/** What a server that knows no 404.html answers with a page of its own. */
const NOT_A_FILE: readonly string[] = ['unknown code'];

// One server for all: packing takes longer than the journeys.
test.describe.configure({ mode: 'default' });

test('every kind of page is there', async ({ context }) => {
  const kinds = Object.entries(PAGE_KINDS).filter(([kind]) => !NOT_A_FILE.includes(kind));
  await inParallel(context, kinds, async (page, [kind, address]) => {
    const response = await page.goto(address, { waitUntil: 'networkidle' });
    expect(response?.status(), kind).toBe(200);
    await expect(page.locator('main h1'), kind).toBeVisible();
  });
});

test('from the home page through search to a code, and on to its group', async ({ page, siteUrl }) => {
  await page.goto('');
  await page.keyboard.press('Control+k');
  await page.locator('dialog input[role=combobox]').fill('1048');
  await page.locator('dialog').getByRole('option', { name: CODE }).click();
  await expect(page).toHaveURL(`${siteUrl}codes/${CODE}/`);
  await page.locator('nav.sidebar').getByRole('link', { name: '404 未找到' }).click();
  await expect(page).toHaveURL(`${siteUrl}status/404/`);
});

test('full text finds a topic', async ({ page }) => {
  await page.goto('search/?q=长期有效登录指令');
  const topic = page.locator('search-page [data-results] a[href*="/topics/"]');
  await expect(topic.first()).toContainText('登录');
});

test('a ticket is decoded', async ({ page }) => {
  await page.goto('decode/');
  await page.locator('#decode-input').fill(`docker push: ${CODE}`);
  await expect(page.locator('decode-box [data-results] > li > a').first()).toHaveText(CODE);
});

test('programs get their data', async ({ request }) => {
  const { codes } = (await (await request.get('codes.json')).json()) as { codes: unknown[] };
  expect(codes).toHaveLength(byState()['documented'] ?? 0);
});
