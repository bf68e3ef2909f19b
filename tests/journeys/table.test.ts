/** The table of all codes: its filters, its order, its rows. */
import type { Locator, Page } from '@playwright/test';
import { bringAxe, findings } from './axe.ts';
import { layoutShift } from './layout-shift.ts';
import { expect, test } from './journey.ts';
import { byState, countOf, isOf } from './counts.ts';

/** Where an element stands. */
async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('the element is not to be seen');
  return box;
}

const visibleRows = (page: Page) => page.locator('.code-table tbody tr:visible');

test('rows that the address filters out are never seen, and nothing moves', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('codes/?status=404&domain=image', { waitUntil: 'commit' });
  await expect(page.locator('table-filter')).toBeVisible();
  await expect(page.locator('footer')).toBeAttached();
  await expect(visibleRows(page)).toHaveCount(0);
  release();
  await expect(visibleRows(page)).toHaveCount(countOf(isOf(404, 'image')));
  await expect(page.locator('footer')).toBeVisible();
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.02);
});

test('rows that wait for a filter whose script never comes are shown', async ({ page }) => {
  await page.route('**/*.js', () => new Promise(() => undefined));
  await page.clock.install();
  await page.goto('codes/?status=404', { waitUntil: 'commit' });
  await expect(page.locator('footer')).toBeAttached();
  await expect(visibleRows(page)).toHaveCount(0);
  await page.clock.runFor(5000);
  await expect(visibleRows(page)).not.toHaveCount(0);
});

test('a column is ordered up, down and as it was, and the address keeps it', async ({ page }) => {
  await page.goto('codes/?domain=image');
  const codes = () =>
    page.locator('.code-table tbody tr:visible th').evaluateAll((heads) => heads.map((th) => th.textContent));
  const asItWas = await codes();
  const head = page.getByRole('columnheader', { name: '错误码' });
  const button = head.getByRole('button');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  expect(await codes()).toEqual(asItWas.toSorted());
  await expect(page).toHaveURL(/\?domain=image&sort=code$/);
  await button.click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect(await codes()).toEqual(asItWas.toSorted().toReversed());
  await page.reload();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect(await codes()).toEqual(asItWas.toSorted().toReversed());
  await button.click();
  await expect(head).not.toHaveAttribute('aria-sort');
  expect(await codes()).toEqual(asItWas);
  await page.goBack();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
});

test('head and filters stay in view while the rows go by', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const address of ['codes/', 'status/4xx/']) {
    await page.goto(address);
    await page.mouse.wheel(0, 2000);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    const head = page.getByRole('columnheader', { name: '描述' });
    await expect(head).toBeInViewport({ ratio: 1 });
    // Nothing of the page's own head lies over it.
    const { x, y, width, height } = await boxOf(head);
    const top = await page.evaluate(
      ([left, down]) => document.elementFromPoint(left ?? 0, down ?? 0)?.closest('th')?.textContent,
      [x + width / 2, y + height / 2],
    );
    expect(top?.trim(), address).toBe('描述');
  }
  await page.goto('codes/');
  await page.mouse.wheel(0, 2000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  await expect(page.getByLabel('HTTP 状态')).toBeInViewport({ ratio: 1 });
});

test('a row opens wherever it is clicked; its text can be selected', async ({ page, context, siteUrl }) => {
  const address = `${siteUrl}codes/SVCSTG.SWR.4040010/`;
  for (const from of ['codes/', 'domains/image/', 'status/404/']) {
    await page.goto(from);
    const description = page.locator('tr', { hasText: '4040010' }).locator('.description');
    await description.selectText();
    await description.click({ button: 'right' });
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe('镜像不存在。');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    const opened = context.waitForEvent('page');
    await description.click({ modifiers: ['ControlOrMeta'] });
    const other = await opened;
    await expect(other).toHaveURL(address);
    await other.close();
    await description.click();
    await expect(page).toHaveURL(address);
  }
});

test('each choice says how many codes it leaves, whatever else is chosen', async ({ page }) => {
  await page.goto('codes/');
  const option = (name: string, value: string) =>
    page.locator(`select[name=${name}] option[value="${value}"]`);
  await expect(option('status', '404')).toHaveText(`404 (${countOf(isOf(404))})`);
  await expect(option('domain', 'image')).toHaveText(`镜像 (${countOf(isOf(undefined, 'image'))})`);
  await page.getByLabel('资源领域').selectOption('image');
  await expect(option('status', '404')).toHaveText(`404 (${countOf(isOf(404, 'image'))})`);
  await expect(option('status', '401')).toHaveText(`401 (${countOf(isOf(401, 'image'))})`);
  await expect(option('domain', 'org')).toHaveText(`组织 (${countOf(isOf(undefined, 'org'))})`);
  await page.getByLabel('HTTP 状态').selectOption('404');
  await expect(visibleRows(page)).toHaveCount(countOf(isOf(404, 'image')));
});

