import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, builtPage, builtPages, isAnswered, type BuiltPage } from './built.ts';

const BASE = new URL('http://site.invalid/');
const ids = new Map<string, Set<string>>();

function idsOf(page: BuiltPage): Set<string> {
  const known = ids.get(page.address);
  if (known) return known;
  const found = new Set(page.elements.flatMap((element) => attribute(element, 'id') ?? []));
  ids.set(page.address, found);
  return found;
}

/** What an internal link lacks, or undefined when it leads somewhere. */
function problemOf(page: BuiltPage, target: string): string | undefined {
  const url = new URL(target, new URL(page.address, BASE));
  if (url.origin !== BASE.origin) return undefined;
  const address = url.pathname.slice(1);
  if (!isAnswered(address)) return `${page.address} links to ${target}, which is no file of the site`;
  if (url.hash === '' || !(address === '' || address.endsWith('/'))) return undefined;
  const anchor = decodeURIComponent(url.hash.slice(1));
  return idsOf(builtPage(address)).has(anchor)
    ? undefined
    : `${page.address} links to ${target}, which has no such anchor`;
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
