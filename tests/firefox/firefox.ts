import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import puppeteer, { type Page } from 'puppeteer-core';
import { serveStatic } from '../static-server.ts';

/** Waits at most so long for what a page is expected to say, in milliseconds. */
const PATIENCE = 10_000;

/** `FIREFOX_PATH` where it is set, else Debian's. A `firefox` on the path may be a snap, which reads no profile in /tmp. */
const firefoxPath =
  process.env['FIREFOX_PATH'] ||
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'firefox-esr'))
    .find((path) => existsSync(path));

/** The page of a journey, and the address below which the site is served. */
export interface Visit {
  readonly page: Page;
  readonly siteUrl: string;
}

const browser = firefoxPath
  ? await puppeteer.launch({ browser: 'firefox', executablePath: firefoxPath, headless: true })
  : undefined;
const server = await serveStatic('dist');

/** Collects what no journey may cause: requests to other hosts, scripts that fail, what the policy refuses (an error, too). */
function watch(page: Page, siteUrl: string): string[] {
  const wrong: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(siteUrl).origin) wrong.push(request.url());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  return wrong;
}

/**
 * A journey in Firefox over the built site in `dist/`; left out where Firefox is not installed.
 *
 * @param walk opens addresses and asserts what stands there; nothing else may go wrong meanwhile
 */
export function journey(name: string, walk: (visit: Visit) => Promise<void>): void {
  void test(name, { skip: browser ? false : 'firefox-esr is not installed' }, async () => {
    assert.ok(browser);
    const page = await browser.newPage();
    const wrong = watch(page, server.url);
    try {
      await walk({ page, siteUrl: server.url });
      assert.deepEqual(wrong, [], 'no script fails, nothing is refused, nothing goes to another host');
    } finally {
      await page.close();
    }
  });
}

/** Ends Firefox and the server; for `after`. */
export async function closeFirefox(): Promise<void> {
  await Promise.all([browser?.close(), server.close()]);
}

/**
 * Asks again until the answer is the expected one.
 *
 * @throws AssertionError with the last answer when that takes too long
 */
export async function becomes<Value>(ask: () => Value | Promise<Value>, expected: Value): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      // While a page gives way to the next one, there is nobody to answer.
      assert.deepEqual(await ask(), expected);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Texts of the elements that a selector finds and that are shown. */
export const shownTexts = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (found) =>
    found.filter((element) => element.checkVisibility()).map((element) => element.textContent.trim()),
  );

/** Presses keys together, e.g. `Control`, `k`. */
export async function press(page: Page, ...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.toReversed()) await page.keyboard.up(key);
}
