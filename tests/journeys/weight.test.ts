/** What the first view of each kind of page costs. Bytes are counted as a host sends them: compressed with brotli. */
import { firstView, type Cost } from '../first-view.ts';
import { PAGE_KINDS, PAGES, type PageKind } from '../fixtures/page-kinds.ts';
import { expect, test } from './journey.ts';
import { layoutShift } from './layout-shift.ts';

type Budget = Readonly<Record<keyof Cost, number>>;

/** In bytes. Tables carry a row a code. */
const PAGE: Budget = { html: 10_000, css: 9_500, js: 5_000, total: 25_000, requests: 5 };
/** What is opened most: 18 KB. */
const CODE_PAGE: Budget = { ...PAGE, total: 18 * 1024 };
const TABLE: Budget = { ...PAGE, html: 18_000, total: 30_000 };
/**
 * Pages that do nothing without the look-up: its data and its script belong to the first view. Questions are answered in
 * both languages: the descriptions of the other one are 2,600 bytes of it.
 */
const LOOK_UP: Budget = { ...PAGE, js: 18_000, total: 42_600, requests: 16 };
const BUDGETS: Readonly<Record<PageKind, Budget>> = {
  home: PAGE,
  table: TABLE,
  code: CODE_PAGE,
  'code with the longest answer': CODE_PAGE,
  'observed code': CODE_PAGE,
  'listed code': CODE_PAGE,
  'retired code': CODE_PAGE,
  'status class': TABLE,
  status: PAGE,
  domain: PAGE,
  domains: PAGE,
  statuses: PAGE,
  topics: PAGE,
  topic: PAGE,
  messages: TABLE,
  'cause of a message': PAGE,
  'error body': PAGE,
  changes: PAGE,
  links: PAGE,
  search: LOOK_UP,
  // Its worker has a look-up of its own.
  decode: { ...LOOK_UP, js: 27_000, total: 50_000 },
  'nothing here': LOOK_UP,
  // What statuses mean; and in English, header and menu of another page.
  'unknown code': { ...LOOK_UP, total: 47_000 },
};

for (const [kind, address] of PAGES) {
  const budget = BUDGETS[kind];

  test(`first view of /${address}: its bytes, that nothing moves and nothing but one style sheet blocks`, async ({
    page,
  }) => {
    const cost = await firstView(page, address);
    test.info().annotations.push({ type: 'cost', description: JSON.stringify(cost) });
    expect.soft(cost.requests.length, cost.requests.join(' ')).toBeLessThanOrEqual(budget.requests);
    for (const part of ['html', 'css', 'js', 'total'] as const) {
      expect.soft(cost[part], `bytes of ${part}`).toBeLessThanOrEqual(budget[part]);
    }
    const shift = await layoutShift(page);
    const blocking = await page.evaluate(() => {
      const resources = performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
        renderBlockingStatus: string;
      })[];
      return resources
        .filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking')
        .map(({ initiatorType, name }) => `${initiatorType} ${new URL(name).pathname}`);
    });
    expect(shift).toBe(0);
    expect(blocking).toHaveLength(1);
    expect(blocking[0]).toMatch(/^link .*\.css$/);
  });
}

test('a table that arrives row by row keeps its columns where they are', async ({ page }) => {
  for (const address of [
    PAGE_KINDS.table,
    PAGE_KINDS['status class'],
    PAGE_KINDS.status,
    PAGE_KINDS.domain,
  ]) {
    await page.goto(address);
    const [all, first] = await page
      .locator('.code-table')
      .first()
      .evaluate((table) => {
        const rows = [...table.querySelectorAll('tbody tr')];
        const columns = () => [...(rows[0]?.children ?? [])].map((cell) => cell.getBoundingClientRect().x);
        const before = columns();
        for (const row of rows.slice(1)) row.remove();
        return [before, columns()];
      });
    expect(first, address).toEqual(all);
  }
});

test('the next page is there before it is asked for', async ({ page }) => {
  // A machine without a network calls itself offline, and then nothing is fetched ahead.
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'onLine', { get: () => true }));
  await page.goto('codes/SVCSTG.SWR.4001048/');
  const next = page.getByRole('link', { name: /下一个/ });
  const address = await next.getAttribute('href');
  const fetched = page.waitForResponse((response) => new URL(response.url()).pathname === address);
  await next.hover();
  await (await fetched).finished();
  await next.click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  const bytes = await page.evaluate(
    () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).transferSize,
  );
  // Browsers report 300 bytes for the headers of what they have asked for again and got from their cache.
  expect(bytes, 'bytes over the network').toBeLessThanOrEqual(300);
});
