/** What every page looks like: its type, the faces of its verdicts, its paper. */
import type { Page } from '@playwright/test';
import { PAGE_KINDS } from '../fixtures/page-kinds.ts';
import { expect, test } from './journey.ts';
import { layoutShift } from './layout-shift.ts';

/** In px. */
const SIZES = [12, 13, 14, 16, 18, 21, 28];

/** The sizes of type on a page that are none of these, each with what is set in it. */
function otherSizes(page: Page): Promise<string[]> {
  return page.evaluate((sizes) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Map<string, string>();
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      if (!parent?.checkVisibility() || texts.currentNode.textContent?.trim() === '') continue;
      const size = getComputedStyle(parent).fontSize;
      if (!sizes.includes(parseFloat(size))) found.set(size, parent.outerHTML.slice(0, 120));
    }
    return [...found].map((line) => line.join(': '));
  }, SIZES);
}

for (const [kind, address] of Object.entries(PAGE_KINDS)) {
  test(`all type is of seven sizes: ${kind}`, async ({ page }) => {
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await otherSizes(page), `${width} px`).toEqual([]);
    }
  });
}

test('all type is of seven sizes: what search and decoder answer', async ({ page }) => {
  await page.goto('decode/');
  await page
    .locator('#decode-input')
    .fill('SVCSTG.SWR.4001048 SVCSTG.SWR.4039999 APIGW.0301 x509: certificate');
  await expect(page.locator('decode-box [data-results] > li').first()).toBeVisible();
  expect(await otherSizes(page)).toEqual([]);
  for (const text of [
    '',
    '镜像不存在',
    'SVCSTG.SWR.4039999 APIGW.0301',
    'unauthorized: authentication required',
  ]) {
    await page.keyboard.press('Control+k');
    await page.locator('dialog input').fill(text);
    await page.waitForTimeout(500);
    expect(await otherSizes(page), text).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

const RETRIES = ['no', 'after-change', 'backoff'];
const ACTORS = ['caller', 'org-admin', 'account-admin', 'vendor'];

/** The faces on a page: verdict → shape, colour, the colour behind it, its words. */
function facesOf(page: Page) {
  return page.evaluate(() => {
    const backgroundOf = (element: Element | null): string => {
      const colour = element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)';
      return colour === 'rgba(0, 0, 0, 0)' ? backgroundOf(element?.parentElement ?? null) : colour;
    };
    const faces = [...document.querySelectorAll<HTMLElement>('[data-verdict]')].map((element) => {
      const { maskImage, backgroundColor } = getComputedStyle(element, '::before');
      return {
        verdict: element.dataset['verdict'] ?? '',
        shape: maskImage === 'none' ? undefined : maskImage,
        colour: backgroundColor,
        behind: backgroundOf(element),
        words: element.textContent.trim(),
      };
    });
    return faces.filter(({ words }) => words !== '');
  });
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/gu) ?? []).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

for (const scheme of ['light', 'dark'] as const) {
  test(`each verdict has a shape and a colour of its own, seen on its background: ${scheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('codes/');
    const faces = await facesOf(page);
    const of = (verdict: string) => faces.find((face) => face.verdict === verdict);
    for (const verdicts of [RETRIES, ACTORS])
      for (const part of ['shape', 'colour', 'words'] as const)
        expect(new Set(verdicts.map((verdict) => of(verdict)?.[part])).size, part).toBe(verdicts.length);
    for (const { verdict, colour, behind } of faces)
      expect(contrast(colour, behind), verdict).toBeGreaterThanOrEqual(3);
  });
}

test('a verdict has the same face wherever it stands', async ({ page }) => {
  await page.goto('codes/');
  const known = new Map((await facesOf(page)).map(({ verdict, ...face }) => [verdict, face]));
  const check = async (where: string) => {
    const faces = await facesOf(page);
    expect(faces.length, where).toBeGreaterThan(0);
    for (const { verdict, shape, colour, words } of faces) {
      const { shape: itsShape, colour: itsColour, words: itsWords = '?' } = known.get(verdict) ?? {};
      expect([shape, colour], where).toEqual([itsShape, itsColour]);
      // The reason may stand behind it.
      expect(words.startsWith(itsWords), `${words} ${where}`).toBe(true);
    }
  };
  for (const address of [
    'codes/SVCSTG.SWR.4039002/',
    'messages/manifest-refused/',
    'domains/image/',
    'status/500/',
    'status/4xx/',
  ]) {
    await page.goto(address);
    await check(address);
  }
  await page.goto('codes/SVCSTG.SWR.4039999/');
  await expect(page.locator('.guess [data-verdict]')).toHaveCount(2);
  await check('unknown code');
  await page.goto('decode/');
  for (const text of ['SVCSTG.SWR.4001048', 'x509: certificate signed by unknown authority']) {
    await page.locator('#decode-input').fill(text);
    await expect(page.locator('decode-box [data-verdict]')).toHaveCount(2);
    await check('decoder');
  }
  await page.goto('search/?q=1048');
  await expect(page.locator('search-page [data-verdict]')).toHaveCount(2);
  await check('search');
});

test('with forced colours a face has the colour of text', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const address of ['codes/SVCSTG.SWR.4039002/', 'codes/', 'messages/manifest-refused/']) {
    await page.goto(address);
    for (const { verdict, colour, behind } of await facesOf(page))
      expect(contrast(colour, behind), `${verdict} on ${address}`).toBeGreaterThan(4.5);
  }
});

for (const [kind, address] of Object.entries(PAGE_KINDS)) {
  test(`nothing moves while a page arrives: ${kind}`, async ({ context }) => {
    // Beside each other: most of the time nothing happens but waiting for more to come.
    await Promise.all(
      [390, 768, 1920].map(async (width) => {
        const page = await context.newPage();
        await page.setViewportSize({ width, height: 900 });
        await page.goto(address, { waitUntil: 'networkidle' });
        expect.soft(await layoutShift(page), `${width} px`).toBeLessThanOrEqual(0.02);
      }),
    );
  });
}

/** Sheets of A4 that the page takes. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4' });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
}

test('most codes take two sheets of paper', async ({ page }) => {
  await page.goto('codes/');
  const addresses = await page
    .locator('.code-table tbody th a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const counts: number[] = [];
  for (const address of addresses.filter((_, at) => at % 20 === 0)) {
    await page.goto(address);
    counts.push(await sheets(page));
  }
  expect(counts.length).toBeGreaterThan(8);
  expect(counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(2);
  test.info().annotations.push({ type: 'sheets', description: counts.join(' ') });
});

test('“推断” is never torn in two, not even in the narrowest column', async ({ page }) => {
  for (const address of ['topics/retry/', 'codes/SVCSTG.SWR.4039002/']) {
    await page.goto(address);
    for (const width of [320, 390, 640, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const lines = await page
        .locator('.inferred')
        .evaluateAll((marks) => marks.map((mark) => mark.getClientRects().length));
      expect(lines.length).toBeGreaterThan(0);
      expect(new Set(lines), `${address} at ${width} px`).toEqual(new Set([1]));
    }
  }
});
