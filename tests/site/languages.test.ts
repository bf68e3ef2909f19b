/** Each page has its twin in the other language, and speaks its own language only. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { parseRedirects } from '../../src/addresses/redirects.ts';
import { escapeXml, toMarkdown } from '../../src/lib/escape.ts';
import { CHINESE, ENGLISH_SENTENCE } from '../chinese.ts';
import { attribute, DIST, elementsOf } from './built.ts';

const SITE = 'http://localhost:4321/';
const read = (path: string) => readFileSync(join(DIST, path), 'utf8');

/** Addresses of the pages of a language below its own root. */
const pagesIn = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html') && !/^en\b/u.test(name))
    .map((name) => name.replace(/index\.html$/u, ''))
    .sort();
const pages = pagesIn(DIST);

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

/** What stands as it is in every language: literal texts, commands, names, and titles of documents elsewhere. */
const LITERAL =
  /<(code|pre|script|style|kbd|textarea)\b[\s\S]*?<\/\1>|<a [^>]*rel="noreferrer"[\s\S]*?<\/a>|<(\w+) [^>]*translate="no"[\s\S]*?<\/\2>/gu;

const { codes, retired, observed } = JSON.parse(read('codes.json')) as Record<
  string,
  Record<string, string>[]
>;
/** Descriptions of a new edition that nobody has rendered yet, which the build names: they are quoted. */
const unrendered = [...(codes ?? []), ...(retired ?? [])].flatMap(({ description = '', descriptionEn }) =>
  descriptionEn === undefined ? [description, escapeXml(description), toMarkdown(description)] : [],
);
const withoutUnrendered = (text: string) =>
  unrendered.reduce((rest, description) => rest.replaceAll(description, ''), text);

describe('a second language', () => {
  test('has every page of the first, with the same anchors', () => {
    assert.ok(pages.length > 230);
    assert.deepEqual(pagesIn(join(DIST, 'en')), pages);
    for (const page of pages)
      assert.deepEqual(idsOf(read(`en/${page}index.html`)), idsOf(read(`${page}index.html`)), page);
  });
  test('has pages in its own words only, and none of its words on pages of the first', () => {
    for (const page of pages) {
      const english = read(`en/${page}index.html`);
      assert.match(english, /^<!DOCTYPE html>\s*<html lang="en"/u, page);
      const [stray] =
        withoutUnrendered(withoutQuotations(english, 'zh-CN')).match(/[^<>]*\p{Script=Han}[^<>]*/u) ?? [];
      assert.equal(stray, undefined, `/en/${page}`);
      const chinese = read(`${page}index.html`);
      assert.match(chinese, /^<!DOCTYPE html>\s*<html lang="zh-CN"/u, page);
      const texts = withoutQuotations(chinese, 'en')
        .replaceAll(LITERAL, '')
        .split(/<[^>]*>/u);
      assert.equal(
        texts.find((text) => ENGLISH_SENTENCE.test(text) && !/\p{Script=Han}/u.test(text)),
        undefined,
        `/${page}`,
      );
    }
  });
  test('joins its words with marks of its own', () => {
    for (const page of pages) {
      const english = read(`en/${page}index.html`);
      const texts = withoutUnrendered(withoutQuotations(english, 'zh-CN')).replaceAll(LITERAL, '');
      // Literal texts of the API and titles of sources stand as they are.
      assert.deepEqual(texts.match(CHINESE), null, `/en/${page}`);
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
  for (const name of ['codes.json', 'codes.csv', 'codes.schema.json', 'changes.json'])
    assert.ok(!existsSync(join(DIST, 'en', name)), name);
  assert.ok((codes ?? []).length > 100);
  for (const { code, description, descriptionEn, urlEn } of codes ?? []) {
    assert.match(description ?? '', /\p{Script=Han}/u, code);
    assert.match(descriptionEn ?? 'not rendered', /^[ -~]+$/u, code);
    assert.equal(urlEn, `${SITE}en/codes/${code}/`);
  }
  for (const { seenInEn } of observed ?? []) assert.match(seenInEn ?? '', /^[ -~]+$/u);
  const csv = read('codes.csv');
  assert.match(csv, /^[^\n]*,url,descriptionEn,urlEn,state\r\n/u);
  assert.match(csv, /^[^\n]*\p{Script=Han}[^\n]*,[ -~]+,http/mu);
  assert.match(read('en/changes.xml'), /xml:lang="en"/u);
  assert.match(read('en/opensearch.xml'), /<Language>en<.*template="http:\/\/localhost:4321\/en\/search\//su);
  for (const name of ['en/llms.txt', 'en/opensearch.xml'])
    assert.deepEqual(withoutUnrendered(read(name)).match(CHINESE), null, name);
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
