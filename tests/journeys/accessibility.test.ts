/** axe over every address, and over every kind of page at all widths, light, dark and with forced colours. */
import type { Page } from '@playwright/test';
import { PAGE_KINDS, PAGES, type PageKind } from '../fixtures/page-kinds.ts';
import { bringAxe, findings, newFindings } from './axe.ts';
import { expect, test } from './journey.ts';
import { countOf } from './counts.ts';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
/** Where the layout changes: one column, with the menu, with the rail, and with room on both sides. */
const WIDTHS = [390, 768, 1440, 1920];

/** Rows that are like those before them; in light, at one width, axe looks at all. */
const MORE_ROWS = '.code-table tbody tr:nth-child(n + 21):not([data-state])';

/** Loads a page once and looks at it in every way. Of a change of colours only contrasts can suffer. */
async function lookEveryWay(page: Page, address: string): Promise<string[]> {
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(address);
  await page.locator(MORE_ROWS).evaluateAll((rows) => rows.forEach((row) => row.remove()));
  await bringAxe(page);
  const all: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      const found = await findings(page, colorScheme === 'dark' ? { rules: ['color-contrast'] } : {});
      all.push(...found.map((line) => `/${address}, ${colorScheme}, ${width} px: ${line}`));
    }
  }
  // The colours are then the reader's own; axe would hold text against the backgrounds that they replace.
  await page.emulateMedia({ forcedColors: 'active' });
  const forced = await findings(page, { ignored: ['color-contrast'] });
  all.push(...forced.map((line) => `/${address}, forced colours: ${line}`));
  return all;
}

