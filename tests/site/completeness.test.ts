import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { swrCatalog } from '../unit/lookup.ts';
import { attribute, builtFiles, builtPage, builtPages, DIST } from './built.ts';

const source = JSON.parse(
  readFileSync(new URL('../../content/codes/swr-error-codes.zh-CN.json', import.meta.url), 'utf8'),
) as { codes: { code: string; status: number; description: string; line: number }[] };

const codePages = builtFiles().flatMap((file) => /^codes\/([^/]+)\/index\.html$/.exec(file)?.[1] ?? []);
const article = (code: string) =>
  builtPage(`codes/${code}/`).elements.find((element) => attribute(element, 'data-code') === code);

interface CodeRecord {
  readonly code: string;
  readonly lastEdition: string;
  readonly sources: readonly { readonly url: string; readonly date?: string }[];
  readonly listedIn: { readonly url: string; readonly date: string };
}
const readRecords = (kind: 'retired' | 'observed' | 'listed') =>
  (JSON.parse(readFileSync(join(DIST, 'codes.json'), 'utf8')) as Record<string, CodeRecord[]>)[kind] ?? [];

test('every code of the source has a page', () => {
  assert.ok(source.codes.length > 100);
  for (const { code, description } of source.codes) {
    assert.ok(article(code), code);
    assert.ok(
      builtPage(`codes/${code}/`).html.includes(description.replaceAll('"', '&quot;')),
      `${code}: the description, verbatim`,
    );
  }
});

test('every page of a code has a code, in the state that the catalog knows', () => {
  const catalog = swrCatalog();
  assert.deepEqual(codePages.toSorted(), catalog.all.map(({ code }) => code).toSorted());
  for (const { code, state } of catalog.all)
    assert.equal(attribute(article(code) ?? assert.fail(code), 'data-state'), state, code);
});

const sourceOf = (code: string) =>
  /<section aria-labelledby="source".*?<\/section>/su.exec(builtPage(`codes/${code}/`).html)?.[0] ?? '';

test('under #source stands the name that the list of messages has for a code, where it is another one', () => {
  assert.ok(sourceOf('SVCSTG.SWR.5006033').includes('SVCSTG.S2I.5006033'));
  assert.ok(!sourceOf('SVCSTG.SWR.4001048').includes('那份列表写作'));
});

test('the source of every code stands under #source', () => {
  const retired = readRecords('retired');
  const observed = readRecords('observed');
  const listed = readRecords('listed');
  assert.ok(retired.length > 0 && observed.length > 0 && listed.length > 0);
  for (const { code, line } of source.codes) assert.ok(sourceOf(code).includes(`第 ${line} 行`), code);
  for (const { code, lastEdition } of retired) assert.ok(sourceOf(code).includes(`${lastEdition} 版`), code);
  for (const { code, listedIn } of listed)
    assert.ok(
      sourceOf(code).includes(`href="${listedIn.url}"`) && sourceOf(code).includes(listedIn.date),
      code,
    );
  for (const { code, sources } of observed) {
    for (const { url, date } of sources) {
      assert.ok(sourceOf(code).includes(`href="${url}"`) && sourceOf(code).includes(date ?? ''), code);
    }
    assert.ok(
      sources.some(({ date }) => date),
      `${code}: content/observed.yaml names a source with its date`,
    );
  }
});

test('codes.json lists what the source lists, in its order', () => {
  const { schemaVersion, codes } = JSON.parse(readFileSync(join(DIST, 'codes.json'), 'utf8'));
  assert.equal(typeof schemaVersion, 'number');
  assert.deepEqual(
    codes.map(({ code, httpStatus, description }: Record<string, unknown>) => ({
      code,
      status: httpStatus,
      description,
    })),
    source.codes.map(({ code, status, description }) => ({ code, status, description })),
  );
  for (const { code, url } of codes) assert.ok(url.endsWith(`/codes/${code}/`));
});

test('the head tells who it is', () => {
  const { elements } = builtPage('codes/SVCSTG.SWR.4001048/');
  const meta = (name: string) =>
    elements
      .filter((element) => [attribute(element, 'property'), attribute(element, 'name')].includes(name))
      .map((element) => attribute(element, 'content'));
  assert.deepEqual(meta('og:locale'), ['zh_CN']);
  assert.match(meta('description')[0] ?? '', /没有可用的令牌.*谁来处理：调用方 · 修改后重试 · HTTP 400/);
  assert.match(meta('og:title')[0] ?? '', /SVCSTG\.SWR\.4001048 获取token失败。/);
  const canonical = elements.find((element) => attribute(element, 'rel') === 'canonical');
  assert.match(
    attribute(canonical ?? assert.fail('no canonical'), 'href') ?? '',
    /\/codes\/SVCSTG\.SWR\.4001048\/$/,
  );
});

test('a link to a code is shown with the answer: advice, who acts, whether to retry, status', () => {
  const { elements } = builtPage('codes/SVCSTG.SWR.4039002/');
  const contents = (name: string) =>
    elements
      .filter((element) => [attribute(element, 'name'), attribute(element, 'property')].includes(name))
      .map((element) => attribute(element, 'content'));
  const advice = /^当前用户没有做这项操作的权限.*谁来处理：组织管理员 · 修改后重试 · HTTP 403 禁止访问$/u;
  assert.match(contents('og:description')[0] ?? '', advice);
  assert.match(contents('description')[0] ?? '', advice);
  // Built without the site's address there is none to fetch a picture from.
  assert.deepEqual(contents('og:image'), []);
  assert.deepEqual(contents('twitter:card'), ['summary']);
});

test('sitemap, robots, favicon and 404 are there', () => {
  for (const file of [
    'sitemap-index.xml',
    'robots.txt',
    'favicon.svg',
    'icon-32.png',
    'icon-180.png',
    '404.html',
  ])
    assert.ok(existsSync(join(DIST, file)), file);
});

test('each page says in which language it is, and none in Chinese has words that came with a library', () => {
  const english = /Section titled|Search results|Load more|No results|On this page|Copy to clipboard/;
  for (const page of builtPages()) {
    const root = page.elements.find(({ tagName }) => tagName === 'html');
    const lang = page.address.startsWith('en/') ? 'en' : 'zh-CN';
    if (lang === 'zh-CN') assert.doesNotMatch(page.html, english, page.address);
    assert.equal(attribute(root ?? assert.fail('no html element'), 'lang'), lang, page.address);
  }
});
