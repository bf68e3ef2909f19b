/** What every journey through hostile texts starts from: a page that tells when a text came to life. */
import type { Page } from '@playwright/test';
import { MARK } from '../fixtures/hostile-texts.ts';
import { liveMarkup, type SeenElement } from '../live-markup.ts';
import { expect, test as base } from './journey.ts';

/** Elements of the page that a hostile text is in, as text or otherwise. */
function touchedElements(page: Page): Promise<SeenElement[]> {
  return page.evaluate((mark) => {
    const ownText = (element: Element) =>
      [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('');
    return [...document.querySelectorAll('*')]
      .map((element) => ({
        tag: element.localName,
        attributes: [...element.attributes].map(({ name, value }) => [name, value] as const),
        text: ownText(element),
      }))
      .filter((element) => JSON.stringify(element).includes(mark));
  }, MARK);
}

/** Fails when a hostile text is anything but text on this page as it stands now. */
export async function expectOnlyText(page: Page, where: string): Promise<void> {
  const problems = (await touchedElements(page)).flatMap(liveMarkup);
  expect(problems, `${where}: a text became markup`).toEqual([]);
}

export const test = base.extend<{ nothingRuns: undefined }>({
  nothingRuns: [
    async ({ page }, use) => {
      const ran: string[] = [];
      await page.exposeFunction(MARK, () => ran.push('a script of a text'));
      page.on('dialog', (dialog) => {
        ran.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('popup', (popup) => ran.push(`a window: ${popup.url()}`));
      await use(undefined);
      expect(ran, 'nothing of a text runs').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
