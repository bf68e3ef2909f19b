import assert from 'node:assert/strict';
import { test } from 'node:test';
import { once } from '../../src/lib/once.ts';
import { isPage } from '../../src/schema/references.ts';
import { attribute, builtPage, builtPages, isAnswered, type BuiltPage } from './built.ts';

const BASE = new URL('http://site.invalid/');
const idsOf = once(
  (address: string) =>
    new Set(builtPage(address).elements.flatMap((element) => attribute(element, 'id') ?? [])),
);

/** What an address lacks, or undefined when it leads somewhere. Pages share most of theirs. */
const lackOf = once((href: string): string | undefined => {
  const { pathname, hash } = new URL(href);
  const address = pathname.slice(1);
  if (!isAnswered(address)) return 'which is no file of the site';
  if (hash === '' || !(address === '' || address.endsWith('/'))) return undefined;
  return idsOf(address).has(decodeURIComponent(hash.slice(1))) ? undefined : 'which has no such anchor';
});

/** What an internal link lacks, or undefined when it leads somewhere. */
function problemOf(page: BuiltPage, target: string): string | undefined {
  const url = new URL(target, new URL(page.address, BASE));
  const lack = url.origin === BASE.origin ? lackOf(url.href) : undefined;
  return lack && `${page.address} links to ${target}, ${lack}`;
}

test('every internal link and anchor resolves', () => {
  const problems = new Set<string>();
  for (const page of builtPages()) {
    for (const element of page.elements) {
      const targets = [attribute(element, 'href'), attribute(element, 'src'), attribute(element, 'action')];
      for (const target of targets) {
        const problem = target === undefined ? undefined : problemOf(page, target);
        if (problem) problems.add(problem);
      }
    }
  }
  assert.deepEqual([...problems], []);
});

test('every link to another site leads to a page of it', () => {
  const links = builtPages().flatMap(({ address, elements }) =>
    elements
      .filter(({ tagName }) => tagName === 'a')
      .map((element) => ({ address, href: attribute(element, 'href') ?? '' }))
      .filter(({ href }) => /^(?:[a-z]+:)?\/\//i.test(href)),
  );
  assert.ok(links.length > 0);
  assert.deepEqual(
    links.filter(({ href }) => !isPage(href)),
    [],
  );
});

test('nothing is loaded from another host', () => {
  const loaded = builtPages().flatMap(({ elements }) =>
    elements
      .filter(({ tagName }) => ['script', 'img', 'iframe', 'source', 'video', 'audio'].includes(tagName))
      .flatMap((element) => attribute(element, 'src') ?? [])
      .concat(
        elements
          .filter(
            ({ tagName, attrs }) =>
              tagName === 'link' &&
              attrs.some(({ value }) => /stylesheet|icon|preload|modulepreload/.test(value)),
          )
          .flatMap((element) => attribute(element, 'href') ?? []),
      ),
  );
  assert.deepEqual(
    loaded.filter((address) => /^(?:[a-z]+:)?\/\//i.test(address)),
    [],
  );
  assert.ok(loaded.length > 0);
});

test('no id occurs twice on a page', () => {
  for (const page of builtPages()) {
    const all = page.elements.flatMap((element) => attribute(element, 'id') ?? []);
    assert.deepEqual(
      all.filter((id, index) => all.indexOf(id) !== index),
      [],
      page.address,
    );
  }
});