/** Addresses of the sitemap below the site's root, and the page that is in none. */
async function everyAddress(page: Page): Promise<string[]> {
  const locations = async (sitemap: string) =>
    [...(await (await page.request.get(sitemap)).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].flatMap(
      ([, location]) => (location ? new URL(location).pathname.slice(1) : []),
    );
  const sitemaps = await locations('sitemap-index.xml');
  return [...(await Promise.all(sitemaps.map(locations))).flat(), '404.html'];
}

/** English words are longer; what could suffer from that. */
const ENGLISH: readonly PageKind[] = ['home', 'table', 'code', 'cause of a message', 'topic', 'decode'];

for (const [kind, address] of PAGES.filter(
  ([kind, address]) => !address.startsWith('en/') || ENGLISH.includes(kind),
)) {
  test(`axe finds nothing at any width, light, dark and with forced colours: ${kind}, /${address}`, async ({
    page,
  }) => {
    expect(await lookEveryWay(page, address)).toEqual([]);
  });
}

/** What every page has alike: the tests of each kind of page look at it. */
const FRAME = ['header.header', 'nav.sidebar', '.site-footer'];

/** What is written of styles in a page. */
const stylesIn = (html: string) =>
  html.match(/<style[\s\S]*?<\/style>|<link [^>]*stylesheet[^>]*>/gu)?.join() ?? '';

/** Shows the page of a file in place of the one that is there, without the frame. */
const showInPlace = (page: Page, html: string) =>
  page.evaluate(
    ([text, frame]) => {
      const { title, body, documentElement } = new DOMParser().parseFromString(text, 'text/html');
      for (const part of body.querySelectorAll(frame)) part.remove();
      document.title = title;
      document.documentElement.lang = documentElement.lang;
      document.body.replaceWith(body);
    },
    [html, FRAME.join()] as const,
  );

/** Tests over all addresses, so that two workers share them. */
const PARTS = 12;

for (let part = 0; part < PARTS; part += 1) {
  test(`axe finds nothing on any page, part ${part + 1} of ${PARTS}`, async ({ page }) => {
    test.setTimeout(300_000);
    const addresses = await everyAddress(page);
    expect(addresses.length).toBeGreaterThan(200);
    await page.setViewportSize(DESKTOP);
    const seen = new Set<string>();
    let styles = '';
    for (const address of addresses.filter((_, index) => index % PARTS === part)) {
      const html = await (await page.request.get(address)).text();
      // Loading page and axe anew takes longer than to look. What scripts make of a page is looked at kind by kind.
      if (stylesIn(html) === styles) await showInPlace(page, html);
      else {
        await page.goto(address);
        await bringAxe(page);
        styles = stylesIn(html);
      }
      expect.soft(await newFindings(page, seen, FRAME), `/${address}`).toEqual([]);
    }
  });
}

test('axe finds what is wrong', async ({ page }) => {
  await page.goto('');
  await bringAxe(page);
  await page.evaluate(() => {
    const text = document.createElement('p');
    text.textContent = '看不清的文字';
    text.style.color = 'color-mix(in srgb, var(--sl-color-bg), var(--sl-color-text) 10%)';
    document.querySelector('main h1')?.after(text);
  });
  expect((await findings(page, { rules: ['color-contrast'] })).join()).toContain('看不清的文字');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`search, ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const text of ['组织不存在', 'SVCSTG.SWR.4040999', 'asdfqwer']) {
      test(`axe finds nothing in the dialog and on the page for ${text}`, async ({ page }) => {
        await page.goto('codes/SVCSTG.SWR.4001048/');
        await page.keyboard.press('Control+k');
        await bringAxe(page);
        await page.locator('dialog input[role=combobox]').fill(text);
        await expect(page.locator('dialog :is(.result, .explanation)').first()).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await page.goto(`search/?q=${text}`);
        await expect(page.locator('ol[data-results][data-ready]')).toBeAttached();
        await bringAxe(page);
        expect(await findings(page)).toEqual([]);
      });
    }
  });
}

test('the open menu of a phone is as accessible as the page', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto('error-body/');
  await page.getByRole('button', { name: '菜单' }).click();
  await expect(page.locator('.sidebar-list').first()).toBeVisible();
  await bringAxe(page);
  expect(await findings(page)).toEqual([]);
});

/** Long tables repeat themselves; so many stops are looked at. */
const MOST_STOPS = 120;

/**
 * Goes through a page with the Tab key.
 *
 * @returns what got the focus without an outline, or behind something else
 */
async function unseenStops(page: Page): Promise<string[]> {
  const unseen: string[] = [];
  let stop = 0;
  for (; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const state = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'none left';
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (outlineStyle === 'none' || outlineWidth === '0px')
        return `no outline: ${element.outerHTML.slice(0, 80)}`;
      // A link in running text can be broken into lines; one of them in sight is enough.
      const isInSight = [...element.getClientRects()].some(({ x, y, width, height }) => {
        const top = document.elementFromPoint(x + width / 2, y + height / 2);
        return top !== null && (element.contains(top) || top.contains(element));
      });
      return isInSight ? '' : `covered: ${element.outerHTML.slice(0, 80)}`;
    });
    if (state === 'none left') break;
    if (state !== '') unseen.push(state);
  }
  expect(stop, 'stops of the Tab key').toBeGreaterThan(3);
  return unseen;
}

test.describe('keyboard', () => {
  test('the first stop skips to the content', async ({ page }) => {
    await page.goto('codes/SVCSTG.SWR.4001048/');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: '跳转到内容' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  for (const [kind, address] of Object.entries(PAGE_KINDS)) {
    test(`every stop is seen: ${kind}`, async ({ page }) => {
      await page.goto(address, { waitUntil: 'networkidle' });
      expect(await unseenStops(page)).toEqual([]);
    });
  }

  test('every stop is seen: results in the search dialog', async ({ page }) => {
    await page.goto('');
    await page.keyboard.press('Control+k');
    await page.locator('dialog input[role=combobox]').fill('镜像');
    await expect(page.locator('dialog [role=option]').first()).toBeVisible();
    expect(await unseenStops(page)).toEqual([]);
  });

  test('every stop is seen: what the decoder found', async ({ page }) => {
    await page.goto('decode/');
    await page.locator('#decode-input').fill('SVCSTG.SWR.4001048 SVCSTG.SWR.4039999');
    await expect(page.locator('decode-box [data-results] > li')).toHaveCount(2);
    expect(await unseenStops(page)).toEqual([]);
  });

  test('the table is filtered', async ({ page }) => {
    await page.goto('codes/');
    await page.getByLabel('文字').focus();
    await page.keyboard.type('镜像版本');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('HTTP 状态')).toBeFocused();
    await page.keyboard.type('404');
    await expect(page.locator('.code-table tbody tr:visible')).not.toHaveCount(countOf());
    await expect(page).toHaveURL(/status=404/);
    await page.getByRole('button', { name: '清除筛选' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.code-table tbody tr:visible')).toHaveCount(countOf());
  });

  test('a ticket is decoded, from the box to the page of a code', async ({ page, siteUrl }) => {
    // From the heading on, as after the link that skips to the content.
    await page.goto('decode/#_top');
    const box = page.getByLabel('工单、日志或错误响应体');
    await expect(box).toBeEnabled();
    await page.keyboard.press('Tab');
    await expect(box).toBeFocused();
    await page.keyboard.type('push: SVCSTG.SWR.4001048');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: '清空' })).toBeFocused();
    const code = page.locator('decode-box [data-results]').getByRole('link', { name: 'SVCSTG.SWR.4001048' });
    await expect(code).toBeVisible();
    for (const name of ['复制结论', '复制 Markdown']) {
      await page.keyboard.press('Tab');
      await expect(page.getByRole('button', { name })).toBeFocused();
    }
    await page.keyboard.press('Tab');
    await expect(code).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${siteUrl}codes/SVCSTG.SWR.4001048/`);
  });

  test('a code is copied, and said to be', async ({ page, context, siteUrl }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(siteUrl).origin,
    });
    await page.goto('codes/SVCSTG.SWR.4001048/');
    const menu = page.locator('.copy-menu > summary');
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: '复制错误码' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: '已复制' })).toBeAttached();
    // The menu closes when it has said so, and gives the focus back.
    await expect(menu).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: '复制错误码' })).toBeHidden();
    await expect(menu).toBeFocused();
  });

  test('the menu of a phone opens, keeps the focus and closes', async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto('codes/SVCSTG.SWR.4001048/');
    const button = page.getByRole('button', { name: '菜单' });
    await button.focus();
    await page.keyboard.press('Enter');
    const first = page.locator('.sidebar-list a').first();
    await expect(first).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(first).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(first).toBeHidden();
    await expect(button).toBeFocused();
  });
});

