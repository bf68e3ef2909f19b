/**
 * `npm run bench:search`, after `npm run build`: from keystroke to painted result in the header's dialog, and what it
 * downloads; on the site as it is and with 20,000 generated codes. Prints a table, judges nothing.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import type { LookupFile } from '../../src/search/lookup-file.ts';
import { CHROMIUM_ARGS, chromiumPath } from '../browser/chromium.ts';
import { manyCodes } from '../fixtures/many-codes.ts';
import { serveStatic } from '../static-server.ts';
import { swrCatalog, swrFile } from '../unit/lookup.ts';
import { Weight } from '../weight.ts';

const RUNS = 7;
/** What is typed → what the first result has to say; the last one only full text can answer. */
const QUERIES: readonly (readonly [text: string, answer: string])[] = [
  ['SVCSTG.SWR.4090006', '4090006'],
  ['1048', '4001048'],
  ['镜像已存在', '4090006'],
  ['namespace already exists', '4090060'],
  ['长期有效登录指令', '登录与鉴权'],
];

let manyCodesFile: LookupFile | undefined;

/** Look-up data of 20,000 codes in the place of the site's own. */
async function serveManyCodes(page: Page): Promise<void> {
  const catalog = swrCatalog();
  manyCodesFile ??= swrFile(catalog, manyCodes(catalog, 20_000));
  await page.route('**/lookup/*/swr.json', async (route) => {
    const own = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...own, ...manyCodesFile } });
  });
}

/** Types into the open dialog; milliseconds until the frame after the answer stands there. */
function timeOf(page: Page, text: string, answer: string): Promise<number> {
  return page.evaluate(
    ([typed, expected]) =>
      new Promise<number>((settle, fail) => {
        const input = document.querySelector<HTMLInputElement>('dialog input');
        const list = document.querySelector('dialog [role=listbox]');
        if (!input || !list) return fail(new Error('the search dialog is not open'));
        setTimeout(() => fail(new Error(`no answer to ${typed ?? ''}`)), 10_000);
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (!list.textContent.includes(expected ?? '')) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => settle(performance.now() - start)));
        });
        observer.observe(list, { childList: true });
        input.value = typed ?? '';
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }),
    [text, answer],
  );
}

interface Run {
  readonly first: number;
  readonly again: number;
  readonly bytes: number;
  readonly largest: number;
}

async function run(browser: Browser, url: string, options: Setting, query: readonly [string, string]) {
  const page = await browser.newPage();
  if (options.many) await serveManyCodes(page);
  await page.goto(`${url}codes/SVCSTG.SWR.4001048/`);
  await page.waitForLoadState('networkidle');
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: options.slowDown });
  const weight = new Weight(page);
  await page.keyboard.press('Control+k');
  await page.locator('dialog input[role=combobox]').waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  const first = await timeOf(page, ...query);
  await page.locator('dialog input').fill('');
  await page.waitForTimeout(400);
  const again = await timeOf(page, ...query);
  const result: Run = { first, again, bytes: await weight.bytes(), largest: await weight.largest() };
  await page.close();
  return result;
}

interface Setting {
  readonly many: boolean;
  readonly slowDown: number;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const row = (cells: readonly string[]) =>
  process.stdout.write(
    `${cells.map((cell, at) => (at === 0 ? cell.padEnd(26) : cell.padStart(14))).join('')}\n`,
  );

const server = await serveStatic('dist');
const executablePath = await chromiumPath();
const browser = await chromium.launch({
  args: CHROMIUM_ARGS,
  ...(executablePath === undefined ? {} : { executablePath }),
});
for (const setting of [
  { many: false, slowDown: 1 },
  { many: false, slowDown: 4 },
  { many: true, slowDown: 1 },
  { many: true, slowDown: 4 },
]) {
  const codes = setting.many ? '20,000 generated codes' : "the site's codes";
  process.stdout.write(`\n${codes}, CPU slowed down ${setting.slowDown}×, median of ${RUNS}\n`);
  row(['query', 'first, ms', 'again, ms', 'brotli, bytes', 'largest file']);
  // Full text is of the site's pages, which the generated codes do not have.
  for (const query of setting.many ? QUERIES.slice(0, -1) : QUERIES) {
    const runs: Run[] = [];
    for (let count = 0; count < RUNS; count++) runs.push(await run(browser, server.url, setting, query));
    const cell = (key: keyof Run) => median(runs.map((each) => each[key])).toFixed(0);
    row([query[0], cell('first'), cell('again'), cell('bytes'), cell('largest')]);
  }
}
await browser.close();
await server.close();
