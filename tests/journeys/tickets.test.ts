/** Tickets and logs: no field puts them into an address; the decoder answers them so that the answer can be handed on. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

const TICKET = `客户张三 13800000000 推送失败
[{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context","detail":""}]
denied: You may not login yet`;

/** Addresses that were asked for while something was done. */
async function requestsDuring(page: Page, act: () => Promise<void>): Promise<string[]> {
  const requests: string[] = [];
  const note = (request: { url(): string }) => requests.push(decodeURIComponent(request.url()));
  page.on('request', note);
  await act();
  page.off('request', note);
  return requests;
}

/** Puts text into the focused field as a paste does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text', pasted);
    const field = document.activeElement;
    field?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

async function expectDecoded(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/decode\/$/);
  await expect(page.locator('#decode-input')).toHaveValue(TICKET);
  await expect(page.locator('ol[data-results] > li').first()).toContainText('SVCSTG.SWR.4001048');
}

for (const [name, address, open] of [
  ['the field of the home page', '', (page: Page) => page.locator('[data-answers] input').focus()],
  ['the dialog', 'codes/SVCSTG.SWR.4001048/', (page: Page) => page.keyboard.press('Control+k')],
  ['the search page', 'search/', (page: Page) => page.locator('search-page input').focus()],
] as const) {
  test(`a ticket in ${name} goes to the decoder, and into no address`, async ({ page }) => {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    const requests = await requestsDuring(page, async () => {
      await open(page);
      await paste(page, TICKET);
      await page.waitForTimeout(500);
      await page.keyboard.press('Enter');
      await expectDecoded(page);
    });
    for (const part of ['13800000000', '张三', 'errorMessage', 'You may not']) {
      expect(requests.filter((url) => url.includes(part))).toEqual([]);
    }
    await page.reload();
    await expect(page.locator('#decode-input')).toBeEmpty();
  });
}

test('a long line stays out of the address of the search page while it is answered', async ({ page }) => {
  await page.goto('search/');
  await page.locator('search-page input').fill(`${'x '.repeat(150)} SVCSTG.SWR.4001048`);
  await expect(page.locator('ol[data-results] code').first()).toHaveText('SVCSTG.SWR.4001048');
  expect(new URL(page.url()).search).toBe('');
});

test('what is typed on the home page is answered at once, and Enter opens the one code', async ({ page }) => {
  await page.goto('');
  await page.locator('[data-answers] input').pressSequentially('1048', { delay: 60 });
  await expect(page.getByRole('listbox', { name: '搜索结果' }).getByRole('option').first()).toContainText(
    'SVCSTG.SWR.4001048',
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/codes\/SVCSTG\.SWR\.4001048\/$/);
});

test('the decoder says who acts and what to do, and hands its conclusion on', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('decode/');
  await page.locator('#decode-input').fill(TICKET);
  const first = page.locator('ol[data-results] > li').first();
  await expect(first).toContainText('调用方');
  await expect(first.locator('.advice')).not.toBeEmpty();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: '复制结论' }).click();
  await expect(page.getByRole('button', { name: '已复制' })).toBeVisible();
  const text = await read();
  expect(text).toContain('SVCSTG.SWR.4001048');
  expect(text).toContain('/messages/not-logged-in/');
  expect(text).toContain('调用方');
  expect(text).not.toContain('13800000000');
  await page.getByRole('button', { name: '复制 Markdown' }).click();
  await expect.poll(read).toMatch(/^- \*\*\[SVCSTG\.SWR\.4001048\]\(http/m);
});

test('the line of a result leads to its mark, and changes no address', async ({ page }) => {
  await page.goto('decode/');
  const address = page.url();
  await page.locator('#decode-input').fill(`${'a line of a log\n'.repeat(200)}${TICKET}`);
  await page
    .locator('ol[data-results] > li')
    .first()
    .getByRole('button', { name: /第 202 行/ })
    .click();
  await expect(page.locator('mark[data-current]')).toHaveText('SVCSTG.SWR.4001048');
  await expect(page.locator('mark[data-current]')).toBeInViewport();
  expect(page.url()).toBe(address);
});
