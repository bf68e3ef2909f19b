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
 * selectors of parts to leave out; `within`: selector of the parts to look at, the whole page unless told
 */
export async function findings(
  page: Page,
  options: { rules?: string[]; ignored?: string[]; without?: string[]; within?: string } = {},
): Promise<string[]> {
  const found = await page.evaluate(
    ({ rules, ignored = [], without = [], within = 'html' }) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        { include: [within], exclude: without.filter((selector) => document.querySelector(selector)) },
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

/** Marks the texts of a page whose looks differ from all that were seen. */
const NEW_LOOK = 'data-new-look';

/** Marks texts that look different from those seen before, and adds their looks. */
async function markNewLooks(page: Page, seen: Set<string>): Promise<number> {
  const added = await page.evaluate(
    ([known, mark]) => {
      const looks = new Set(known);
      const behind = (element: Element | null): string => {
        if (!element) return '';
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
        return `${backgroundColor} ${backgroundImage} ${opacity}, ${behind(element.parentElement)}`;
      };
      for (const element of document.querySelectorAll('body *')) {
        if (![...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''))
          continue;
        const { color, fontSize, fontWeight, position } = getComputedStyle(element);
        const name = `${element.parentElement?.localName} ${element.localName}.${element.className}`;
        const look = `${name} ${color} ${fontSize} ${fontWeight} ${position} on ${behind(element)}`;
        if (looks.has(look)) continue;
        looks.add(look);
        element.setAttribute(mark, '');
      }
      return [...looks].slice(known.length);
    },
    [[...seen], NEW_LOOK] as const,
  );
  for (const look of added) seen.add(look);
  return added.length;
}

/**
 * What axe finds on one page of many. Contrasts take most of its time, so a text that has the name, the colours and the
 * size of one that was looked at is not looked at again.
 *
 * @param seen the looks of the pages before; those of this page are added
 */
export async function newFindings(page: Page, seen: Set<string>, without: string[]): Promise<string[]> {
  const found = await findings(page, { without, ignored: ['color-contrast'] });
  if ((await markNewLooks(page, seen)) === 0) return found;
  return [
    ...found,
    ...(await findings(page, { rules: ['color-contrast'], without, within: `[${NEW_LOOK}]` })),
  ];
}
