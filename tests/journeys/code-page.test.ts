/** The page of a code: where its parts stand, and what an address that names one of them shows. */
import { expect, test } from './journey.ts';

/** Every tenth code of the table: of each status and domain some. */
const SAMPLE_STEP = 10;
/** Medians in px, from the top of the page; `height` of the whole page. */
const AT_MOST = [
  { width: 1440, window: 900, steps: 520, height: 2500 },
  { width: 390, window: 844, steps: 760, height: 4000 },
] as const;

const median = (numbers: readonly number[]) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;

for (const { width, window, steps, height } of AT_MOST) {
  for (const language of ['', 'en/']) {
    test(`steps are in the first screen of most codes at ${width} px, and the page is short: /${language}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: window });
      await page.goto(`${language}codes/`);
      const addresses = await page
        .locator('.code-table tbody tr:not([data-state]) th a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      const sample = addresses.filter((_, index) => index % SAMPLE_STEP === 0);
      const seen: { steps: number; height: number }[] = [];
      for (const address of sample) {
        await page.goto(address);
        seen.push(
          await page.locator('#steps').evaluate((heading) => ({
            steps: heading.getBoundingClientRect().top,
            height: document.documentElement.scrollHeight,
          })),
        );
      }
      expect(seen.length).toBeGreaterThan(15);
      expect.soft(median(seen.map((each) => each.steps))).toBeLessThanOrEqual(steps);
      expect(median(seen.map((each) => each.height))).toBeLessThanOrEqual(height);
    });
  }
}

for (const anchor of ['structure', 'body', 'history', 'source', 'sources', 'source).']) {
  test(`#${anchor} opens the fold in which it stands`, async ({ page }) => {
    await page.goto(`codes/SVCSTG.SWR.4001048/#${anchor}`);
    await expect(page.locator(`#${anchor.replace(').', '')}`)).toBeInViewport();
  });
}

test('a section within the fold is opened by browsers that leave that to the page', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.4001048/');
  // A change of the address without a navigation: no browser unfolds anything for it.
  await page.evaluate(() => {
    history.replaceState(null, '', '#body');
    dispatchEvent(new HashChangeEvent('hashchange'));
  });
  await expect(page.locator('#body')).toBeInViewport();
});

test('a comparison that is not about this code in particular is a sentence', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.4001048/');
  const similar = page.getByRole('region', { name: '相近的错误码' });
  await expect(similar.getByText('属于鉴权问题')).toBeVisible();
  await expect(similar.getByRole('link', { name: 'SVCSTG.SWR.4006031' })).toHaveCount(0);
  await expect(similar.getByRole('table').filter({ hasText: 'SVCSTG.SWR.4010000' })).toBeVisible();
});

test('nothing is headed that is empty', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.4001013/#related');
  const following = await page
    .locator('article :is(.section-heading, h3)')
    .evaluateAll((headings) =>
      headings.map(({ nextElementSibling }) => nextElementSibling?.textContent?.trim()),
    );
  expect(following.length).toBeGreaterThan(5);
  for (const text of following) expect(text).toBeTruthy();
});

test.describe('a command', () => {
  const CODE_WITH_COMMANDS = 'codes/SVCSTG.SWR.4039002/';

  test('is copied as it stands by its own button, without anything moving', async ({
    page,
    context,
    siteUrl,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(siteUrl).origin,
    });
    await page.goto(CODE_WITH_COMMANDS);
    const block = page.locator('.guidance .code-block').first();
    const button = block.getByRole('button', { name: '复制' });
    await button.hover();
    const before = await button.boundingBox();
    await button.click();
    await expect(button).toHaveAttribute('data-said', '已复制');
    expect(await button.boundingBox()).toEqual(before);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await block.locator('pre').evaluate((pre) => pre.textContent),
    );
    await expect(button).not.toHaveAttribute('data-said');
  });

  for (const width of [1440, 390]) {
    test(`is never broken inside a word at ${width} px; its end is reached by scrolling`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(CODE_WITH_COMMANDS);
      const blocks = await page.locator('.guidance pre').evaluateAll((all) =>
        all.map((pre) => ({
          lines: pre.textContent?.trimEnd().split('\n').length,
          shown: Math.round(
            (pre.querySelector('code')?.getBoundingClientRect().height ?? 0) /
              parseFloat(getComputedStyle(pre).lineHeight),
          ),
          overflow: getComputedStyle(pre).overflowX,
        })),
      );
      expect(blocks.length).toBeGreaterThan(1);
      for (const { lines, shown, overflow } of blocks) {
        expect(shown).toBe(lines);
        expect(overflow).toBe('auto');
      }
    });
  }

  test('marks what the reader has to replace', async ({ page }) => {
    await page.goto(CODE_WITH_COMMANDS);
    const marked = await page.locator('.guidance .placeholder').allTextContents();
    expect(new Set(marked)).toEqual(new Set(['cn-north-4', 'my-org', 'user01']));
  });
});

test.describe('from 1280 px on', () => {
  for (const width of [1280, 1440, 1920]) {
    test(`the contents stay beside the text at ${width} px and mark what is being read`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('codes/SVCSTG.SWR.4001048/');
      const contents = page.getByRole('navigation', { name: '本页内容' });
      const [rail, text, sidebar] = await Promise.all(
        [contents, page.locator('#guidance'), page.locator('.sidebar-pane')].map((each) =>
          each.boundingBox(),
        ),
      );
      expect(rail?.x ?? 0).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
      expect(text?.width).toBeLessThanOrEqual(44 * 16);
      expect((text?.x ?? 0) - (sidebar?.width ?? 0)).toBeLessThan(100);
      for (const title of ['可能原因', '发生了什么']) {
        await contents.getByRole('link', { name: title }).click();
        await expect(contents.locator('[aria-current]')).toHaveText(title);
        await expect(contents).toBeInViewport();
      }
    });
  }
});

test('below 1280 px the contents are a line above the steps', async ({ page }) => {
  for (const width of [1279, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('codes/SVCSTG.SWR.4001048/');
    const contents = await page.getByRole('navigation', { name: '本页内容' }).boundingBox();
    const steps = await page.locator('#steps').boundingBox();
    expect(contents?.height).toBeLessThan(50);
    expect(contents?.y).toBeLessThan(steps?.y ?? 0);
  }
});

test('every heading of a section has a link to itself', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.4001048/');
  const links = await page
    .locator('article .section-heading a')
    .evaluateAll((all) =>
      all.map((link) => [link.getAttribute('href'), `#${link.previousElementSibling?.id}`]),
    );
  expect(links.length).toBe(await page.locator('article h2').count());
  for (const [href, id] of links) expect(href).toBe(id);
});

test('the next code is one of the same domain, and says what it means', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.4039002/');
  const neighbours = page.getByRole('navigation', { name: '同一领域的前后错误码' });
  await expect(neighbours).toContainText(/鉴权与权限\s*第 \d+ 个，共 \d+ 个/);
  await neighbours.getByRole('link', { name: /下一个/ }).click();
  await expect(page.locator('.gist')).toContainText('鉴权与权限');
  await expect(page.getByRole('link', { name: /上一个 SVCSTG\.SWR\.4039002\s*您没有权限/ })).toBeVisible();
});
