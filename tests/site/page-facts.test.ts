/**
 * What the pages say of each code, held against the catalog: a page made of another code's data would read well.
 * Expected values come from `content/` by way of the catalog, never from the code that renders pages.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { CodeEntry } from '../../src/catalog/entry.ts';
import { statusClass } from '../../src/catalog/groups.ts';
import { retiredCodes } from '../../src/editions/history.ts';
import { strings as stringsOf } from '../../src/i18n/index.ts';
import { confusableSchema } from '../../src/schema/comparisons.ts';
import { editionsSchema } from '../../src/schema/editions.ts';
import type { GuidanceData } from '../../src/schema/guidance.ts';
import { listedSchema } from '../../src/schema/listed.ts';
import { observedSchema } from '../../src/schema/observed.ts';
import { productsSchema } from '../../src/schema/products.ts';
import { referenceSchema } from '../../src/schema/references.ts';
import { statusSchema } from '../../src/schema/statuses.ts';
import { read, readGuidance } from '../unit/content/read.ts';
import { swrCatalog } from '../unit/lookup.ts';
import { attribute, DIST } from './built.ts';
import {
  codesIn,
  descendants,
  documentOf,
  elementsNamed,
  linksIn,
  sectionOf,
  textOf,
  type Element,
  type Link,
  type Node,
} from './reading.ts';

const DOMAIN = /^domains\/[^/]+\/$/u;
const STATUS = /^status\/\d+\/$/u;
const STATUS_OR_CLASS = /^status\/[^/]+\/$/u;
const STATUS_OR_DOMAIN = /^(?:status|domains)\/[^/]+\/$/u;
const TABLE = /^codes\//u;

const catalog = swrCatalog();
const yaml = (name: string): unknown => parseYaml(read(`content/${name}.yaml`));
const product = productsSchema.parse(yaml('products')).find(({ id }) => id === catalog.product);
const { editions } = editionsSchema.parse(JSON.parse(read(`content/editions/${catalog.product}.json`)));
const retirements = new Map(
  retiredCodes(editions, product?.aliases).map(({ code, lastEdition }) => [code, lastEdition]),
);
const strings = stringsOf('zh-CN');
const confusable = confusableSchema.array().parse(yaml('confusable'));
const references = z.record(z.string(), referenceSchema).parse(yaml('references'));
const lists = listedSchema.array().parse(yaml('listed'));
const observed = new Map(
  observedSchema
    .array()
    .parse(yaml('observed'))
    .map(({ sources, ...each }) => {
      const listed = sources.map((id) => references[id] ?? assert.fail(id));
      return [each.code, { ...each, sources: listed }] as const;
    }),
);
/** Who acts and whether to retry, by code. */
const verdicts = new Map<string, Pick<GuidanceData, 'actor' | 'retry'>>([
  ...[...observed.values()].map((each) => [each.code, each] as const),
  ...readGuidance().flatMap(({ data }) => data.codes.map((code) => [code, data] as const)),
]);
const statusTexts = new Map(
  Object.values(yaml('statuses') as Record<string, unknown[]>)
    .flatMap((list) => statusSchema.array().parse(list))
    .map((each) => [String(each.status ?? each.class), each]),
);
const statusText = (key: number | string) => statusTexts.get(String(key)) ?? assert.fail(`no status ${key}`);

const domainLink = ({ domain }: CodeEntry): Link => [`domains/${domain}/`, catalog.domain(domain).name];
const statusLink = (status: number): Link => [`status/${status}/`, `${status} ${statusText(status).label}`];

/** The value of an attribute wherever it stands, the word for it and where that leads. */
const valuesOf = (root: Node, name: string) =>
  [...descendants(root)].flatMap((element) => {
    const value = attribute(element, name);
    return value === undefined ? [] : [[value, ...linksIn(element, TABLE)]];
  });

const articleOf = (page: Node) =>
  [...descendants(page)].find((element) => attribute(element, 'data-code') !== undefined) ??
  assert.fail('no article');
