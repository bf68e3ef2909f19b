/** What the Content Security Policy refuses, and that it refuses nothing that the site needs. */
import { PAGE_KINDS } from '../fixtures/page-kinds.ts';
import { expect, POLICY, test } from './journey.ts';
import { inParallel } from './in-parallel.ts';

const REFUSED = 'executing inline script';

test.describe('what does not belong to the page does not run', () => {
  // These journeys provoke what the others must not see.
  test.use({ noRefusal: undefined });

  for (const address of ['', 'codes/SVCSTG.SWR.4001048/', 'codes/', '404.html']) {
    test(`on /${address}`, async ({ page }) => {
      const refusals: string[] = [];
      page.on('console', (message) => refusals.push(message.text()));
      await page.goto(address);
      const ran = await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.documentElement.dataset.pwned = "yes"';
        document.body.append(script);
        const image = document.createElement('img');
        image.setAttribute('onerror', 'document.documentElement.dataset.pwned = "yes"');
        image.src = 'no-such-picture';
        document.body.append(image);
        return new Promise<string | undefined>((resolve) =>
          setTimeout(() => resolve(document.documentElement.dataset['pwned']), 300),
        );
      });
      expect(ran).toBeUndefined();
      expect(refusals.some((text) => text.toLowerCase().includes(REFUSED))).toBe(true);
      expect(
        refusals.some((text) => text.includes(POLICY)),
        'what every journey looks for',
      ).toBe(true);
    });
  }
});

// Every journey fails when the policy refuses something (see journey.ts); these go where a page could need something.
test.describe('the policy refuses nothing that the site needs', () => {
  test('on any kind of page', async ({ context }) => {
    await inParallel(context, Object.values(PAGE_KINDS), async (page, address) => {
      await page.goto(address, { waitUntil: 'networkidle' });
    });
  });

  test('in the search dialog and its full text', async ({ page }) => {
    await page.goto('codes/SVCSTG.SWR.4001048/');
    await page.keyboard.press('Control+k');
    await page.locator('dialog input[role=combobox]').fill('长期有效登录指令');
    await expect(page.locator('dialog [role=option]').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.locator('main h1')).toBeVisible();
    await page.goto('search/?q=长期有效登录指令');
    await expect(page.locator('search-page [data-results] a').first()).toBeVisible();
  });

  test('in the decoder and its worker', async ({ page }) => {
    await page.goto('decode/');
    await page.locator('#decode-input').fill('docker push: SVCSTG.SWR.4001048 SVCSTG.SWR.4039999');
    await expect(page.locator('decode-box [data-results] > li')).toHaveCount(3);
  });

  test('in filters, menus, colours, copying and forwarding', async ({ page, context, siteUrl }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(siteUrl).origin,
    });
    await page.goto('codes/');
    await page.getByLabel('HTTP 状态').selectOption('404');
    await page.locator('theme-select select').first().selectOption('dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.goto('codes/4001048');
    await expect(page.locator('h1')).toContainText('4001048');
    await page.locator('.copy-menu > summary').click();
    await page.getByRole('button', { name: '复制错误码' }).click();
    await expect(page.getByRole('status').filter({ hasText: '已复制' })).toBeAttached();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: '菜单' }).click();
    await expect(page.locator('.sidebar-list').first()).toBeVisible();
  });
});
