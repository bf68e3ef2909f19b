/** What the first view of each kind of page costs. Bytes are counted as a host sends them: compressed with brotli. */
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

interface Budget {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly total: number;
  readonly requests: number;
}

/** In bytes. A page of a code is promised to stay below 25 KB and 5 requests; tables carry a row a code. */
const CODE_PAGE: Budget = { html: 10_000, css: 9_500, js: 5_000, total: 25_000, requests: 5 };
const TABLE: Budget = { ...CODE_PAGE, html: 18_000, total: 30_000 };
const BUDGETS: Readonly<Record<string, Budget>> = {
  '': CODE_PAGE,
  'codes/': TABLE,
  'codes/SVCSTG.SWR.4001048/': CODE_PAGE,
  'codes/SVCSTG.SWR.5001076/': CODE_PAGE,
  'status/4xx/': TABLE,
  'status/404/': CODE_PAGE,
  'domains/image/': CODE_PAGE,
  'error-body/': CODE_PAGE,
};

interface Cost {
  html: number;
  css: number;
  js: number;
  total: number;
  addresses: string[];
}

const KINDS: Readonly<Record<string, 'html' | 'css' | 'js'>> = {
  document: 'html',
  stylesheet: 'css',
  script: 'js',
};

/** Loads a page until nothing more is asked for, and adds up what came. */
async function firstView(page: Page, address: string): Promise<Cost> {
  const cost: Cost = { html: 0, css: 0, js: 0, total: 0, addresses: [] };
  const bodies: Promise<void>[] = [];
  const count = async (type: string, body: Promise<Buffer>) => {
    const bytes = brotliCompressSync(await body).length;
    cost.total += bytes;
    const kind = KINDS[type];
    if (kind) cost[kind] += bytes;
  };
  page.on('response', (response) => {
    if (new URL(response.url()).protocol === 'data:') return;
    cost.addresses.push(new URL(response.url()).pathname);
    bodies.push(count(response.request().resourceType(), response.body()));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await Promise.all(bodies);
  return cost;
}

for (const [address, budget] of Object.entries(BUDGETS)) {
  test(`first view of /${address}`, async ({ page }) => {
    const cost = await firstView(page, address);
    // Chromium asks for the icon behind the back of the page's own requests.
    const requests = new Set([...cost.addresses, '/favicon.svg']);
    expect(requests.size, [...requests].join(' ')).toBeLessThanOrEqual(budget.requests);
    for (const kind of ['html', 'css', 'js', 'total'] as const) {
      expect(cost[kind], `bytes of ${kind}`).toBeLessThanOrEqual(budget[kind]);
    }
    test.info().annotations.push({ type: 'cost', description: JSON.stringify(cost) });
  });

  test(`nothing moves and nothing but one style sheet blocks /${address}`, async ({ page }) => {
    await page.goto(address, { waitUntil: 'networkidle' });
    const { shift, blocking } = await page.evaluate(async () => {
      const shift = await new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 200);
      });
      const resources = performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
        renderBlockingStatus: string;
      })[];
      return {
        shift,
        blocking: resources
          .filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking')
          .map(({ initiatorType, name }) => `${initiatorType} ${new URL(name).pathname}`),
      };
    });
    expect(shift).toBe(0);
    expect(blocking).toHaveLength(1);
    expect(blocking[0]).toMatch(/^link .*\.css$/);
  });
}

test('the next page is there before it is asked for', async ({ page }) => {
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
