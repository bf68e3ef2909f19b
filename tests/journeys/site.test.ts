import { PAGES } from '../fixtures/page-kinds.ts';
import { expect, test } from './journey.ts';
import { layoutShift } from './layout-shift.ts';
import { countOf, documentedOf, isOf } from './counts.ts';

const CODE = 'SVCSTG.SWR.4001048';

test('a pasted address opens the page of that code', async ({ page }) => {
  const response = await page.goto(`codes/${CODE}/`);
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(CODE);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('获取token失败。');
  await expect(page.locator('#meaning')).toBeVisible();
});

test('from the home page through a cell of the matrix to a code', async ({ page }) => {
  await page.goto('');
  await page
    .getByRole('link', { name: `组织，HTTP 409：${documentedOf(isOf(409, 'org'))} 个错误码` })
    .click();
  await expect(page).toHaveURL(/domains\/org\/#409$/);
  await expect(page.locator(':target')).toBeInViewport();
  const rows = page.locator('section:has(:target) .code-table tbody tr:visible');
  await expect(rows).toHaveCount(documentedOf(isOf(409, 'org')));
  await rows.getByRole('link', { name: 'SVCSTG.SWR.4090060' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('组织已存在。');
});

test('the home page, whose menu is there on phones only, leads to every tool, topic and list', async ({
  page,
}) => {
  await page.goto('topics/auth/');
  const addresses = (scope: string) =>
    page
      .locator(`${scope} a:not([hreflang])`)
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const menu = await addresses('nav.sidebar');
  await page.goto('');
  const home = new Set(await addresses(':is(main, header.header)'));
  expect(menu.filter((address) => !home.has(address) && !address.startsWith('/status/'))).toEqual([]);
  expect(menu.length).toBeGreaterThan(25);
});

test('on a phone the home page has the menu', async ({ page }) => {
  await page.goto('');
  await expect(page.locator('nav.sidebar')).toBeHidden();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: '菜单' }).click();
  await page.locator('nav.sidebar').getByRole('link', { name: '解读工单和日志' }).click();
  await expect(page).toHaveURL(/\/decode\/$/);
});

test.describe('the menu on the page of a code', () => {
  test('marks the domain, the status and the code, which is in view', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 400 });
    await page.goto('codes/SVCSTG.SWR.4031042/');
    const menu = page.locator('nav.sidebar');
    await expect(menu.locator('[aria-current=true]')).toHaveText([/请求与参数/, /403 禁止访问/]);
    await expect(menu.locator('[aria-current=page]')).toContainText('4031042');
    await expect(menu.locator('[aria-current=page]')).toBeInViewport();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await menu.locator('.siblings a').count()).toBeLessThanOrEqual(13);
    await menu.getByRole('link', { name: `全部 ${documentedOf(isOf(undefined, 'request'))} 个` }).click();
    await expect(page).toHaveURL(/\/domains\/request\/$/);
  });

  test('counts codes in words for those who hear it', async ({ page }) => {
    await page.goto('codes/SVCSTG.SWR.4039002/');
    await expect(
      page
        .locator('nav.sidebar')
        .getByRole('link', { name: `组织 ${documentedOf(isOf(undefined, 'org'))} 个`, exact: true }),
    ).toBeVisible();
  });

  test('shows the entry of every other page, too, however low the window', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 400 });
    for (const address of ['topics/naming/', 'topics/support/', 'error-body/', 'links/', 'changes/']) {
      await page.goto(address);
      await expect(page.locator('nav.sidebar [aria-current=page]'), address).toBeInViewport({ ratio: 1 });
    }
  });

  test('shows the entry of the page on a phone, too', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 500 });
    await page.goto('codes/SVCSTG.SWR.4039002/');
    await page.getByRole('button', { name: '菜单' }).click();
    await expect(page.locator('nav.sidebar [aria-current=page]')).toBeInViewport();
  });
});

test('the header names the code once the title is out of sight', async ({ page }) => {
  for (const width of [1440, 800, 390]) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto('codes/SVCSTG.SWR.4039002/');
    const name = page.locator('.header-code');
    await expect(name).toHaveCount(0);
    await page.evaluate(() => scrollTo(0, 1500));
    await expect(name).toBeVisible();
    await expect(name).toContainText('4039002');
    expect(await layoutShift(page)).toBe(0);
    await name.click();
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    await expect(name).toHaveCount(0);
  }
});