test('codes of every state stand in the one table, named by the same words', async ({ page }) => {
  const { documented = 0, retired = 0, observed = 0, listed = 0 } = byState();
  await page.goto('codes/');
  await expect(page.getByRole('status')).toHaveText(
    `共 ${countOf()} 个错误码：在册 ${documented}，已移除 ${retired}，实测 ${observed}，他表收录 ${listed}`,
  );
  await expect(page.locator('.badge.state')).toHaveCount(countOf() - documented);
  await page.getByLabel('收录情况').selectOption('observed');
  await expect(visibleRows(page)).toHaveCount(observed);
  for (const row of await visibleRows(page).all()) await expect(row).toContainText('实测');
  await page.getByLabel('收录情况').selectOption('listed');
  await expect(visibleRows(page)).toHaveCount(listed);
  await page.goto('codes/?q=zzz');
  await expect(page.getByText('没有符合条件的错误码。')).toBeVisible();
  await expect(
    page
      .locator('main')
      .getByText(/SVCSTG/u)
      .locator('visible=true'),
  ).toHaveCount(0);
  await page.goto('codes/#retired');
  await expect(page.locator(':target')).toBeInViewport();
  await expect(page.locator(':target')).toContainText('已移除');
});

test('a code of no current edition is called the same in table, page, search and decoder', async ({
  page,
}) => {
  for (const [code, state] of [
    ['SVCSTG.SWR.5000026', '已移除'],
    ['SVCSTG.SWR.4040126', '实测'],
    ['SVCSTG.SWR.4090125', '他表收录'],
  ] as const) {
    await page.goto(`codes/${code}/`);
    await expect(page.locator('.state-banner strong')).toHaveText(state);
    await page.goto(`search/?q=${code}`);
    await expect(page.locator('main').getByText(state, { exact: true })).toBeVisible();
    await page.goto('decode/');
    await page.locator('#decode-input').fill(code);
    await expect(page.locator('decode-box').getByText(state, { exact: true })).toBeVisible();
    await page.goto(`codes/?q=${code}`);
    await expect(visibleRows(page)).toHaveCount(1);
    await expect(visibleRows(page).getByText(state, { exact: true })).toBeVisible();
  }
});

test('a choice that nobody offers is ignored, with a word', async ({ page }) => {
  await page.goto('codes/?status=999&domain=image');
  const images = countOf(isOf(undefined, 'image'));
  await expect(visibleRows(page)).toHaveCount(images);
  await expect(page.getByRole('status')).toHaveText(
    `${countOf()} 个中的 ${images} 个 （不认识的筛选条件已忽略：HTTP 状态“999”）`,
  );
  await expect(page.getByLabel('HTTP 状态')).toHaveValue('');
  await page.getByLabel('谁来处理').selectOption('caller');
  await expect(page).toHaveURL(/\?domain=image&actor=caller$/);
  await expect(page.getByRole('status')).not.toContainText('忽略');
});

test('words that the table does not have lead to the search, and a whole ticket into no address', async ({
  page,
}) => {
  await page.goto('codes/');
  await page.getByLabel('文字').fill('permission denied');
  await page.getByRole('link', { name: '用搜索查找“permission denied”' }).click();
  await expect(page).toHaveURL(/\/search\/\?q=permission\+denied$/);
  await page.goto('codes/');
  await page.getByLabel('文字').fill('客户张三，电话 '.repeat(30));
  await expect(page.getByText('没有符合条件的错误码。')).toBeVisible();
  await expect(page).toHaveURL(/\/codes\/$/);
  await expect(page.getByRole('link', { name: /用搜索查找/u })).toBeHidden();
});

test('on a phone the filters are a sheet', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('codes/');
  const button = page.getByRole('button', { name: /^筛选/u });
  const status = page.getByLabel('HTTP 状态');
  await expect(status).toBeHidden();
  const before = await visibleRows(page).first().boundingBox();
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(status).toBeVisible();
  expect(await visibleRows(page).first().boundingBox()).toEqual(before);
  await bringAxe(page);
  expect(await findings(page)).toEqual([]);
  await status.selectOption('404');
  await expect(button).toHaveText(/筛选\s*1/u);
  await page.keyboard.press('Escape');
  await expect(status).toBeHidden();
  await expect(button).toBeFocused();
  await expect(visibleRows(page)).toHaveCount(countOf(isOf(404)));
  await button.click();
  await visibleRows(page).last().scrollIntoViewIfNeeded();
  await page.locator('footer').click({ position: { x: 5, y: 5 } });
  await expect(status).toBeHidden();
});

test('a table is as wide as its frame at every width, and filtered with nothing for axe', async ({
  page,
}) => {
  for (const width of [320, 390, 640, 768, 800, 900, 1024, 1152, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ['codes/', 'domains/image/']) {
      await page.goto(address);
      const [content = 0, frame = 0] = await page
        .locator('.code-table-frame')
        .first()
        .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
      expect(content, `${address} at ${width} px`).toBeLessThanOrEqual(frame);
    }
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const address of [
      'codes/?state=retired&sort=-status',
      'codes/?q=zzz&status=1',
      'domains/org/#409',
    ]) {
      await page.goto(address);
      await bringAxe(page);
      expect(await findings(page), address).toEqual([]);
    }
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing is offered that only a script can do', async ({ page }) => {
    await page.goto('codes/?status=404');
    await expect(visibleRows(page)).toHaveCount(countOf());
    await expect(page.locator('.code-table').getByRole('button')).toHaveCount(0);
  });
});
