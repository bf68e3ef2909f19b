/**
 * What the pages say of each code, held against the catalog: a page made of another code's data would read well.
 * Expected values come from `content/` by way of the catalog, never from the code that renders pages.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { parse as parseYaml } from 'yaml';
import { statusClass } from '../../src/catalog/groups.ts';
import type { CodeEntry } from '../../src/catalog/entry.ts';
import { read, readGuidance } from '../unit/content/read.ts';
import { swrCatalog } from '../unit/lookup.ts';
import { attribute, builtPage } from './built.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

const catalog = swrCatalog();
const yaml = <Data>(name: string) => parseYaml(read(`content/${name}.yaml`)) as Data;

interface Verdict {
  readonly actor: string;
  readonly retry: { readonly verdict: string };
}

/** Who acts and whether to retry, by code. */
const verdicts = new Map<string, Verdict>([
  ...yaml<({ code: string } & Verdict)[]>('observed').map((each) => [each.code, each] as const),
  ...readGuidance().flatMap(({ data }) => data.codes.map((code) => [code, data] as const)),
]);

const { statuses, classes } = yaml<{
  statuses: { status: number; label: string }[];
  classes: { class: string; label: string }[];
}>('statuses');
const labelOf = (status: number) =>
  statuses.find((each) => each.status === status)?.label ??
  classes.find((each) => each.class === statusClass(status))?.label;

/** An element and all below it, in document order. */
function* descendants(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* descendants(child);
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function rootOf(address: string) {
  return parse(builtPage(address).html);
}

const find = (root: Node, fits: (element: Element) => boolean) => [...descendants(root)].find(fits);
const hrefs = (root: Node) =>
  [...descendants(root)].flatMap((element) =>
    element.tagName === 'a' ? (attribute(element, 'href') ?? []) : [],
  );
const squeeze = (text: string) => text.replace(/\s+/gu, ' ').trim();
const codesIn = (root: Node) => hrefs(root).flatMap((href) => /\/codes\/([^/?#]+)\/$/u.exec(href)?.[1] ?? []);

/** The section that a heading of this id names. */
function section(root: Node, id: string): Element | undefined {
  return find(root, (element) => attribute(element, 'aria-labelledby') === id);
}

/** What a card at the top of a code's page says, by what it is about. */
function pageFacts(root: Node) {
  const article = find(root, (element) => attribute(element, 'data-code') !== undefined);
  assert.ok(article);
  const header = find(article, ({ tagName }) => tagName === 'header');
  assert.ok(header);
  const value = (name: string) =>
    [...descendants(header)].flatMap((element) => attribute(element, name) ?? []);
  const linked = (pattern: RegExp) =>
    [...descendants(header)].filter(({ tagName, attrs }) => {
      const href = attrs.find(({ name }) => name === 'href')?.value;
      return tagName === 'a' && href !== undefined && pattern.test(href);
    });
  const texts = (elements: readonly Element[]) => elements.map((element) => squeeze(textOf(element)));
  const related = section(article, 'related');
  const neighbour = (rel: string) => {
    const element = find(root, (each) => attribute(each, 'rel') === rel && each.tagName === 'a');
    return element && codesIn(element)[0];
  };
  return {
    heading: squeeze(textOf(find(header, ({ tagName }) => tagName === 'h1') ?? assert.fail('no h1'))),
    domain: linked(/\/domains\/[^/]+\/$/u).map((element) => [
      attribute(element, 'href'),
      squeeze(textOf(element)),
    ]),
    statuses: texts(linked(/\/status\/\d+\/$/u)),
    actor: value('data-actor'),
    retry: value('data-retry'),
    related: related ? codesIn(related) : [],
    source: squeeze(textOf(section(article, 'source') ?? assert.fail('no source'))),
    prev: neighbour('prev'),
    next: neighbour('next'),
  };
}

/** So many codes of a relation are listed. */
const MAX_RELATED = 8;

function expectedFacts(entry: CodeEntry, index: number) {
  const verdict = verdicts.get(entry.code);
  return {
    heading: `${entry.code}${entry.description}`,
    domain: [[`/domains/${entry.domain}/`, catalog.domain(entry.domain).name]],
    statuses: entry.statuses.map((status) => `${status} ${labelOf(status)}`),
    actor: verdict ? [verdict.actor] : [],
    retry: verdict ? [verdict.retry.verdict] : [],
    related: catalog.related(entry, MAX_RELATED).flatMap(({ entries }) => entries.map(({ code }) => code)),
    prev: catalog.all[index - 1]?.code,
    next: catalog.all[index + 1]?.code,
  };
}

describe('the page of each code', () => {
  for (const [index, entry] of catalog.all.entries()) {
    test(entry.code, () => {
      const { source, ...facts } = pageFacts(rootOf(`codes/${entry.code}/`));
      assert.deepEqual(facts, expectedFacts(entry, index));
      if (entry.line !== undefined)
        assert.match(source, new RegExp(String.raw`\D${entry.line}\D`, 'u'), 'line of the source');
    });
  }
});

/** Codes by the address of the group that lists them. */
function groups(): Map<string, readonly CodeEntry[]> {
  const { documented } = catalog;
  const byKey = (prefix: string, keysOf: (entry: CodeEntry) => readonly (string | number)[]) => {
    const keys = new Set(documented.flatMap(keysOf));
    return [...keys].map(
      (key) => [`${prefix}/${key}/`, documented.filter((entry) => keysOf(entry).includes(key))] as const,
    );
  };
  return new Map([
    ['codes/', documented],
    ...byKey('domains', ({ domain }) => [domain]),
    ...byKey('status', ({ statuses: own }) => own),
    ...byKey('status', ({ statuses: own }) => own.map(statusClass)),
  ]);
}

describe('each group', () => {
  for (const [address, entries] of groups()) {
    test(`/${address} lists its codes, in the order of the source`, () => {
      const table = find(rootOf(address), ({ tagName }) => tagName === 'table');
      assert.ok(table);
      assert.deepEqual(
        codesIn(table),
        entries.map(({ code }) => code),
      );
    });
  }

  test('is counted in the menu of every kind of page', () => {
    for (const page of ['', 'codes/', 'codes/SVCSTG.SWR.4001048/', 'topics/auth/']) {
      const menu = [...descendants(rootOf(page))].filter(
        (element) => element.tagName === 'nav' && hrefs(element).includes('/domains/image/'),
      );
      if (page !== '') assert.equal(menu.length, 1, `/${page} has one menu`);
      for (const element of menu) assert.deepEqual(countsIn(element), expectedCounts(), `/${page}`);
    }
  });
});

/** Group address → the number behind its link in the menu. */
function countsIn(menu: Element): Record<string, number> {
  const links = [...descendants(menu)].filter(({ tagName }) => tagName === 'a');
  return Object.fromEntries(
    links.flatMap((element) => {
      const href = attribute(element, 'href') ?? '';
      const [, count] = /(\d+)\D*$/u.exec(squeeze(textOf(element))) ?? [];
      const isGroup = /^\/(?:codes|domains|status)\//u.test(href);
      return isGroup && count !== undefined ? [[href.slice(1), Number(count)] as const] : [];
    }),
  );
}

const expectedCounts = () =>
  Object.fromEntries([...groups()].map(([address, entries]) => [address, entries.length]));
