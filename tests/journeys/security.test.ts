import { expect, test } from './journey.ts';

const REFUSED = 'executing inline script';

test.describe('what does not belong to the page does not run', () => {
  // These journeys provoke what the others must not see.
  test.use({ noRefusal: undefined });

  for (const address of ['', 'codes/SVCSTG.SWR.4001048/', 'codes/', '404.html']) {
    test(`on /${address}`, async ({ page }) => {
      const refusals: string[] = [];
      page.on('console', (message) => refusals.push(message.text()));
      await page.goto(address);
      const ran = await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.documentElement.dataset.pwned = "yes"';
        document.body.append(script);
        const image = document.createElement('img');
        image.setAttribute('onerror', 'document.documentElement.dataset.pwned = "yes"');
        image.src = 'no-such-picture';
        document.body.append(image);
        return new Promise<string | undefined>((resolve) =>
          setTimeout(() => resolve(document.documentElement.dataset['pwned']), 300),
        );
      });
      expect(ran).toBeUndefined();
      expect(refusals.some((text) => text.toLowerCase().includes(REFUSED))).toBe(true);
    });
  }
});
