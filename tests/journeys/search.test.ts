import type { Page } from '@playwright/test';
import { Weight } from '../weight.ts';
import { countOf } from './counts.ts';
import { expect, test } from './journey.ts';

const CODE = 'SVCSTG.SWR.4001048';
const field = (page: Page) => page.getByRole('combobox', { name: '搜索错误码' });
const options = (page: Page) => page.getByRole('listbox', { name: '搜索结果' }).getByRole('option');
const status = (page: Page) => page.getByRole('dialog').getByRole('status');

async function openDialog(page: Page): Promise<void> {
  await page.goto(`codes/${CODE}/`);
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
}

async function search(page: Page, text: string, filter: Record<string, string> = {}): Promise<void> {
  await page.goto(`search/?${new URLSearchParams({ q: text, ...filter })}`);
  await page.locator('ol[data-results][data-ready]').waitFor({ state: 'attached' });
}

test('examples stand where nothing is asked yet, and each of them finds something', async ({ page }) => {
  await page.goto('search/');
  const examples = page.getByRole('list', { name: '例如' }).getByRole('link');
  const texts = await examples.allTextContents();
  expect(texts.length).toBeGreaterThan(2);
  for (const text of texts) {
    await page.goto('search/');
    await page.getByRole('link', { name: text, exact: true }).click();
    await expect(page.locator('search-page [data-results] a').first()).toBeVisible();
    await expect(page.locator('search-page input')).toHaveValue(text);
    await expect(examples.first()).toBeHidden();
  }
});

/** Files that come only when they are let go. */
async function hold(page: Page, files: RegExp): Promise<{ release: () => void }> {
  const held = Promise.withResolvers<undefined>();
  await page.route(files, async (route) => {
    await held.promise;
    await route.continue();
  });
  return { release: () => held.resolve(undefined) };
}

