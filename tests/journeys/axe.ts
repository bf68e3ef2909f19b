import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** Puts axe into the page; needed once after each navigation. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source);
}

/**
 * What axe finds on the page as it stands now, one line a finding.
 *
 * @param options `rules`: ids of the rules to look for, all unless told; `ignored`: of those that do not count; `without`:
 * selectors of parts to leave out
 */
export async function findings(
  page: Page,
  options: { rules?: string[]; ignored?: string[]; without?: string[] } = {},
): Promise<string[]> {
  const found = await page.evaluate(
    ({ rules, ignored = [], without = [] }) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        { exclude: without.filter((selector) => document.querySelector(selector)) },
        {
          resultTypes: ['violations'],
          preload: false,
          ...(rules ? { runOnly: rules } : {}),
          rules: Object.fromEntries(ignored.map((id) => [id, { enabled: false }])),
        },
      ),
    options,
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