const named = (root: Node, tag: string) => elementsNamed(root, tag)[0] ?? assert.fail(`no ${tag}`);
const section = (root: Node, id: string) => sectionOf(root, id) ?? assert.fail(`no section ${id}`);

/** What the page of a code says in its head, of what the code is made of, of other codes. */
function pageFacts(page: Node) {
  const article = articleOf(page);
  const header = named(article, 'header');
  const structure = section(article, 'structure');
  const neighbour = (rel: string) =>
    elementsNamed(page, 'a')
      .filter((element) => attribute(element, 'rel') === rel)
      .flatMap(codesIn);
  return {
    code: attribute(article, 'data-code'),
    state: attribute(article, 'data-state'),
    heading: textOf(named(header, 'h1')),
    domain: linksIn(header, DOMAIN),
    statuses: linksIn(header, STATUS),
    verdicts: valuesOf(header, 'data-verdict'),
    domainExplained: linksIn(structure, DOMAIN),
    statusExplained: linksIn(structure, STATUS_OR_CLASS),
    similar: (sectionOf(article, 'related') ? codesIn(section(article, 'related')) : []).toSorted(),
    prev: neighbour('prev'),
    next: neighbour('next'),
  };
}

/** So many codes of a relation are listed. */
const MAX_RELATED = 8;

/** Codes that the page of another leads to as like it: those it is taken for, else those related to it by their words. */
function similarTo(entry: CodeEntry): string[] {
  const compared = confusable
    .filter(({ codes, general }) => !general && codes.includes(entry.code))
    .flatMap(({ codes }) => codes);
  const related =
    compared.length > 0
      ? []
      : catalog.related(entry, MAX_RELATED).flatMap(({ entries }) => entries.map(({ code }) => code));
  const others = new Set([...compared.filter((code) => code !== entry.code), ...related]);
  const twice = compared.filter((code, index) => code !== entry.code && compared.indexOf(code) < index);
  return [...others, ...twice].toSorted();
}

function expectedFacts(entry: CodeEntry): ReturnType<typeof pageFacts> {
  const { code, state, httpStatus } = entry;
  const verdict = verdicts.get(code);
  const { actors, retries } = strings.verdict;
  const [actor, retry] = [verdict?.actor, verdict?.retry.verdict];
  const siblings = catalog.all.filter(
    (other) => other.domain === entry.domain && (other.state === 'listed') === (state === 'listed'),
  );
  const at = siblings.indexOf(entry);
  const codeAt = (index: number) => siblings.slice(Math.max(0, index), index + 1).map((other) => other.code);
  const ownClass = httpStatus === undefined ? '' : statusClass(httpStatus);
  return {
    code,
    state,
    heading: `${code}${entry.description}`,
    domain: [domainLink(entry)],
    statuses: entry.statuses.map(statusLink),
    verdicts: [
      ...(actor ? [[actor, [`codes/?actor=${actor}`, actors[actor]] satisfies Link]] : []),
      ...(retry ? [[retry, [`codes/?retry=${retry}`, retries[retry]] satisfies Link]] : []),
    ],
    domainExplained: [domainLink(entry)],
    statusExplained:
      httpStatus === undefined
        ? []
        : [
            [`status/${httpStatus}/`, `${httpStatus} ${statusText(httpStatus).name}`],
            [`status/${ownClass}/`, `${ownClass} ${statusText(ownClass).label}`],
          ],
    similar: similarTo(entry),
    prev: codeAt(at - 1),
    next: codeAt(at + 1),
  };
}

