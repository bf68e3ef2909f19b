/** The menu is rendered once for many pages: each of them must still have its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basePath } from '../../src/lib/site-address.ts';
import { attribute, builtPages, type BuiltPage } from './built.ts';

type Element = BuiltPage['elements'][number];

const inMenu = (element: Element) => /\bsidebar-list\b/u.test(attribute(element, 'class') ?? '');

/** Where the entries of a page's menu lead. */
const menuOf = ({ elements }: BuiltPage) =>
  elements
    .filter(inMenu)
    .flatMap(({ childNodes }) => childNodes)
    .flatMap((item) => ('childNodes' in item ? item.childNodes : []))
    .flatMap((link) => ('tagName' in link && link.tagName === 'a' ? (attribute(link, 'href') ?? []) : []));

const marked = ({ elements }: BuiltPage) =>
  elements
    .filter((element) => attribute(element, 'aria-current') === 'page')
    .map((element) => attribute(element, 'href') ?? '');

test('a page that stands in the menu is marked there, and no other', () => {
  // Home pages and the page for what is not there have no menu.
  const pages = builtPages().filter(({ elements }) => elements.some(inMenu));
  assert.ok(pages.length > 190, `${pages.length} pages`);
  for (const page of pages) {
    const menu = new Set(menuOf(page));
    assert.ok(menu.size > 20, `${menu.size} entries`);
    const address = `${basePath}${page.address}`;
    // In a table of several pages the number of the page is marked, too.
    const own = marked(page).filter((href) => menu.has(href));
    assert.deepEqual(own, menu.has(address) ? [address] : [], page.address);
  }
});
