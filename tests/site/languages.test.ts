/** A copy of the project in a second language: each page has its twin, in the words of its own language only. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { parseRedirects } from '../../src/addresses/redirects.ts';
import { buildSecondLanguage, CHINESE } from '../fixtures/second-language.ts';
import { newCopyFolder } from '../project-copy.ts';
import { attribute, DIST, elementsOf } from './built.ts';

const SITE = 'http://localhost:4321/';
const folder = newCopyFolder('languages-');
const dist = join(folder, 'dist');
const read = (path: string) => readFileSync(join(dist, path), 'utf8');

/** Addresses of the pages of a language below its own root. */
let pages: readonly string[];
const pagesIn = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html') && !/^en\b/u.test(name))
    .map((name) => name.replace(/index\.html$/u, ''))
    .sort();

before(() => {
  buildSecondLanguage(folder, dist);
  pages = pagesIn(dist);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const linksOf = (html: string, rel: string) =>
  elementsOf(html)
    .filter(({ tagName }) => tagName === 'link')
    .filter((link) => attribute(link, 'rel') === rel);
const idsOf = (html: string) => elementsOf(html).flatMap((element) => attribute(element, 'id') ?? []);

/** A page without what it quotes in a language. */
function withoutQuotations(html: string, lang: string): string {
  const document = parse(html);
  const waiting: DefaultTreeAdapterTypes.ParentNode[] = [document];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    node.childNodes = node.childNodes.filter(
      (child) => !('attrs' in child) || child.tagName === 'html' || attribute(child, 'lang') !== lang,
    );
    for (const child of node.childNodes) if ('childNodes' in child) waiting.push(child);
  }
  return serialize(document);
}

describe('a second language', () => {
  test('has every page of the first, with the same anchors', () => {
    assert.ok(pages.length > 230);
    assert.deepEqual(pagesIn(join(dist, 'en')), pages);
    for (const page of pages)
      assert.deepEqual(idsOf(read(`en/${page}index.html`)), idsOf(read(`${page}index.html`)), page);
  });
  test('has pages in its own words only, and none of its words on pages of the first', () => {
    for (const page of pages) {
      const english = read(`en/${page}index.html`);
      assert.match(english, /^<!DOCTYPE html>\s*<html lang="en"/u, page);
      const [stray] = withoutQuotations(english, 'zh-CN').match(/[^<>]*\p{Script=Han}[^<>]*/u) ?? [];
      assert.equal(stray, undefined, `/en/${page}`);
      assert.doesNotMatch(withoutQuotations(read(`${page}index.html`), 'en'), /pseudo/u, page);
    }
  });
  test('joins its words with marks of its own', () => {
    for (const page of pages) {
      const texts = withoutQuotations(read(`en/${page}index.html`), 'zh-CN')
        .replaceAll(/<(code|pre)\b[\s\S]*?<\/\1>/gu, '')
        .replaceAll(/<a [^>]*rel="noreferrer"[\s\S]*?<\/a>/gu, '');
      // Literal texts of the API and titles of sources stand as they are.
      assert.deepEqual(texts.match(CHINESE), null, `/en/${page}`);
    }
  });
  test('leaves the first as it is without it, but for the links to it', () => {
    // Names of scoped styles change with the folder.
    const told = (html: string) =>
      (/<main[\s\S]*<\/main>/u.exec(html)?.[0] ?? assert.fail('no main')).replaceAll(/astro-\w+/gu, '');
    for (const page of pages) {
      const alone = readFileSync(join(DIST, page, 'index.html'), 'utf8');
      assert.ok(told(read(`${page}index.html`)) === told(alone), page);
    }
  });
});

describe('a page and its twin', () => {
  test('name each other in the head, and the first as the default', () => {
    for (const page of pages) {
      for (const address of [page, `en/${page}`]) {
        const alternates = linksOf(read(`${address}index.html`), 'alternate')
          .filter((link) => attribute(link, 'hreflang') !== undefined)
          .map((link) => [attribute(link, 'hreflang'), attribute(link, 'href')])
          .sort();
        assert.deepEqual(
          alternates,
          [
            ['en', `${SITE}en/${page}`],
            ['x-default', `${SITE}${page}`],
            ['zh-CN', `${SITE}${page}`],
          ],
          address,
        );
      }
    }
  });
  test('have plain links to each other, and links to pages of their own language', () => {
    const shared = /^\/(?:_astro|lookup|pagefind)\/|\.(?:json|csv|svg|png|sh)$|^\/sitemap/u;
    for (const page of pages) {
      const links = (address: string) =>
        elementsOf(read(`${address}index.html`)).filter(
          (element) => element.tagName === 'a' && attribute(element, 'href')?.startsWith('/'),
        );
      for (const [address, twin] of [
        [page, `en/${page}`],
        [`en/${page}`, page],
      ] as const) {
        const all = links(address);
        const switches = all.filter((link) => attribute(link, 'hreflang') !== undefined);
        assert.ok(switches.length > 0, address);
        for (const link of switches) {
          assert.equal(attribute(link, 'href'), `/${twin}`, address);
          assert.equal(attribute(link, 'lang'), attribute(link, 'hreflang'), address);
        }
        const strays = all
          .filter((link) => !switches.includes(link))
          .map((link) => attribute(link, 'href') ?? '')
          .filter((href) => !shared.test(href) && href.startsWith('/en/') !== address.startsWith('en/'));
        assert.deepEqual(strays, [], address);
      }
    }
  });
});

test('data are one file for all languages; feeds and descriptions of the site are one a language', () => {
  const english = ['descriptionEn', 'urlEn', 'seenInEn'];
  const without = (text: string) =>
    JSON.parse(text, (name, value: unknown) => (english.includes(name) ? undefined : value)) as unknown;
  for (const name of ['codes.json', 'codes.csv', 'codes.schema.json', 'changes.json']) {
    assert.ok(!existsSync(join(dist, 'en', name)), name);
    const alone = readFileSync(join(DIST, name), 'utf8');
    if (name === 'codes.json') assert.deepEqual(without(read(name)), without(alone));
    else if (name !== 'codes.csv') assert.equal(read(name), alone, name);
  }
  const { codes, observed } = JSON.parse(read('codes.json')) as Record<string, Record<string, string>[]>;
  for (const { code, descriptionEn, urlEn } of codes ?? []) {
    assert.match(descriptionEn ?? '', /^pseudo row/u, code);
    assert.equal(urlEn, `${SITE}en/codes/${code}/`);
  }
  for (const { seenInEn } of observed ?? []) assert.match(seenInEn ?? '', /pseudo|^[ -~]+$/u);
  assert.match(read('codes.csv'), /^[^\n]*,url,descriptionEn,urlEn,state\r\n[^\n]*,pseudo row/u);
  assert.match(read('en/changes.xml'), /xml:lang="en"/u);
  assert.match(read('en/opensearch.xml'), /<Language>en<.*template="http:\/\/localhost:4321\/en\/search\//su);
  for (const name of ['en/llms.txt', 'en/opensearch.xml']) assert.doesNotMatch(read(name), CHINESE, name);
  assert.ok(!read('en/links/index.html').includes('/en/codes/{code}.json'));
});

test('full-text search has an index a language, the sitemap every page, with its twin', () => {
  const { languages } = JSON.parse(read('pagefind/pagefind-entry.json')) as {
    languages: Record<string, { page_count: number }>;
  };
  assert.equal(languages['en']?.page_count, languages['zh-cn']?.page_count);
  const sitemap = read('sitemap-0.xml');
  for (const page of pages)
    assert.ok(sitemap.includes(`hreflang="en" href="${SITE}en/${page}"`), `/en/${page} of the sitemap`);
});

test('redirects lead to the page in the language of the address', () => {
  const redirects = new Map(
    parseRedirects(read('_redirects'), '_redirects').map(({ from, to }) => [from, to]),
  );
  assert.equal(redirects.get('/4001048/'), '/codes/SVCSTG.SWR.4001048/');
  assert.equal(redirects.get('/en/4001048/'), '/en/codes/SVCSTG.SWR.4001048/');
});

test('the page for what leads nowhere answers in each language, each marked', () => {
  const parts = elementsOf(read('404.html')).filter(({ tagName }) => tagName === 'not-found');
  assert.deepEqual(parts.map((part) => [attribute(part, 'lang'), attribute(part, 'data-base')]).sort(), [
    ['en', '/en/'],
    ['zh-CN', '/'],
  ]);
  const ids = idsOf(read('404.html'));
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(linksOf(read('404.html'), 'alternate'), []);
});