/** Holds the answer against what was written: the verdict with its reason, said once, or that there is none. */
function assertGuidance({ code, state }: CodeEntry, page: Node): void {
  const verdict = verdicts.get(code);
  const guidance = sectionOf(page, 'guidance');
  if (verdict) {
    const { verdict: retry, reason } = verdict.retry;
    const article = articleOf(page);
    assert.ok(textOf(named(article, 'header')).includes(strings.verdict.retries[retry]));
    assert.equal(textOf(article).split(reason.replace(/\s+/gu, ' ').trim()).length, 2, reason);
    assert.ok([...descendants(article)].some((element) => attribute(element, 'id') === 'guidance'));
  } else if (state === 'documented') {
    assert.ok(guidance && attribute(guidance, 'data-no-guidance') !== undefined);
  } else {
    assert.equal(guidance, undefined);
  }
}

/** Holds the section on the source against where the code stands: line, last edition, other list, or whoever saw it. */
function assertSource({ code, state, rows, domainReason }: CodeEntry, element: Element): void {
  const facts = elementsNamed(element, 'dd').map(textOf);
  assert.ok(facts.includes(domainReason), domainReason);
  const { title, edition, file } = product?.source ?? assert.fail('no product');
  const lastEdition = retirements.get(code);
  const list = lists.find(({ codes }) => Object.hasOwn(codes, code));
  if (state === 'listed') {
    const { source: id } = list ?? assert.fail(`no list has ${code}`);
    const { title: name, url, date = '' } = references[id] ?? assert.fail(id);
    assert.ok(
      facts.some((fact) => fact.includes(name) && fact.includes(date)),
      name,
    );
    assert.ok(elementsNamed(element, 'a').some((link) => attribute(link, 'href') === url));
    // A later edition of the table may be the other list.
    const others = facts.filter((fact) => !fact.includes(name));
    assert.ok(!others.some((fact) => fact.includes(title)), 'no recorded edition of the table has it');
    return;
  }
  const seen = observed.get(code);
  if (seen) {
    assert.deepEqual(
      elementsNamed(element, 'ol')
        .flatMap((list) => elementsNamed(list, 'a'))
        .map((link) => [attribute(link, 'href'), textOf(link)]),
      seen.sources.map((source) => [source.url, source.title]),
    );
    const text = textOf(element);
    for (const { date = '' } of seen.sources) assert.ok(text.includes(date), date);
    return;
  }
  const fact = facts.find((each) => each.includes(title)) ?? assert.fail(`${title} in ${facts.join()}`);
  const names = lastEdition === undefined ? [title, edition, file] : [title, lastEdition];
  for (const name of names) assert.ok(fact.includes(name), `${name} in ${fact}`);
  const numbers = names.reduce((rest, name) => rest.replace(name, ''), fact).match(/\d+/gu) ?? [];
  assert.deepEqual(
    numbers.map(Number),
    lastEdition === undefined ? rows.map(({ line }) => line) : [],
    `lines in ${fact}`,
  );
}

describe('the page of each code', () => {
  for (const entry of catalog.all) {
    test(entry.code, () => {
      const page = documentOf(`codes/${entry.code}/`);
      assert.deepEqual(pageFacts(page), expectedFacts(entry));
      assertGuidance(entry, page);
      assertSource(entry, section(page, 'source'));
    });
  }
});

interface Group {
  /** What the group is called in the menu and in its heading. */
  readonly name: string;
  readonly entries: readonly CodeEntry[];
}

/** The groups of the current edition by their addresses; a domain is there without codes, too. */
function groups(): ReadonlyMap<string, Group> {
  const { documented, domains } = catalog;
  const all = new Set(documented.flatMap((entry) => entry.statuses));
  const having = (fits: (entry: CodeEntry) => boolean) => documented.filter(fits);
  return new Map<string, Group>([
    ['codes/', { name: strings.nav.all, entries: documented }],
    ...domains.map(({ id, name }): [string, Group] => [
      `domains/${id}/`,
      { name, entries: having(({ domain }) => domain === id) },
    ]),
    ...[...all].map((status): [string, Group] => [
      `status/${status}/`,
      {
        name: `${status} ${statusText(status).label}`,
        entries: having((each) => each.statuses.includes(status)),
      },
    ]),
    ...[...new Set([...all].map(statusClass))].map((key): [string, Group] => [
      `status/${key}/`,
      {
        name: strings.nav.allOf(key),
        entries: having((each) => each.statuses.map(statusClass).includes(key)),
      },
    ]),
  ]);
}

