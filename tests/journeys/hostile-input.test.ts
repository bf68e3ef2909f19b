/** Hostile texts from addresses, queries, fields and pasted tickets: they are shown as text, or not at all. */
import { HOSTILE_CHARACTERS, HOSTILE_TEXTS } from '../fixtures/hostile-texts.ts';
import { expect, expectOnlyText, test } from './tame.ts';
import { countOf } from './counts.ts';

const TEXTS = Object.entries({ ...HOSTILE_TEXTS, ...HOSTILE_CHARACTERS });
/** Percent-encoded; half characters as browsers send them. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed());

test.describe.configure({ timeout: 180_000 });

test('addresses that lead nowhere', async ({ page, siteUrl }) => {
  for (const [name, text] of TEXTS) {
    const attack = encoded(text);
    for (const address of [
      attack,
      `codes/${attack}/`,
      `codes/SVCSTG.SWR.4039999/${attack}`,
      `nothing?q=${attack}#${attack}`,
    ]) {
      await page.goto(address);
      await expect(page.locator('not-found'), name).toHaveAttribute('data-ready');
      await expectOnlyText(page, `${name}, /${address}`);
      expect(page.url().startsWith(siteUrl), `${name} led to ${page.url()}`).toBe(true);
    }
  }
});

test('the search page', async ({ page }) => {
  for (const [name, text] of TEXTS) {
    const attack = encoded(text);
    await page.goto(`search/?q=${attack}&status=${attack}&domain=${attack}#${attack}`);
    await expect(page.locator('search-page [data-results]'), name).toHaveAttribute('data-ready');
    await expectOnlyText(page, `${name}, alone`);
    await page.goto(`search/?q=${attack}%20SVCSTG.SWR.4001048%20SVCSTG.SWR.4039999`);
    await expect(page.locator('search-page [data-results] a').first(), name).toContainText('4001048');
    await expectOnlyText(page, `${name}, with codes`);
  }
});

test('the search dialog', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('Control+k');
  const field = page.locator('dialog input[role=combobox]');
  for (const [name, text] of TEXTS) {
    await field.fill(`${text} SVCSTG.SWR.4001048`);
    await expect(page.locator('dialog [role=option]').first(), name).toContainText('4001048');
    await field.fill(text);
    await expect(page.locator('dialog [role=status]'), name).not.toHaveText(/正在/u);
    await expectOnlyText(page, name);
  }
});

test('the filters of the table', async ({ page }) => {
  for (const [name, text] of TEXTS) {
    const attack = encoded(text);
    const fields = ['q', 'status', 'domain', 'actor', 'retry'];
    await page.goto(`codes/?${fields.map((field) => `${field}=${attack}`).join('&')}#${attack}`);
    await expect(page.getByRole('status'), name).toHaveText(new RegExp(`${countOf()}`, 'u'));
    await expectOnlyText(page, name);
    await page.getByLabel('文字').fill(text);
    await expectOnlyText(page, `${name}, typed`);
  }
});

test('the decoder', async ({ page }) => {
  await page.goto('decode/');
  const box = page.locator('#decode-input');
  await expect(box).toBeEnabled();
  for (const [name, text] of TEXTS) {
    await box.fill(
      `${text} SVCSTG.SWR.4001048 ${text}\n{"errorCode":"SVCSTG.SWR.4039999","errorMessage":${JSON.stringify(text)}}\nrequest_id: ${text}\nhttps://swr-api.${text}.myhuaweicloud.com/`,
    );
    await expect(page.locator('decode-box [data-results] > li').first(), name).toContainText('4001048');
    await expectOnlyText(page, name);
    // What is marked stands between texts; it is there as it was pasted.
    if (name in HOSTILE_TEXTS) {
      await expect(page.locator('[data-marked]'), name).toContainText(text.slice(0, 20));
    }
    await box.fill('');
    await expect(page.locator('decode-box [data-results] > li')).toHaveCount(0);
  }
});

test('the checker of names', async ({ page }) => {
  await page.goto('topics/naming/');
  for (const [name, text] of TEXTS) {
    for (const field of await page.locator('naming-checker input').all()) await field.fill(text);
    await expectOnlyText(page, name);
  }
});
