/** The box for a whole ticket: what it finds, how it shows it, and that nothing leaves the browser. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

const TICKET = `客户在 cn-north-4 推送失败，请看日志
denied: Authenticate Error
[{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context","detail":""}]
{"error_code":"SVCSTG.SWR.4001031"} {"error_code":"SVCSTG.SWR.4030170"} svcstg.swr.4001048
{"status_code":403,"request_id":"0a1b2c3d4e5f6071","error_code":"SVCSTG.SWR.4039999"}
`;

async function paste(page: Page, text: string): Promise<void> {
  await page.locator('#decode-input').fill(text);
  await expect(page.locator('[data-results]')).toHaveAttribute('data-ready');
}

test('a ticket is answered: every code once, named ones first, told apart; then causes', async ({ page }) => {
  await page.goto('decode/');
  await paste(page, TICKET);
  const results = page.locator('ol[data-results] > li');
  await expect(results.locator('> a')).toHaveText([
    'SVCSTG.SWR.4001048',
    'SVCSTG.SWR.4001031',
    'SVCSTG.SWR.4030170',
    'SVCSTG.SWR.4010000',
    /凭据/,
  ]);
  expect(await results.evaluateAll((items) => items.map((item) => item.getAttribute('data-state')))).toEqual([
    'documented',
    'retired',
    'observed',
    'unknown',
    'documented',
    'cause',
  ]);
  await expect(page.locator('[data-unknown-code="SVCSTG.SWR.4039999"]')).toBeVisible();
  await expect(page.locator('[data-facts]')).toContainText('0a1b2c3d4e5f6071');
  await expect(page.locator('[data-facts]')).toContainText('cn-north-4');
  await expect(page.locator('[data-marked] mark').first()).toHaveText('cn-north-4');
  await results.locator('> a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('SVCSTG.SWR.4001048');
});

test('what is no code of this site leads on, too', async ({ page, siteUrl }) => {
  await page.goto('decode/');
  await paste(
    page,
    'SVCSTG.SWR.400 \u001b[31mAPIGW.0101\u001b[0m\nGet "https://swr.cn-north-4.myhuaweicloud.com/v2/": x509: certificate signed by unknown authority',
  );
  const lines = page.locator('ol[data-results] > li');
  expect(await lines.evaluateAll((items) => items.map((item) => item.getAttribute('data-state')))).toEqual([
    'part',
    'foreign',
    'cause',
    'cause',
    'cause',
  ]);
  const links = lines.getByRole('link');
  await expect(links.nth(0)).toHaveAttribute('href', `${new URL(siteUrl).pathname}search/?q=SVCSTG.SWR.400`);
  await expect(links.nth(1)).toHaveAttribute('href', /^https:\/\/support\.huaweicloud\.com\//);
  await expect(lines.nth(2).getByRole('link')).toHaveAttribute('href', /\/messages\/certificate\/$/);
  await expect(page.locator('[data-marked]')).toContainText('[U+001B][31mAPIGW.0101');
});

test('a client’s line has its cause and the codes that it may stand for', async ({ page }) => {
  await page.goto('decode/');
  const results = page.locator('ol[data-results] > li');
  await paste(page, 'denied: you do not have the permission');
  await expect(results.locator('[href*="/messages/"]').first()).toBeVisible();
  await expect(results.locator('[href*="/codes/"]').first()).toBeVisible();
  for (const line of [
    "Error response from daemon: pull access denied for team/web, repository does not exist or may require 'docker login'",
    'received unexpected HTTP status: 500 Internal Server Error',
    'Back-off pulling image "swr.cn-north-4.myhuaweicloud.com/team/web:v1": ErrImagePull',
    'Put "https://swr.cn-north-4.myhuaweicloud.com/v2/team/web/blobs/uploads/1": EOF',
  ]) {
    await paste(page, line);
    await expect(results.first(), line).toHaveAttribute('data-state', 'cause');
  }
});

test('where nothing is found, nothing is headed', async ({ page }) => {
  await page.goto('decode/');
  await paste(page, 'hello world');
  await expect(page.locator('[data-status]')).toContainText('没有');
  await expect(page.locator('[data-found], [data-places]').filter({ visible: true })).toHaveCount(0);
  await paste(page, 'SVCSTG.SWR.4009999');
  await page.locator('[data-unknown-code] summary').click();
  const near = page.locator('[data-neighbours]');
  await expect(near).toBeVisible();
  expect(await near.evaluate((list) => list.previousElementSibling?.textContent)).toContain(
    '编号相近的错误码',
  );
});

test('nothing that is pasted leaves the page', async ({ page, context }) => {
  await page.goto('decode/');
  await expect(page.locator('#decode-input')).toBeEnabled();
  await page.waitForLoadState('networkidle');
  const address = page.url();
  // Whoever goes to the box gets what texts are recognised by; what is put into it asks for nothing more.
  const causes = page.waitForResponse(/\/_causes\.json$/);
  await page.locator('#decode-input').focus();
  await (await causes).finished();
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url()));
  await paste(page, TICKET);
  await paste(page, `APIGW.0101 HTTP 409 组织不存在 ${'secret '.repeat(1000)}`);
  await page.waitForTimeout(500);
  expect(requests).toEqual([]);
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => history.state as unknown)).toBeNull();
  const stored = await page.evaluate(async () => [
    ...Object.values(localStorage),
    ...Object.values(sessionStorage),
    document.cookie,
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
  ]);
  expect(stored.join()).not.toContain('secret');
  expect(stored.join()).not.toContain('4001048');
});

test('what is pasted is text and stays text', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => {
    errors.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto('decode/');
  const hostile = '</pre></script><script>alert(1)</script><img src=x onerror=alert(2)>';
  await paste(page, `${hostile} SVCSTG.SWR.4001048 \u202e\u2066\u0000 request_id: ${'a'.repeat(40)}`);
  await expect(page.locator('[data-marked]')).toContainText(hostile);
  await expect(page.locator('[data-marked]')).toContainText('[U+202E][U+2066]');
  await expect(page.locator('decode-box :is(script, img)')).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('a megabyte of log leaves the page alive', async ({ page }) => {
  await page.goto('decode/');
  const noise = '2026-11-23T10:00:00Z INFO pulled layer 4194304 bytes, HTTP 200 OK, id=8a7f40\n'.repeat(
    13_500,
  );
  const text = `${noise}SVCSTG.SWR.4001048\n${'7'.repeat(1_000_000)}\n${'x '.repeat(50_000)}SVCSTG.SWR.4010000`;
  // Counts how often the page got to run between setting the text and the answer: a frozen page never does.
  const turns = await page.evaluate(
    (value) =>
      new Promise<number>((resolve) => {
        const box = document.querySelector<HTMLTextAreaElement>('#decode-input');
        const results = document.querySelector('[data-results]');
        if (!box || !results) throw new Error('no box');
        let count = 0;
        const turn = () => {
          if (results.hasAttribute('data-ready')) resolve(count);
          else {
            count += 1;
            setTimeout(turn);
          }
        };
        box.value = value;
        box.dispatchEvent(new Event('input', { bubbles: true }));
        turn();
      }),
    text,
  );
  expect(turns).toBeGreaterThan(1);
  await expect(page.locator('ol[data-results] > li > a')).toHaveText([
    'SVCSTG.SWR.4001048',
    'SVCSTG.SWR.4010000',
  ]);
  expect(await page.locator('[data-marked]').evaluate((marked) => marked.textContent.length)).toBeLessThan(
    2000,
  );
});

test('a new text takes the place of the old one, an empty one clears the page', async ({ page }) => {
  await page.goto('decode/');
  await paste(page, 'SVCSTG.SWR.4001048');
  await paste(page, 'SVCSTG.SWR.4010000');
  await expect(page.locator('ol[data-results] > li > a')).toHaveText(['SVCSTG.SWR.4010000']);
  await page.getByRole('button', { name: '清空' }).click();
  await expect(page.locator('ol[data-results] > li')).toHaveCount(0);
  await expect(page.locator('[data-results]')).not.toHaveAttribute('data-ready');
});

test('a text that is there before the look-up data is answered once they are', async ({ page }) => {
  await page.route('**/lookup/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto('decode/');
  // As the browser restores the field of a page that was left.
  await page.locator('#decode-input').evaluate((box: HTMLTextAreaElement) => {
    box.value = 'SVCSTG.SWR.4001048';
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(page.locator('ol[data-results] > li > a')).toHaveText(['SVCSTG.SWR.4001048']);
});