test.describe('dialog', () => {
  test('Ctrl+K, the last four digits, Enter', async ({ page }) => {
    await page.goto('');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('1048');
    await expect(options(page)).toHaveCount(1);
    await expect(options(page)).toContainText(`${CODE}获取token失败。400鉴权与权限`);
    await expect(options(page)).toContainText('调用方 修改后重试 请求到了 SWR，但里面没有可用的令牌。');
    await expect(options(page).locator('mark')).toHaveText('1048');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/codes/${CODE}/$`));
  });

  test('Enter waits for the answer to what was typed, however fast', async ({ page }) => {
    await page.goto('');
    await page.keyboard.press('/');
    await field(page).or(page.getByRole('dialog').getByRole('textbox')).fill('SVCSTG_SWR_4090006');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/(?:\/codes\/SVCSTG\.SWR\.4090006\/|\/search\/\?q=SVCSTG_SWR_4090006)$/);
  });

  test('arrow keys choose, and go round', async ({ page }) => {
    await openDialog(page);
    await field(page).fill('组织不存在');
    await expect(options(page).first()).toContainText('SVCSTG.SWR.4040058');
    await page.keyboard.press('ArrowDown');
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
    const first = await options(page).first().getAttribute('id');
    await expect(field(page)).toHaveAttribute('aria-activedescendant', first ?? '');
    await page.keyboard.press('ArrowUp');
    await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
    await page.keyboard.press('ArrowUp');
    await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/codes\/SVCSTG\.SWR\.4041061\/$/);
  });

  test('Escape closes it and gives the focus back; Tab stays inside', async ({ page }) => {
    await page.goto(`codes/${CODE}/`);
    const opener = page.getByRole('button', { name: '搜索错误码' });
    await opener.click();
    await expect(field(page)).toBeFocused();
    await field(page).fill('1048');
    await expect(options(page)).toHaveCount(1);
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press('Tab');
      const isOutside = await page.evaluate(
        () => document.activeElement !== document.body && !document.activeElement?.closest('dialog'),
      );
      expect(isOutside).toBe(false);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test('before anything is typed, it leads nowhere', async ({ page }) => {
    await openDialog(page);
    await expect(status(page)).toContainText('最后四位数字');
    await expect(page.getByRole('dialog').getByText('在搜索页查看全部结果')).toBeHidden();
    await field(page).fill('1048');
    await expect(page.getByRole('dialog').getByText('在搜索页查看全部结果')).toBeVisible();
  });

  test('a slash typed into a field stays a slash', async ({ page }) => {
    await page.goto('codes/');
    await page.getByLabel('文字').press('/');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByLabel('文字')).toHaveValue('/');
  });

  test('the number of results is said, and filters narrow them', async ({ page }) => {
    await openDialog(page);
    await field(page).fill('镜像已存在');
    await expect(status(page)).toHaveText(/^\d+ 个结果$/);
    const total = await options(page).count();
    await page.getByRole('dialog').getByLabel('按 HTTP 状态筛选').selectOption('409');
    await expect(status(page)).toHaveText(/^\d+ 个结果中的 \d+ 个$/);
    expect(await options(page).count()).toBeLessThan(total);
    for (const option of await options(page).all()) await expect(option).toContainText('409');
  });

  test('a word that is still being composed is not searched for', async ({ page }) => {
    await openDialog(page);
    const client = await page.context().newCDPSession(page);
    const weight = new Weight(page);
    await client.send('Input.imeSetComposition', {
      text: 'jing xiang',
      selectionStart: 10,
      selectionEnd: 10,
    });
    await expect(field(page)).toHaveValue('jing xiang');
    await page.waitForTimeout(500);
    await expect(options(page)).toHaveCount(0);
    expect(weight.paths.filter((path) => path.includes('pagefind'))).toEqual([]);
    await client.send('Input.insertText', { text: '镜像已存在' });
    await expect(options(page).first()).toContainText('SVCSTG.SWR.4090006');
  });

  test('an unknown code is named as such, and its neighbours are no results', async ({ page }) => {
    await openDialog(page);
    await field(page).fill('SVCSTG.SWR.4040999');
    const unknown = page.locator('dialog [data-unknown-code="SVCSTG.SWR.4040999"]');
    await expect(unknown.locator('.facts')).toContainText('404 未找到');
    await expect(unknown.locator('[data-neighbours] a').first()).toContainText('SVCSTG.SWR.404');
    await expect(options(page)).toHaveCount(0);
    await expect(status(page)).toHaveText('1 个错误码未收录');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=SVCSTG\.SWR\.4040999/);
  });

  test('a pasted body keeps its gaps', async ({ page, context, siteUrl }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(siteUrl).origin,
    });
    await openDialog(page);
    await page.evaluate(() => navigator.clipboard.writeText('SVCSTG.SWR.4090006\n4060012\r\n\n镜像'));
    await page.keyboard.press('Control+v');
    await expect(field(page)).toHaveValue('SVCSTG.SWR.4090006 4060012 镜像');
    await expect(options(page)).toHaveCount(2);
  });

  test('what is typed stays text', async ({ page }) => {
    await openDialog(page);
    await field(page).fill('<img src=x onerror=alert(1)> SVCSTG.SWR.4040999 <b>');
    await expect(page.locator('dialog [data-unknown-code]')).toBeVisible();
    await field(page).fill('<img src=x onerror=alert(1)>');
    await expect(page.locator('dialog [data-empty]')).toContainText('<img src=x onerror=alert(1)>');
    await expect(page.locator('dialog :is(img, b)')).toHaveCount(0);
  });

  test('a slow look-up says that it is loading, and moves nothing', async ({ page }) => {
    const held = await hold(page, /\/lookup\//);
    await openDialog(page);
    await field(page).fill('1048');
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText('正在加载查找用的数据……');
    const place = await field(page).boundingBox();
    held.release();
    await expect(options(page)).toHaveCount(1);
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText('1 个结果');
    expect(await field(page).boundingBox()).toEqual(place);
  });

  test('slow causes are waited for with a word', async ({ page }) => {
    await openDialog(page);
    const held = await hold(page, /_causes\.json/);
    await field(page).fill('x509: certificate signed by unknown authority');
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText('正在查找…');
    held.release();
    await expect(options(page).first()).toBeVisible();
  });

  test('without its data it says so, and tries again', async ({ page }) => {
    await page.route('**/lookup/**', (route) => route.abort());
    await openDialog(page);
    await field(page).fill('1048');
    await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(/没有加载成功.*全部错误码$/);
    await page.unroute('**/lookup/**');
    await field(page).fill('10480');
    await field(page).fill('1048');
    await expect(options(page)).toHaveCount(1);
  });
});

test.describe('page', () => {
  test('a slow look-up says that it is loading', async ({ page }) => {
    const held = await hold(page, /\/lookup\//);
    await page.goto('search/?q=1048');
    const status = page.locator('search-page').getByRole('status');
    await expect(status).toHaveText('正在加载查找用的数据……');
    held.release();
    await expect(status).toHaveText('1 个结果');
  });

  test('the address is the state: text, filters, back button', async ({ page, context }) => {
    await search(page, '不存在');
    const results = page.locator('ol[data-results] > li > a');
    const total = await results.count();
    await page.getByLabel('按资源领域筛选').selectOption('org');
    await expect(page).toHaveURL(/\?q=[^&]+&domain=org$/);
    const narrowed = await results.count();
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(total);

    const shared = await context.newPage();
    await shared.goto(page.url());
    await expect(shared.locator('ol[data-results] > li > a')).toHaveCount(narrowed);
    await expect(shared.getByLabel('按资源领域筛选')).toHaveValue('org');

    await page.goBack();
    await expect(results).toHaveCount(total);
    await page.locator('search-page input').fill('1048');
    await expect(results).toHaveCount(1);
    await expect(page).toHaveURL(/\?q=1048$/);
  });

  test('the big field of the home page leads to the code or here', async ({ page }) => {
    await page.goto('');
    await page.locator('main [data-search-field] input').fill('镜像已存在');
    await page.keyboard.press('Enter');
    // To the code that the dialog has found, or, before its script is there, to the search page.
    await expect(page).toHaveURL(/\/codes\/SVCSTG\.SWR\.4090006\/$|\/search\/\?q=/);
    await expect(page.locator('main').getByText('SVCSTG.SWR.4090006').first()).toBeVisible();
  });

  test('what was found and what is unknown is counted', async ({ page }) => {
    const count = page.locator('search-page').getByRole('status');
    await search(page, '4001048 4047777');
    await expect(count).toHaveText('1 个结果，1 个错误码未收录');
    await search(page, 'SVCSTG.SWR.4040999');
    await expect(count).toHaveText('1 个错误码未收录');
  });

  test('noise has no results but help', async ({ page }) => {
    await search(page, 'asdfqwer');
    await expect(page.locator('ol[data-results] > li')).toHaveCount(0);
    const help = page.locator('[data-empty]');
    await expect(help).toContainText('asdfqwer');
    await expect(help.getByRole('link', { name: '全部错误码' })).toBeVisible();
  });

  test('codes of other services are told apart', async ({ page }) => {
    await search(page, 'APIGW.0101');
    await expect(page.locator('[data-finding="foreign"]')).toContainText('API 网关');
    await expect(page.locator('ol[data-results] > li > a').first()).toHaveAttribute(
      'data-cause',
      'gateway-path',
    );
    await expect(page.locator('ol[data-results] code')).toHaveCount(0);
  });

  test('full text finds what only the prose of a page says, topics too', async ({ page, siteUrl }) => {
    await search(page, '长期有效登录指令');
    const addresses = await page
      .locator('ol[data-results] > li > a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses).toContain(`${siteUrl}topics/auth/`);
    expect(addresses).toContain(`${siteUrl}codes/SVCSTG.SWR.4010000/`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('a browser can offer the search in its address bar', async ({ page }) => {
    await page.goto('');
    const link = page.locator('head link[rel="search"]');
    await expect(link).toHaveAttribute('type', 'application/opensearchdescription+xml');
    const response = await page.request.get((await link.getAttribute('href')) ?? '');
    const template = /<Url type="text\/html" template="([^"]+)"/.exec(await response.text())?.[1];
    expect(template).toMatch(/^https?:\/\/.+\/search\/\?q=\{searchTerms\}$/);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true });

  test('field, results and page fit', async ({ page }) => {
    await page.goto(`codes/${CODE}/`);
    await page.getByRole('button', { name: '搜索错误码' }).tap();
    await field(page).fill('namespace already');
    await expect(options(page).first()).toContainText('SVCSTG.SWR.4090060');
    const box = await page.getByRole('dialog').boundingBox();
    expect(box?.width).toBeLessThanOrEqual(390);
    await options(page).first().tap();
    await expect(page).toHaveURL(/\/codes\/SVCSTG\.SWR\.4090060\/$/);
    await search(page, 'SVCSTG.SWR.4040999');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the field leads to a page that says where to look instead', async ({ page }) => {
    await page.goto(`codes/${CODE}/`);
    await page.getByRole('link', { name: '搜索错误码' }).click();
    await expect(page.getByText('搜索需要 JavaScript')).toBeVisible();
    await page.locator('main').getByRole('link', { name: '全部错误码' }).click();
    await expect(page).toHaveURL(/\/codes\/$/);
  });
});

test.describe('weight', () => {
  const SEARCH = /\/(?:pagefind|lookup)\/|\/_astro\/(?:search|dialog|explanations|full-text)\./;

  test('codes that say the same are told apart by what to do; what all begin with is dimmed', async ({
    page,
  }) => {
    await page.goto(`codes/${CODE}/`);
    await page.keyboard.press('Control+k');
    await field(page).fill('组织不存在');
    const alike = options(page).filter({ hasText: '组织不存在。' });
    await expect(alike).toHaveCount(2);
    for (const option of await alike.all()) await expect(option.locator('.result-more b')).toHaveCount(2);
    await field(page).fill('服务器内部错误');
    await expect(options(page).nth(3).locator('.common')).toHaveText('服务器内部错误：');
    const [dim, rest] = await options(page)
      .nth(3)
      .locator('.result-text')
      .evaluate((text) => [text.firstElementChild, text].map((part) => part && getComputedStyle(part).color));
    expect(dim).not.toBe(rest);
  });

  test('a first view loads nothing of it', async ({ page }) => {
    const weight = new Weight(page);
    await page.goto(`codes/${CODE}/`);
    await page.waitForLoadState('networkidle');
    expect(weight.paths.filter((path) => SEARCH.test(path))).toEqual([]);
  });

  /** The scripts, and what a code has in the look-up file and the advice: an edition may bring more codes. */
  const [SCRIPTS, EACH_CODE] = [13_610, 75];
  for (const text of ['SVCSTG.SWR.4090006', '镜像已存在']) {
    test(`${text} takes the look-up file and the advice, and no full text`, async ({ page }) => {
      await page.goto(`codes/${CODE}/`);
      await page.waitForLoadState('networkidle');
      const weight = new Weight(page);
      // What stands there before anything is typed comes, too, unless typing is faster.
      const suggestions = page.waitForResponse(/\/suggestions\./);
      await page.keyboard.press('Control+k');
      await (await suggestions).finished();
      await field(page).fill(text);
      await expect(options(page).first()).toContainText('SVCSTG.SWR.4090006');
      await page.waitForTimeout(600);
      expect(weight.paths.filter((path) => path.includes('pagefind'))).toEqual([]);
      expect(await weight.bytes()).toBeLessThanOrEqual(SCRIPTS + EACH_CODE * countOf());
    });
  }

  test('code-shaped text never asks for full text', async ({ page }) => {
    const weight = new Weight(page);
    for (const text of ['SVCSTG.SWR.4040999', '4031999', '1048', 'SVCSTG.SWR.', 'APIGW.0101', 'HTTP 409']) {
      await search(page, text);
    }
    expect(weight.paths.filter((path) => path.includes('pagefind'))).toEqual([]);
  });
});
