/** What people do with the site, in Firefox: find a code, read a ticket, narrow the table, copy, follow an address. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { becomes, closeFirefox, journey, press, shownTexts, type Visit } from './firefox.ts';

const CODE = 'SVCSTG.SWR.4001048';
const OPTIONS = 'dialog [role=option]';

after(closeFirefox);

/** The search dialog, opened by keyboard, with its script attached. */
async function openSearch({ page, siteUrl }: Visit): Promise<void> {
  await page.goto(`${siteUrl}codes/`);
  await press(page, 'Control', 'k');
  await becomes(() => page.$eval('dialog input', (input) => input.role), 'combobox');
}

journey('Ctrl+K, the last four digits, Enter leads to the code', async (visit) => {
  const { page, siteUrl } = visit;
  await openSearch(visit);
  await page.keyboard.type('1048');
  await becomes(async () => (await shownTexts(page, OPTIONS)).length, 1);
  await page.keyboard.press('Enter');
  await becomes(() => page.url(), `${siteUrl}codes/${CODE}/`);
});

journey('arrow keys choose a result, Escape gives the focus back', async (visit) => {
  const { page, siteUrl } = visit;
  await openSearch(visit);
  await page.keyboard.type('组织不存在');
  await becomes(async () => (await shownTexts(page, OPTIONS))[0]?.startsWith('SVCSTG.SWR.4040058'), true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const chosen = await page.$eval(
    `${OPTIONS}[aria-selected=true]`,
    (link) => (link as HTMLAnchorElement).href,
  );
  await page.keyboard.press('Enter');
  await becomes(() => page.url(), chosen);
  assert.notEqual(chosen, `${siteUrl}codes/SVCSTG.SWR.4040058/`);
  await page.focus('site-search > a');
  await page.keyboard.press('Enter');
  await becomes(() => page.$eval('site-search dialog', (dialog) => (dialog as HTMLDialogElement).open), true);
  await page.keyboard.press('Escape');
  await becomes(() => page.evaluate(() => document.activeElement?.matches('site-search > a')), true);
});

journey('full text finds what only the prose of a page says', async ({ page, siteUrl }) => {
  await page.goto(`${siteUrl}search/?${new URLSearchParams({ q: '长期有效登录指令' })}`);
  await becomes(
    async () =>
      (await page.$$eval('ol[data-results] a', (links) => links.map(({ href }) => href))).includes(
        `${siteUrl}topics/auth/`,
      ),
    true,
  );
});

journey('the decoder answers a ticket', async ({ page, siteUrl }) => {
  await page.goto(`${siteUrl}decode/`);
  await becomes(() => page.$eval('#decode-input', (box) => (box as HTMLTextAreaElement).disabled), false);
  await page.focus('#decode-input');
  await page.keyboard.type(
    'denied: Authenticate Error {"error_code":"SVCSTG.SWR.4001031"} SVCSTG.SWR.4039999 4001048',
  );
  const states = () =>
    page.$$eval('ol[data-results][data-ready] > li', (lines) => lines.map((line) => line.dataset['state']));
  await becomes(states, ['retired', 'unknown', 'documented', 'cause']);
  assert.deepEqual(await shownTexts(page, 'ol[data-results] > li > a:not(.cause-name)'), [
    'SVCSTG.SWR.4001031',
    CODE,
  ]);
});

journey(
  'the table is narrowed, the address says how, and the back button undoes it',
  async ({ page, siteUrl }) => {
    await page.goto(`${siteUrl}codes/`);
    const rows = () => shownTexts(page, '.code-table tbody tr');
    const all = (await rows()).length;
    await page.select('table-filter [name=status]', '404');
    await becomes(() => page.url(), `${siteUrl}codes/?status=404`);
    const narrowed = (await rows()).length;
    assert.ok(narrowed > 0 && narrowed < all, `${narrowed} rows of ${all}`);
    await page.goBack();
    await becomes(async () => (await rows()).length, all);
    await page.goto(`${siteUrl}codes/?status=404`);
    await becomes(async () => (await rows()).length, narrowed);
  },
);

for (const [way, isSecure] of [
  ['https', true],
  ['plain http', false],
] as const) {
  journey(`what is copied from the menu can be pasted, as over ${way}`, async ({ page, siteUrl }) => {
    if (!isSecure) {
      await page.evaluateOnNewDocument(() =>
        Object.defineProperty(navigator, 'clipboard', { value: undefined }),
      );
    }
    // Not the same text twice: it would be there from before.
    await page.goto(`${siteUrl}codes/${isSecure ? CODE : 'SVCSTG.SWR.4030170'}/`);
    await page.click('.copy-menu > summary');
    const text = await page.$eval(
      '.copy-menu li:first-child .copy-button',
      (button) => (button as HTMLElement).dataset['text'],
    );
    await page.click('.copy-menu li:first-child .copy-button');
    await becomes(async () => (await shownTexts(page, '[role=status].sr-only')).join() !== '', true);
    await page.goto(`${siteUrl}decode/`);
    await becomes(() => page.$eval('#decode-input', (box) => (box as HTMLTextAreaElement).disabled), false);
    await page.focus('#decode-input');
    await press(page, 'Control', 'v');
    await becomes(() => page.$eval('#decode-input', (box) => (box as HTMLTextAreaElement).value), text);
  });
}

for (const address of [
  '4001048',
  'codes/svcstg.swr.4001048/).',
  `codes/${CODE}。`,
  'codes/%A3%BA4001048%A1%A3',
]) {
  journey(`/${address} leads to ${CODE}`, async ({ page, siteUrl }) => {
    await page.goto(`${siteUrl}${address}`).catch(() => undefined);
    await becomes(() => page.url().replace(/\/$/u, ''), `${siteUrl}codes/${CODE}`);
    await becomes(() => page.$eval('h1', (heading) => heading.textContent.includes('4001048')), true);
  });
}

journey('a code that nobody knows is explained', async ({ page, siteUrl }) => {
  await page.goto(`${siteUrl}codes/SVCSTG.SWR.4039999/`);
  await becomes(
    async () => (await shownTexts(page, '[data-unknown-code="SVCSTG.SWR.4039999"]')).join().includes('403'),
    true,
  );
});
