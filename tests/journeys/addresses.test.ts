/** Every kind of address that leads to a code, on a host that serves files and `404.html` and nothing else. */
import { expect, test } from './journey.ts';

const CODE = 'SVCSTG.SWR.4001048';

/** Address below the site's base → the code that it leads to. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'codes/SVCSTG.SWR.4001048': CODE,
  'codes/svcstg.swr.4001048/': CODE,
  'codes/4001048/': CODE,
  'codes/4001048': CODE,
  '4001048': CODE,
  'SWR.4001048': CODE,
  'swr4001048/': CODE,
  'SVCSTG.SWR.4001048': CODE,
  'codes/SVCSTG.SWR.4001048).': CODE,
  'codes/SVCSTG.SWR.4001048/).': CODE,
  'codes/SVCSTG.SWR.4001048,': CODE,
  'codes/SVCSTG.SWR.4001048/,': CODE,
  'codes/SVCSTG.SWR.4001048%20': CODE,
  'codes/SVCSTG.SWR.4001048/%20': CODE,
  'codes/SVCSTG.SWR.4001048%2520': CODE,
  'codes/SVCSTG.SWR.4001048。': CODE,
  'codes/SVCSTG.SWR.4001048/。': CODE,
  'codes/“4001048”': CODE,
  'codes/SVCSTG.SWR.4001048%0D%0A%00': CODE,
  'codes/SVCSTG.SWR.4001048%E0%A4%A': CODE,
  'codes/%A3%BA4001048%A1%A3': CODE,
  'codes/SVCSTG.SWR.4001048Thanks': CODE,
  'codes/SVCSTG_SWR_4001048/index.htm': CODE,
  'codes/SVCSTG.SWR.4019000/': 'SVCSTG.S2I.4019000',
  '4019000': 'SVCSTG.S2I.4019000',
  'codes/4030170': 'SVCSTG.SWR.4030170',
};

test('other addresses of a code lead to it', async ({ page, siteUrl }) => {
  for (const [address, code] of Object.entries(ADDRESSES)) {
    await page.goto(address);
    await expect.soft(page, address).toHaveURL(new RegExp(`^${siteUrl}codes/${code}/?$`));
    await expect.soft(page.getByRole('heading', { level: 1 }), address).toContainText(code);
  }
});

for (const address of [
  'en/4001048',
  'en/codes/svcstg.swr.4001048',
  'en/codes/SVCSTG.SWR.4001048).',
  'en/SWR.4001048',
]) {
  test(`/${address} leads to the page in English`, async ({ page, siteUrl }) => {
    await page.goto(address);
    await expect(page).toHaveURL(new RegExp(`^${siteUrl}en/codes/${CODE}/?$`));
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
}

test('the back button leads out of a forwarded address, and the anchor is kept', async ({
  page,
  siteUrl,
}) => {
  await page.goto('codes/');
  await page.goto('4001048#related');
  await expect(page).toHaveURL(`${siteUrl}codes/${CODE}/#related`);
  await page.goBack();
  await expect(page).toHaveURL(`${siteUrl}codes/`);
});

test('a query stays', async ({ page, siteUrl }) => {
  await page.goto('codes/4001048/?from=ticket');
  await expect(page).toHaveURL(`${siteUrl}codes/${CODE}/?from=ticket`);
});

test('an address with something glued to its anchor leads to the section', async ({ page, siteUrl }) => {
  await page.goto('codes/');
  for (const address of [`codes/${CODE}/#related).`, 'codes/4001048/#related%E3%80%82']) {
    await page.goto(address);
    await expect(page, address).toHaveURL(`${siteUrl}codes/${CODE}/#related`);
    await expect(page.locator('#related'), address).toBeInViewport();
    await page.goBack();
    await expect(page, address).toHaveURL(`${siteUrl}codes/`);
  }
});

test('a code that stands only in the query of an address is found there', async ({ page }) => {
  await page.goto('errors.php?code=4001048&lang=zh');
  await expect(page).toHaveURL(/codes\/SVCSTG\.SWR\.4001048\/\?code=4001048/);
  await page.goto('errors.php?code=SVCSTG.SWR.4039999');
  await expect(page.locator('[data-unknown-code="SVCSTG.SWR.4039999"]')).toBeVisible();
  // The address goes into the report, with all that it held.
  await expect(page.locator('[data-report]')).toContainText('errors.php?code=SVCSTG.SWR.4039999');
});

test('a mistyped address of a page leads to it', async ({ page, siteUrl }) => {
  await page.goto('codes/');
  for (const [address, target] of Object.entries({
    'Decode/': 'decode/',
    'decode/).': 'decode/',
    'topics/auth。#login，': 'topics/auth/#login',
    'SEARCH?q=1048': 'search/?q=1048',
    'status/404,': 'status/404/',
  })) {
    await page.goto(address);
    await expect(page, address).toHaveURL(`${siteUrl}${target}`);
    await page.goBack();
    await expect(page, address).toHaveURL(`${siteUrl}codes/`);
  }
});

test('a code that nobody knows is explained, not guessed', async ({ page }) => {
  const response = await page.goto('codes/SVCSTG.SWR.4039999/');
  expect(response?.status()).toBe(404);
  const unknown = page.locator('[data-unknown-code="SVCSTG.SWR.4039999"]');
  await expect(unknown).toContainText('403 禁止访问');
  await expect(unknown).toContainText('谁来处理');
  await expect(unknown.locator('[data-neighbours] a').first()).toContainText('SVCSTG.SWR.403');
  await expect(page.locator('[data-report]')).toContainText('未收录的错误码：SVCSTG.SWR.4039999');
  await expect(unknown).toContainText('按编号推断');
  await expect(page.locator('not-found')).toHaveAttribute('data-ready');
  await expect(page.locator('not-found')).not.toContainText('这个地址没有对应的页面');
});

test('what there is to say of an unknown code stands before everything else', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.4039999/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('SVCSTG.SWR.4039999未收录的错误码');
  const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? Number.NaN;
  await expect(page.locator('not-found [data-search-field]')).toBeVisible();
  expect(await top('[data-structure]')).toBeLessThan(await top('[data-report]'));
  expect(await top('[data-report]')).toBeLessThan(await top('not-found [data-search-field]'));
});

test('a code that another list has, and that needs no page, is told what it means: here, in search, in the decoder', async ({
  page,
}) => {
  const says = /“版本未找到”。它说的是 ContainerOps 软件仓库里的软件包/u;
  await page.goto('codes/SVCSTG.SWR.4042019/');
  await expect(page.locator('[data-unknown-code="SVCSTG.SWR.4042019"] [data-elsewhere]')).toHaveText(says);
  await page.goto('search/?q=SVCSTG.SWR.4042019');
  await expect(page.locator('main [data-unknown-code="SVCSTG.SWR.4042019"]')).toContainText(says);
  await page.goto('decode/');
  await page.locator('#decode-input').fill('SVCSTG.SWR.4042019');
  await expect(page.locator('li[data-unknown-code="SVCSTG.SWR.4042019"]')).toContainText(says);
});

test('a code that only another list has is reached by its number, of eight digits too', async ({ page }) => {
  for (const number of ['4090125', '50010003']) {
    await page.goto(`codes/${number}`);
    await expect(page).toHaveURL(new RegExp(`/codes/SVCSTG\\.SWR\\.${number}/$`));
    await expect(page.locator('.state-banner')).toContainText('他表收录');
  }
});

test('an address of many codes lists them and forwards to none', async ({ page, siteUrl }) => {
  await page.goto('1056');
  await expect(page.locator('not-found [data-results] a')).toHaveText([
    'SVCSTG.SWR.4041056',
    'SVCSTG.SWR.5001056',
  ]);
  await expect(page).toHaveURL(`${siteUrl}1056`);
});

test('what has no page is explained', async ({ page, siteUrl }) => {
  for (const [address, said] of [
    ['codes/APIGW.0301/', 'APIGW.0301'],
    ['codes/NOBODY.0301/', 'NOBODY.0301'],
    ['status/429/', 'HTTP 429'],
    ['status/418/', 'HTTP 418'],
    ['status/599/', 'HTTP 599'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(said);
    await expect(page.locator('[data-explained]')).toHaveCSS('border-top-style', 'dashed');
    await expect(page.locator('[data-nowhere]')).toHaveCount(0);
    await expect(page).toHaveURL(siteUrl + address);
  }
});

test('whatever leads nowhere leads to the lists', async ({ page }) => {
  await page.goto('no/such/page');
  await page.locator('not-found').getByRole('link', { name: 'HTTP 状态' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('HTTP 状态');
});

test('names of folders and files suggest no code, words of a description do', async ({ page }) => {
  await page.goto('no/such/page');
  await expect(page.locator('not-found')).toHaveAttribute('data-ready');
  await expect(page.locator('not-found [data-results] a')).toHaveCount(0);
  await page.goto('组织不存在');
  await expect(page.locator('not-found [data-results] a').first()).toHaveText('SVCSTG.SWR.4040058');
});

test('hostile and broken addresses are shown as text and harm nobody', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  for (const address of [
    '%',
    '%E0%A4%A',
    '%00',
    'x'.repeat(4000),
    '%3Cimg%20src=x%20onerror=alert(1)%3E',
    '%E2%80%AE8401004',
    '4%2F'.repeat(500),
  ]) {
    await page.goto(address);
    await expect(page.locator('not-found'), address).toHaveAttribute('data-ready');
    await expect(page.locator('[data-address]'), address).not.toBeEmpty();
    await expect(page.locator('main img'), address).toHaveCount(0);
    expect(errors, address).toEqual([]);
  }
});

test('an address of another host in the path stays on this one', async ({ page, siteUrl }) => {
  await page.goto(`${siteUrl}/example.com/codes/4001048`);
  await expect(page).toHaveURL(`${siteUrl}codes/${CODE}/`);
});

test('a chat gets a picture of the status class, where the address of the site is known', async ({
  page,
  siteUrl,
  basePath,
}) => {
  await page.goto('codes/SVCSTG.SWR.4001048/');
  const picture = page.locator('meta[property="og:image"]');
  // Only what is built below a path is built for an address.
  test.skip(basePath === '/', 'built without an address');
  const { pathname } = new URL((await picture.getAttribute('content')) ?? '');
  expect(pathname).toBe(`${basePath}preview/4xx.png`);
  const answer = await page.request.get(new URL(pathname, siteUrl).href);
  const body = await answer.body();
  // Width and height of a PNG stand in its header.
  expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
});