/** What a row of a table says of the code to which it leads. */
function rowFacts(row: Element) {
  return {
    codes: codesIn(row),
    status: attribute(row, 'data-status'),
    domain: attribute(row, 'data-domain'),
    actor: attribute(row, 'data-actor'),
    retry: attribute(row, 'data-retry'),
    faces: [...descendants(row)].map((cell) => attribute(cell, 'data-verdict')).filter(Boolean),
    state: attribute(row, 'data-state') ?? 'documented',
  };
}

const expectedRow = ({ code, statuses, domain, state }: CodeEntry): ReturnType<typeof rowFacts> => ({
  codes: [code],
  status: statuses.join(' '),
  domain,
  actor: verdicts.get(code)?.actor,
  retry: verdicts.get(code)?.retry.verdict,
  faces: [verdicts.get(code)?.actor, verdicts.get(code)?.retry.verdict].filter(Boolean),
  state,
});

/** Holds the words in a row against the code; a column that is the same in all rows may be left out. */
function assertRowWords(entry: CodeEntry, row: Element): void {
  const words = textOf(row);
  const verdict = verdicts.get(entry.code);
  const { actors, retries } = strings.verdict;
  for (const word of [
    entry.description,
    ...(entry.state === 'documented' ? [] : [strings.states[entry.state]]),
    ...(verdict ? [actors[verdict.actor], retries[verdict.retry.verdict]] : []),
  ])
    assert.ok(words.includes(word), `${word} in ${words}`);
  for (const link of linksIn(row, DOMAIN)) assert.deepEqual(link, domainLink(entry));
  const statuses = linksIn(row, STATUS).map(([address]) => address);
  if (statuses.length > 0)
    assert.deepEqual(
      statuses,
      entry.statuses.map((each) => statusLink(each)[0]),
    );
}

/** Holds a table against the codes that belong into it. */
function assertTable(table: Element, entries: readonly CodeEntry[]): void {
  const rows = elementsNamed(named(table, 'tbody'), 'tr');
  assert.deepEqual(rows.map(rowFacts), entries.map(expectedRow));
  for (const [index, entry] of entries.entries())
    assertRowWords(entry, rows[index] ?? assert.fail(entry.code));
}