test('above a code stands where it belongs', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.4039002/');
  const places = page.getByRole('navigation', { name: '所在位置' }).getByRole('link');
  await expect(places).toHaveText(['资源领域', '鉴权与权限', 'HTTP 403']);
  await places.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('资源领域');
});

test('the matrix is seen whole, on a phone, on a tablet, and in English', async ({ page }) => {
  for (const address of ['', 'en/']) {
    await page.goto(address);
    for (const width of [360, 768, 900, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const [content, frame] = await page
        .locator('.table-scroll')
        .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
      expect.soft(content, `/${address} at ${width} px`).toBe(frame);
    }
  }
});

test('from a group in the sidebar to a code', async ({ page }) => {
  await page.goto(`codes/${CODE}/`);
  await page.locator('nav.sidebar').getByRole('link', { name: '404 未找到' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('404');
  await page.getByRole('link', { name: 'SVCSTG.SWR.4040010' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('镜像不存在。');
});

test('filters can be shared, and the back button takes them back', async ({ page, context }) => {
  await page.goto('codes/');
  const rows = page.locator('.code-table tbody tr:visible');
  await expect(rows).toHaveCount(countOf());
  await page.getByLabel('HTTP 状态').selectOption('404');
  await expect(rows).toHaveCount(countOf(isOf(404)));
  await page.getByLabel('资源领域').selectOption('image');
  await expect(rows).toHaveCount(countOf(isOf(404, 'image')));
  await page.getByLabel('文字').fill('镜像版本');
  await expect(rows.filter({ hasText: '镜像版本' }).first()).toBeVisible();
  await expect(rows.filter({ hasNotText: '镜像版本' })).toHaveCount(0);
  const count = await rows.count();
  await expect(page.getByRole('status')).toHaveText(`${countOf()} 个中的 ${count} 个`);

  const shared = await context.newPage();
  await shared.goto(page.url());
  await expect(shared.locator('.code-table tbody tr:visible')).toHaveCount(count);
  await expect(shared.getByLabel('HTTP 状态')).toHaveValue('404');

  await page.goBack();
  await expect(page.getByLabel('资源领域')).toHaveValue('');
  await expect(rows).toHaveCount(countOf(isOf(404)));
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(rows).toHaveCount(countOf());
});

test('code and link are copied', async ({ page, context, siteUrl }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(siteUrl).origin });
  await page.goto(`codes/${CODE}/`);
  const menu = page.locator('.copy-menu > summary');
  await menu.click();
  await page.getByRole('button', { name: '复制错误码' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已复制' })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CODE);
  await page.getByRole('button', { name: '复制链接' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(new RegExp(`/codes/${CODE}/$`));
});

test('without a secure context a code is copied, too, and a refusal is told', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(`codes/${CODE}/`);
  const menu = page.locator('.copy-menu > summary');
  await menu.click();
  // It says within itself what came of it, so its name changes.
  const button = page.locator(`.copy-button[data-text="${CODE}"]`);
  await button.click();
  await expect(page.getByRole('status').filter({ hasText: '已复制' })).toBeAttached();
  await expect(button).toBeFocused();
  await page.evaluate(() => {
    const field = document.createElement('input');
    document.body.prepend(field);
    field.focus();
  });
  await page.keyboard.press('Control+V');
  await expect(page.locator('input:focus')).toHaveValue(CODE);
  await page.evaluate(() => Object.defineProperty(document, 'execCommand', { value: () => false }));
  if (!(await button.isVisible())) await menu.click();
  await button.click();
  await expect(page.getByRole('status').filter({ hasText: '请手动复制' })).toBeAttached();
});

test('an address that leads nowhere says so and keeps the visitor', async ({ page }) => {
  const response = await page.goto('no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a cell of the matrix leads to its codes, and the chips of the domain to the others', async ({
    page,
  }) => {
    await page.goto('');
    await page
      .getByRole('link', { name: `镜像，HTTP 404：${documentedOf(isOf(404, 'image'))} 个错误码` })
      .click();
    await expect(page.locator(':target')).toContainText('404');
    await expect(page.locator('section:has(:target) tbody tr')).toHaveCount(documentedOf(isOf(404, 'image')));
    await page.getByRole('list', { name: '各个状态' }).getByRole('link', { name: /^500 / }).click();
    await expect(page.locator('section:has(:target) tbody tr')).toHaveCount(documentedOf(isOf(500, 'image')));
  });

  test('the table is complete and a code can be read', async ({ page }) => {
    await page.goto('codes/');
    await expect(page.locator('.code-table tbody tr:visible')).toHaveCount(countOf());
    await expect(page.locator('table-filter')).toBeHidden();
    await page.getByRole('link', { name: CODE }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('获取token失败。');
    await expect(page.locator('.section-heading:has(#steps) ~ ol').first()).toBeVisible();
    await expect(page.getByRole('button', { name: '复制错误码' })).toBeHidden();
  });

  for (const [colorScheme, colours] of [
    ['light', { background: 'rgb(255, 255, 255)', ink: 'rgb(47, 61, 66)' }],
    ['dark', { background: 'rgb(18, 25, 27)', ink: 'rgb(195, 205, 209)' }],
  ] as const) {
    test(`colours are ${colorScheme} where the system says so`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`codes/${CODE}/`);
      const seen = await page.locator('body').evaluate((body) => {
        const { backgroundColor, color } = getComputedStyle(body);
        return {
          background: backgroundColor,
          ink: color,
          scheme: getComputedStyle(document.documentElement).colorScheme,
        };
      });
      expect(seen).toEqual({ ...colours, scheme: 'light dark' });
    });
  }

  test('nothing on a page has another colour than with JavaScript', async ({ page, browser, siteUrl }) => {
    const other = await browser.newPage({ baseURL: siteUrl, javaScriptEnabled: true });
    for (const colorScheme of ['light', 'dark'] as const) {
      const [without = [], together] = await Promise.all(
        [page, other].map(async (each) => {
          await each.emulateMedia({ colorScheme });
          await each.goto(`codes/${CODE}/`);
          return each.locator('body *').evaluateAll((all) =>
            all.map((element) => {
              const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
              return `${element.tagName} ${color} ${backgroundColor} ${borderTopColor}`;
            }),
          );
        }),
      );
      expect(without.length).toBeGreaterThan(100);
      expect(without).toEqual(together);
    }
    await other.close();
  });

  test('every kind of page is read, and offers nothing that would not work', async ({ page }) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      for (const [, address] of PAGES) {
        await page.goto(address);
        await expect(page.locator('main h1').first(), address).toBeVisible();
        const idle = page.locator('button:not([popovertarget]), select, input, textarea');
        expect(
          await idle.filter({ visible: true }).evaluateAll((all) => all.map(({ outerHTML }) => outerHTML)),
          address,
        ).toEqual([]);
      }
    }
  });
});

test('a page can be reported to be wrong, with a text that names it', async ({ page, context, siteUrl }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(siteUrl).origin });
  for (const address of ['', `codes/${CODE}/`, 'topics/auth/', 'decode/']) {
    await page.goto(address);
    const report = page.locator('.page-report');
    await expect(report.locator('pre')).toBeHidden();
    await report.getByText('这页有错？').click();
    const text = await report.locator('pre').textContent();
    expect(text).toMatch(new RegExp(`^页面：.+\n地址：http.+/${address}\n哪里不对：\n`));
    await report.locator('.code-block').hover();
    await report.getByRole('button', { name: '复制' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  }
});

test('a page of the site is fetched ahead once somebody stays on a link to it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`codes/${CODE}/`);
  const pages = () => asked.filter((path) => !path.startsWith('/_astro/'));
  const place = page.getByRole('navigation', { name: '所在位置' });
  await place.getByRole('link', { name: '鉴权与权限' }).hover();
  await expect.poll(() => asked).toContain('/domains/auth/');
  await place.getByRole('link', { name: 'HTTP 400' }).focus();
  await expect.poll(() => asked).toContain('/status/400/');
  const before = pages();
  await page.getByRole('link', { name: 'codes.json' }).hover();
  await place.getByRole('link', { name: '鉴权与权限' }).hover();
  await page.waitForTimeout(300);
  expect(pages()).toEqual(before);
});
