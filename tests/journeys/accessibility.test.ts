import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './journey.ts';

/** One page of each kind. */
const PAGES = [
  '',
  'codes/',
  'codes/SVCSTG.SWR.4001048/',
  'status/4xx/',
  'status/404/',
  'domains/image/',
  'topics/naming/',
  'error-body/',
  'codes/SVCSTG.SWR.4001031/',
  'codes/SVCSTG.SWR.4030170/',
  'decode/',
  '404.html',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe, ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const address of PAGES) {
      test(`no violation on /${address}`, async ({ page }) => {
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
        ).toEqual([]);
      });
    }
  });
}