describe('each group', () => {
  for (const [address, { entries }] of groups()) {
    const isDomain = DOMAIN.test(address);
    test(`/${address} lists its codes, in the order of the source, with what is known of each`, () => {
      const page = documentOf(address);
      if (!isDomain) return assertTable(named(page, 'table'), address === 'codes/' ? catalog.all : entries);
      const statuses = new Set(entries.flatMap((entry) => entry.statuses));
      for (const status of statuses) {
        const group = entries.filter((entry) => entry.statuses.includes(status));
        assertTable(named(section(page, String(status)), 'table'), group);
      }
      assert.equal(elementsNamed(page, 'table').length, statuses.size);
    });
  }

  test('has a page, and nothing else has', () => {
    const pages = ['domains', 'status'].flatMap((folder) =>
      readdirSync(join(DIST, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${folder}/${name}/`),
    );
    assert.deepEqual(
      pages.toSorted(),
      [...groups().keys()].filter((address) => address !== 'codes/').toSorted(),
    );
  });

  test('is listed and counted on the overview of its kind', () => {
    for (const folder of ['domains', 'status']) {
      const main = named(documentOf(`${folder}/`), 'main');
      const listed = elementsNamed(main, 'dt').flatMap((term) => linksIn(term, STATUS_OR_DOMAIN));
      const expected = [...groups()].filter(([address]) =>
        /^(?:domains\/[^/]+|status\/\d+)\/$/u.test(address),
      );
      const own = expected.filter(([address]) => address.startsWith(folder));
      assert.deepEqual(
        listed.map(([address]) => address).toSorted(),
        own.map(([address]) => address).toSorted(),
      );
      const counts = new Map(own.map(([address, { entries }]) => [address, entries.length]));
      const facts = elementsNamed(main, 'dd').map(textOf);
      for (const [index, [address]] of listed.entries()) {
        const count = strings.groups.count(counts.get(address) ?? 0);
        assert.ok(facts[index]?.endsWith(count), `${address}: ${count} in ${facts[index]}`);
      }
    }
  });

  test('is in the table as a column: domain and statuses of every row', () => {
    const table = named(documentOf('codes/'), 'table');
    assert.deepEqual(linksIn(table, DOMAIN), catalog.all.map(domainLink));
    assert.equal(linksIn(table, STATUS).length, catalog.all.flatMap(({ statuses }) => statuses).length);
  });

  test('has its share in the matrix of the home page, and each number leads to as many codes', () => {
    const cells = linksIn(named(documentOf(''), 'table'), /^domains\/[^/]+\/#/u);
    assert.equal(
      cells.reduce((sum, [, count]) => sum + Number(count), 0),
      catalog.documented.flatMap(({ statuses }) => statuses).length,
    );
    for (const [address, count] of cells) {
      const [page = '', status = ''] = address.split('#');
      assert.equal(codesIn(section(documentOf(page), status)).length, Number(count), address);
    }
  });

  test('is named and counted in the menu of every page of a code, a group or a topic', () => {
    const expected = Object.fromEntries(
      [...groups()].map(([address, { name, entries }]) => [address, [name, entries.length]]),
    );
    for (const address of [
      ...catalog.all.map(({ code }) => `codes/${code}/`),
      ...groups().keys(),
      'topics/auth/',
    ])
      assert.deepEqual(menuOf(documentOf(address)), expected, `/${address}`);
  });
});

test('below its domain in the menu a code stands among its neighbours', () => {
  for (const entry of catalog.all) {
    const [menu, ...others] = descendants(documentOf(`codes/${entry.code}/`)).filter(
      (element) => attribute(element, 'class') === 'siblings',
    );
    assert.ok(menu && others.length === 0, entry.code);
    const inDomain = catalog.documented.filter(({ domain }) => domain === entry.domain);
    const shown = codesInAddresses(menu);
    assert.equal(shown.length, Math.min(12, inDomain.length), entry.code);
    assert.ok(shown.every((code) => catalog.find(code)?.domain === entry.domain));
    assert.equal(shown.includes(entry.code), entry.state === 'documented', entry.code);
    const more = linksIn(menu, DOMAIN).map(([, text]) => text);
    assert.deepEqual(more, inDomain.length > 12 ? [strings.nav.allSiblings(inDomain.length)] : []);
  }
});

/** The codes to whose pages the links lead. */
const codesInAddresses = (within: Element) =>
  linksIn(within, TABLE).map(([address]) => address.replace(/^codes\/(.*)\/$/u, '$1'));

/** The groups in the menu by their addresses: what each is called, and the number behind that. */
function menuOf(page: Node): Record<string, [name: string, count: number]> {
  const menus = elementsNamed(page, 'nav').filter((nav) => linksIn(nav, DOMAIN).length > 1);
  assert.equal(menus.length, 1, 'one menu');
  return Object.fromEntries(
    menus
      .flatMap((menu) => linksIn(menu, /^(?:codes|domains|status)\//u))
      .flatMap(([address, text]) => {
        const [, name = '', count] = /^(.*?)\s*(\d+)\s*个$/u.exec(text) ?? [];
        // Links that are no groups, as those in the head of a phone's menu, have no number; behind the codes beside one
        // their group stands once more.
        const isMore = text === strings.nav.allSiblings(Number(count));
        return count === undefined || isMore ? [] : [[address, [name, Number(count)]] as const];
      }),
  );
}
