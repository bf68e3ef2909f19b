import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutUnused } from '../../src/integrations/unused-styles.ts';

const used = new Set(['used', 'md:hidden', 'page', '--of-page']);
const slim = (...sheets: string[]) => withoutUnused(sheets, (name) => used.has(name)).join();

for (const [kept, css] of [
  ['a class of a page', '.used{color:red}'],
  ['an id', '#page{color:red}'],
  ['a name with an escape', '.md\\:hidden{color:red}'],
  ['elements', 'h4,samp{color:red}'],
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

test('a variable that another sheet reads is kept', () => {
  const sheets = [':root{--ink:red}', 'a{color:var(--ink)}'];
  assert.equal(slim(...sheets), sheets.join());
});
