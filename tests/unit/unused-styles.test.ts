import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutUnused } from '../../src/integrations/unused-styles.ts';

const used = new Set(['used', 'md:hidden', 'page', '--of-page', 'a', 'h1', 'h4']);
const slim = (...sheets: string[]) => withoutUnused(sheets, (name) => used.has(name)).join();

for (const [kept, css] of [
  ['a class of a page', '.used{color:red}'],
  ['an id', '#page{color:red}'],
  ['a name with an escape', '.md\\:hidden{color:red}'],
  ['an element', 'h4{color:red}'],
  ['what must not follow an element that no page has', 'a:not(samp+a){color:red}'],
  ['a variable for some pages', '@layer a{:root{--ink:red}}:root:has(h4){--ink:#00f}a{color:var(--ink)}'],
  ['a variable for a part of the page', '@layer a{.used{--ink:red}}:root{--ink:#00f}a{color:var(--ink)}'],
  ['a variable set anew on paper', ':root{--ink:red}@media print{:root{--ink:#00f}}a{color:var(--ink)}'],
  ['a class that must not be there', '.used:not(.unused){color:red}'],
  ['what must not be inside another', 'a:not(:where(.unused *)){color:red}'],
  ['a language', '[lang]:where(:lang(zh),:lang(ja)){color:red}'],
  ['a property that is called like a class', '.used:before{content:"x"}'],
  ['an attribute that a script sets', '.used[aria-selected=true]{color:red}'],
  ['a variable that a page reads in its own head', ':root{--of-page:red}'],
  ['a variable that is read', ':root{--ink:red}a{color:var(--ink)}'],
  ['a variable that is read with a fallback', ':root{--ink:red}a{color:var(--ink,#000)}'],
] as const) {
  test(`kept: ${kept}`, () => {
    assert.equal(slim(css), css);
  });
}

for (const [gone, css, rest] of [
  ['a class that no page has', '.unused{color:red}.used{color:red}', '.used{color:red}'],
  ['what is inside of it', '.unused .used{color:red}', ''],
  ['it in a list of alternatives', '.used:is(.unused){color:red}', ''],
  [
    'it in a layer',
    '@layer a.content{.content,.unused{color:red}.used{color:red}}',
    '@layer a.content{.used{color:red}}',
  ],
  ['an element that no page has', 'samp,h4,h4 samp{color:red}', 'h4{color:red}'],
  ['it in a list of alternatives', ':is(h1,samp) a{color:red}:is(samp) a{color:red}', ':is(h1) a{color:red}'],
  [
    'a variable that a later rule replaces',
    '@media print{:root{--ink:red}}:root{--ink:#00f}a{color:var(--ink)}@layer a{:root,::backdrop{--ink:red;color:red}@media print{:root[data-x]{--ink:red}}}',
    ':root{--ink:#00f}a{color:var(--ink)}@layer a{:root,::backdrop{color:red}}',
  ],
  ['a variable that nothing reads', ':root{--ink:red;color:red}', ':root{color:red}'],
  [
    'a variable that only unused rules read',
    ':root{--ink:red;color:red}.unused{color:var(--ink)}',
    ':root{color:red}',
  ],
] as const) {
  test(`gone: ${gone}`, () => {
    assert.equal(slim(css), rest);
  });
}

test('a variable that another sheet sets in any case is gone', () => {
  const sheets = [
    '@media print{:root{--ink:red}a{color:var(--ink)}}',
    ':root{--ink:#00f}@layer b{:root{--ink:red}}',
  ];
  assert.equal(slim(...sheets), '@media print{a{color:var(--ink)}},:root{--ink:#00f}@layer b;');
});

test('a variable that another sheet reads is kept', () => {
  const sheets = [':root{--ink:red}', 'a{color:var(--ink)}'];
  assert.equal(slim(...sheets), sheets.join());
});
