import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** Puts axe into the page; needed once after each navigation. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source);
}

/**
 * What axe finds on the page as it stands now, one line a finding.
 *
 * @param rules ids of the rules to look for; all unless told
 */
export async function findings(page: Page, rules?: string[]): Promise<string[]> {
  const found = await page.evaluate(
    (only) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        preload: false,
        ...(only ? { runOnly: only } : {}),
      }),
    rules,
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
