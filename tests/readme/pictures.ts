/**
 * `npm run pictures`, after `npm run build`: takes the README's pictures anew, of the built site in a real browser, light
 * and dark. Wants a Chinese font on the machine (Debian: fonts-noto-cjk).
 */
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from '../browser/chromium.ts';
import { serveStatic } from '../static-server.ts';

const FOLDER = '.github/readme';
const PICTURES = {
  home: '',
  code: 'codes/SVCSTG.SWR.4001048/',
  'home-en': 'en/',
  'code-en': 'en/codes/SVCSTG.SWR.4001048/',
};

const server = await serveStatic('dist');
const executablePath = await chromiumPath();
const browser = await chromium.launch({
  args: CHROMIUM_ARGS,
  ...(executablePath === undefined ? {} : { executablePath }),
});
for (const colorScheme of ['light', 'dark'] as const) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 }, colorScheme });
  for (const [name, address] of Object.entries(PICTURES)) {
    await page.goto(server.url + address, { waitUntil: 'networkidle' });
    await page.screenshot({ path: `${FOLDER}/${name}-${colorScheme}.png` });
  }
}
await browser.close();
await server.close();
