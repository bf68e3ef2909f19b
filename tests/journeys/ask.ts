import type { Page } from '@playwright/test';

/**
 * Asks the site's search page the way its address does, without loading the page again for each question.
 *
 * @returns what was found, best first: codes by their code, other pages by their path
 */
export async function ask(page: Page, text: string): Promise<string[]> {
  if (!new URL(page.url()).pathname.endsWith('/search/')) await page.goto('search/');
  await page.evaluate(
    (query) => {
      history.replaceState(null, '', query);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    `?${new URLSearchParams({ q: text })}`,
  );
  await page.locator('ol[data-results][data-ready]').waitFor({ state: 'attached' });
  return page.locator('ol[data-results] > li > a').evaluateAll((links) =>
    links.map((link) => {
      const { pathname } = new URL((link as HTMLAnchorElement).href);
      return decodeURIComponent(/\/codes\/([^/]+)\/$/u.exec(pathname)?.[1] ?? pathname);
    }),
  );
}
