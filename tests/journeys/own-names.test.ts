/** The reader's own names in the commands of a page. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

const PAGE = 'codes/SVCSTG.SWR.4040058/';
const TITLE = '把命令里的示例换成自己的名字';

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test('names are filled into the commands, copied, and kept for other pages', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PAGE);
  await page.getByText(TITLE).click();
  await field(page, '区域').fill('cn-east-3');
  await field(page, '组织').fill('team-a');
  await field(page, '镜像名').fill('web/api');
  await field(page, '版本').fill('2.0');
  const commands = page.locator('.guidance pre');
  await expect(commands.first()).toHaveText(
    /^docker tag web\/api:2\.0 swr\.cn-east-3\.myhuaweicloud\.com\/team-a\/web\/api:2\.0\n/,
  );
  await page.locator('.code-block .copy-button').first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('team-a/web/api:2.0');

  await page.goto('codes/SVCSTG.SWR.4040010/');
  await expect(page.locator('.guidance')).toContainText('/namespaces/team-a/repos/web\\$api');
  await expect(page.locator('.guidance')).toContainText("'https://swr-api.cn-east-3.myhuaweicloud.com");
  expect(page.url()).not.toContain('team-a');
});

test('names are kept in this browser, for every tab and language, until they are taken back', async ({
  page,
  context,
}) => {
  await page.goto(PAGE);
  await page.getByText(TITLE).click();
  await expect(page.locator('reader-names')).toContainText('只保存在这个浏览器里，不会发送出去');
  await field(page, '组织').fill('team-a');

  const other = await context.newPage();
  const requests: string[] = [];
  other.on('request', (request) => requests.push(request.url() + (request.postData() ?? '')));
  await other.goto(`en/${PAGE}`);
  await expect(other.locator('.guidance')).toContainText('com/team-a/nginx:v1');
  await expect(other.locator('reader-names')).toContainText('kept in this browser only, and not sent');
  expect(requests.join()).not.toContain('team-a');

  await page.getByRole('button', { name: '恢复示例' }).click();
  expect(await page.evaluate(() => localStorage.getItem('names'))).toBeNull();
  for (const tab of [page, other]) {
    await expect(tab.locator('.guidance')).toContainText('com/my-org/nginx:v1');
    await expect(tab.locator('reader-names input').nth(1)).toHaveValue('');
    await tab.reload();
    await expect(tab.locator('.guidance')).toContainText('com/my-org/nginx:v1');
  }
});

test('a name that breaks its rule is not filled in', async ({ page }) => {
  await page.goto(PAGE);
  await page.getByText(TITLE).click();
  await field(page, '组织').fill('My-Org"; rm -rf /; "');
  await field(page, '镜像名').fill('<img src=x onerror=alert(1)>');
  await expect(field(page, '组织')).toHaveJSProperty('validity.valid', false);
  const guidance = page.locator('.guidance');
  await expect(guidance).toContainText('/my-org/nginx:v1');
  await expect(guidance).not.toContainText('rm -rf');
  await expect(guidance.locator('img')).toHaveCount(0);
});

test('whatever the storage holds, the page stands', async ({ page }) => {
  await page.goto(PAGE);
  for (const kept of ['{', '[1]', 'null', '{"organization":["a"]}', '{"organization":"a b"}']) {
    await page.evaluate((text) => localStorage.setItem('names', text), kept);
    await page.reload();
    await expect(page.locator('.guidance'), kept).toContainText('/my-org/nginx:v1');
  }
});

test('a command that destroys something keeps its placeholders', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.4060012/');
  await page.getByText(TITLE).click();
  await field(page, '组织').fill('team-a');
  await expect(page.locator('.guidance')).toContainText('/namespaces/team-a/repos/nginx');
  await expect(page.locator('.guidance')).toContainText('/namespaces/YOUR_ORG/repos/YOUR_REPOSITORY');
});

test('variables lead to where they come from; the topic has the form open', async ({ page }) => {
  await page.goto(PAGE);
  await page.getByRole('link', { name: '$TOKEN' }).click();
  await expect(page).toHaveURL(/topics\/prepare\/#token$/);
  await field(page, '区域').fill('cn-east-3');
  await expect(page.locator('article')).toContainText(
    'https://iam.cn-east-3.myhuaweicloud.com/v3/auth/tokens',
  );
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the examples stand, and no form is offered', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.locator('.guidance')).toContainText('/my-org/nginx:v1');
    await expect(page.getByText(TITLE)).toBeHidden();
    await expect(page.getByRole('link', { name: '$TOKEN' })).toBeVisible();
  });
});