test.describe('other ways to see', () => {
  const ADDRESSES = PAGES.map(([, address]) => address);
  const width = (page: Page) =>
    page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);

  for (const address of ADDRESSES) {
    test(`at 200 % and on the narrowest phone nothing of /${address} is cut off`, async ({ page }) => {
      await page.goto(address);
      // 200 % on a window of 1280 px is what 640 px show; 320 px is 400 %, where WCAG 1.4.10 draws the line. 390 px are
      // a phone, where what has a layout of its own above the narrowest can be too wide.
      for (const pixels of [640, 390, 320]) {
        await page.setViewportSize({ width: pixels, height: 600 });
        const [content = 0, window = 0] = await width(page);
        expect(content, `${pixels} px`).toBeLessThanOrEqual(window);
      }
    });
  }

  test('with forced colours badges, fields and the current page keep their outlines', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto('status/404/');
    for (const selector of ['.badge', '.sidebar-list [aria-current="page"]']) {
      const seen = await page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { borderStyle, outlineStyle, textDecorationLine } = getComputedStyle(element);
          return borderStyle !== 'none' || outlineStyle !== 'none' || textDecorationLine !== 'none';
        });
      expect(seen, selector).toBe(true);
    }
  });

  test('who wants less motion gets none', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const address of ADDRESSES) {
      await page.goto(address);
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
            return (
              // What appears after a while, at once, does not move.
              animationDuration.split(', ').some((duration) => duration !== '0s') ||
              transitionDuration.split(', ').some((duration) => duration !== '0s') ||
              scrollBehavior === 'smooth'
            );
          })
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      expect(moving, address).toEqual([]);
    }
  });

  test('on paper a code’s page is the answer alone, dark on white', async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto('codes/SVCSTG.SWR.4001048/');
    for (const selector of ['#meaning', '.answer', '#steps', '#causes', '#source'])
      await expect(page.locator(selector)).toBeVisible();
    for (const selector of [
      '#structure',
      '#body',
      '#history',
      'nav.sidebar',
      '.neighbours',
      '.rail',
      'theme-select',
      'site-search',
    ]) {
      for (const element of await page.locator(selector).all()) await expect(element).toBeHidden();
    }
    const paper = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return { color, backgroundColor };
    });
    const lightness = (rgb: string) => Math.max(...(rgb.match(/\d+/g) ?? []).slice(0, 3).map(Number));
    expect(lightness(paper.backgroundColor)).toBe(255);
    expect(lightness(paper.color)).toBeLessThan(80);
    await bringAxe(page);
    expect(await findings(page, { rules: ['color-contrast'] })).toEqual([]);
  });
});
