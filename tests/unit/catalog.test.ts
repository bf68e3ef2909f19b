import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { codePath, statusPath, tablePath, topicPath } from '../../src/addresses/addresses.ts';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { parseErrorCode } from '../../src/catalog/code.ts';
import {
  facetCounts,
  filterFromQuery,
  fold,
  offeredOnly,
  passes,
  queryFromFilter,
  type FilterRow,
} from '../../src/search/table-filter.ts';
import { nextOrder, ordered, orderFromQuery, queryFromOrder } from '../../src/search/table-order.ts';
import { byDomain, byStatus, byStatusClass, matrix } from '../../src/catalog/groups.ts';
import { splitText } from '../../src/prose/text.ts';
import { DOMAIN_TABLE } from '../fixtures/domain-table.ts';
import { swrCatalog } from './lookup.ts';

const catalog = swrCatalog();
const find = (code: string) => {
  const entry = catalog.find(code);
  assert.ok(entry, code);
  return entry;
};

describe('parseErrorCode', () => {
  test('takes a code apart', () => {
    assert.deepEqual(parseErrorCode('SVCSTG.SWR.4001048'), {
      code: 'SVCSTG.SWR.4001048',
      service: 'SWR',
      number: '4001048',
      httpStatus: 400,
      sequence: '1048',
    });
  });
  test('a few numbers have a fifth digit of sequence', () => {
    const { code, number, httpStatus, sequence } = find('SVCSTG.SWR.50010001');
    assert.deepEqual(
      { code, number, httpStatus, sequence },
      { code: 'SVCSTG.SWR.50010001', number: '50010001', httpStatus: 500, sequence: '10001' },
    );
    const { grammar } = parse(
      readFileSync(new URL('../../content/products.yaml', import.meta.url), 'utf8'),
    )[0];
    for (const slip of ['SVCSTG.SWR.40010488', 'SVCSTG.SWR.50010006', 'SVCSTG.SWR.500100010'])
      assert.equal(parseErrorCode(slip, grammar), undefined, slip);
  });
  test('a product may have a shape of its own', () => {
    const parsed = parseErrorCode('APIG.0101', {
      pattern: String.raw`^(?<service>APIG)\.(?<sequence>\d{4})$`,
    });
    assert.deepEqual(parsed, { code: 'APIG.0101', service: 'APIG', number: '0101', sequence: '0101' });
  });
  for (const text of [
    '',
    'SVCSTG.SWR.400104',
    'SVCSTG.SWR.40010480',
    'svcstg.swr.4001048',
    'SVCSTG.SWR.9991048',
    ' SVCSTG.SWR.4001048',
  ]) {
    test(`'${text}' is no code`, () => assert.equal(parseErrorCode(text), undefined));
  }
});

describe('the catalog of SWR', () => {
  test('every code that was reviewed stands in the domain where the reviewed table has it', () => {
    const reviewed = Object.entries(DOMAIN_TABLE).flatMap(([domain, lines]) =>
      lines.map((line) => [`SVCSTG.${line.split(' ')[0]}`, domain] as const),
    );
    const domainOf = new Map(catalog.all.map(({ code, domain }) => [code, domain]));
    const told = reviewed.filter(([code]) => domainOf.has(code));
    assert.deepEqual(
      told.map(([code]) => [code, domainOf.get(code)]),
      told,
    );
    assert.equal(reviewed.length, 188);
    // A code that left the document is retired, and stays in the catalog.
    assert.equal(told.length, 188);
  });

  test('what only another list has stands apart, behind all else', () => {
    const order = ['documented', 'retired', 'observed', 'listed'];
    const states = catalog.all.map(({ state }) => order.indexOf(state));
    assert.deepEqual(
      states,
      states.toSorted((one, other) => one - other),
    );
    assert.ok(catalog.listed.length > 0);
    assert.ok(catalog.listed.every(({ state, messages }) => state === 'listed' && messages.length === 1));
    // What is related to a code stands in the edition.
    const related = catalog.all.flatMap((entry) => catalog.related(entry).flatMap(({ entries }) => entries));
    assert.ok(related.every(({ state }) => state === 'documented'));
  });

  test('the number says a status of the row', () => {
    for (const { number, statuses } of catalog.documented)
      assert.ok(statuses.includes(Number(number.slice(0, 3))), number);
  });

  test('a code with two states is refused by name', () => {
    const row = { code: 'SVCSTG.SWR.4001048', status: 400, description: 'x' };
    const scheme = { domains: [], rules: [], fallback: { domain: 'x', reason: 'x' } };
    const input = {
      id: 'swr',
      rows: [row],
      observed: [row],
      scheme,
      relations: { operations: [], resources: [] },
    };
    assert.throws(
      () => buildCatalog(input),
      /SVCSTG\.SWR\.4001048 is both documented and observed; .*content\/observed\.yaml/,
    );
    assert.throws(
      () => buildCatalog({ ...input, rows: [], listed: [row] }),
      /SVCSTG\.SWR\.4001048 is both observed and listed; .*content\/listed\.yaml/,
    );
  });
});

describe('groups', () => {
  const row = (number: string, ...statuses: [number, ...number[]]) => ({
    code: `SVCSTG.SWR.${number}`,
    status: statuses[0],
    statuses,
    description: 'x',
  });
  const rules = [
    { domain: 'session', number: '^500', reason: 'x' },
    { domain: 'build', number: '^40[14]', reason: 'x' },
  ];
  const { documented } = buildCatalog({
    id: 'swr',
    rows: [row('5000001', 500), row('4040002', 404), row('4010003', 401, 403), row('4000004', 400)],
    scheme: { domains: [], rules, fallback: { domain: 'system', reason: 'x' } },
    relations: { operations: [], resources: [] },
  });
  const counted = <Key>(groups: readonly { key: Key; entries: readonly unknown[] }[]) =>
    groups.map(({ key, entries }) => [key, entries.length]);

  test('statuses in order; a code with two is in both', () =>
    assert.deepEqual(counted(byStatus(documented)), [
      [400, 1],
      [401, 1],
      [403, 1],
      [404, 1],
      [500, 1],
    ]));
  test('classes; a code with two statuses of one counts once', () =>
    assert.deepEqual(counted(byStatusClass(documented)), [
      ['4xx', 3],
      ['5xx', 1],
    ]));
  test('domains keep their order, empty ones too', () =>
    assert.deepEqual(counted(byDomain(documented, ['build', 'nothing', 'session'])), [
      ['build', 2],
      ['nothing', 0],
      ['session', 1],
    ]));
  test('the matrix counts each status, and each code once in the total', () =>
    assert.deepEqual(matrix(documented, ['build', 'nothing', 'session', 'system']), {
      statuses: [400, 401, 403, 404, 500],
      rows: [
        { domain: 'build', counts: [0, 1, 1, 1, 0], total: 2 },
        { domain: 'session', counts: [0, 0, 0, 0, 1], total: 1 },
        { domain: 'system', counts: [1, 0, 0, 0, 0], total: 1 },
      ],
    }));
  test('every code of SWR is in the matrix, once in the total', () => {
    const { rows } = matrix(
      catalog.documented,
      catalog.domains.map(({ id }) => id),
    );
    const sum = rows.reduce((count, { total }) => count + total, 0);
    assert.equal(sum, catalog.documented.length);
  });
});

describe('related codes', () => {
  const related = (code: string) =>
    Object.fromEntries(
      catalog.related(find(code)).map(({ kind, entries }) => [kind, entries.map((entry) => entry.code)]),
    );

  test('same description', () =>
    assert.ok(related('SVCSTG.SWR.4040058')['same-description']?.includes('SVCSTG.SWR.4041061')));
  test('same sequence', () =>
    assert.ok(related('SVCSTG.SWR.4041056')['same-sequence']?.includes('SVCSTG.SWR.5001056')));
  test('same operation on the same resource', () => {
    const others = related('SVCSTG.SWR.5000080')['same-operation'] ?? [];
    assert.ok(
      others.includes('SVCSTG.SWR.4090076'),
      'creating an organization permission, and that it exists',
    );
    assert.ok(!others.includes('SVCSTG.SWR.5000080'));
  });
  test('of each kind as many as are asked for', () => {
    const all = catalog.related(find('SVCSTG.SWR.4040010'));
    const few = catalog.related(find('SVCSTG.SWR.4040010'), 2);
    assert.ok(all.some(({ entries }) => entries.length > 2));
    assert.deepEqual(
      few,
      all.map(({ kind, entries }) => ({ kind, entries: entries.slice(0, 2) })),
    );
  });
  test('a code is named once', () => {
    for (const entry of catalog.documented) {
      const named = catalog.related(entry).flatMap(({ entries }) => entries);
      assert.equal(new Set(named).size, named.length, entry.code);
    }
  });
});

describe('addresses', () => {
  test('are what the API prints', () =>
    assert.equal(codePath('SVCSTG.SWR.4001048'), '/codes/SVCSTG.SWR.4001048/'));
  test('of another product stand under its path', () => {
    assert.equal(codePath('APIG.0101', 'apig'), '/apig/codes/APIG.0101/');
    assert.equal(statusPath(404, 'apig'), '/apig/status/404/');
  });
  test('hostile codes stay inside their segment', () =>
    assert.equal(codePath('../<b>?#'), '/codes/..%2F%3Cb%3E%3F%23/'));
  test('of the table carry the filter', () =>
    assert.equal(tablePath({ status: 404, domain: 'image' }), '/codes/?status=404&domain=image'));
  test('of topics keep the section', () => assert.equal(topicPath('auth#login'), '/topics/auth/#login'));
});

describe('the filter of the table', () => {
  const row: FilterRow = {
    status: '404',
    domain: 'image',
    actor: 'caller',
    retry: 'no',
    state: 'documented',
    q: fold('SVCSTG.SWR.4040010 镜像不存在。'),
  };
  const filter = (query: string) => filterFromQuery(new URLSearchParams(query));
  for (const [query, expected] of [
    ['', true],
    ['status=404', true],
    ['status=4xx&domain=image', true],
    ['status=5xx', false],
    ['domain=org', false],
    ['q=镜像', true],
    ['q=４０４００１０ 不存在', true],
    ['q=swr.404', true],
    ['q=组织', false],
    ['q=镜像 组织', false],
    ['actor=vendor', false],
    ['state=documented', true],
    ['state=retired', false],
  ] as const) {
    test(`?${query}`, () => assert.equal(passes(row, filter(query)), expected));
  }
  test('goes into the address and comes back', () =>
    assert.equal(queryFromFilter(filter('status=404&q=a b&x=1')).toString(), 'status=404&q=a+b'));
  test('keeps a text as long as a ticket out of the address', () =>
    assert.equal(queryFromFilter(filter(`status=404&q=${'a'.repeat(201)}`)).toString(), 'status=404'));
  test('ignores what nobody offers, and says what', () =>
    assert.deepEqual(
      offeredOnly(filter('status=999&domain=image&q=x'), (facet) => facet !== 'status'),
      { filter: filter('domain=image&q=x'), ignored: [{ facet: 'status', value: '999' }] },
    ));
  test('counts a choice as if only it were made differently', () => {
    const rows: FilterRow[] = [row, { ...row, status: '400 500', domain: 'org' }];
    assert.deepEqual(Object.fromEntries(facetCounts(rows, filter('status=404'), 'status')), {
      404: 1,
      '4xx': 2,
      400: 1,
      500: 1,
      '5xx': 1,
    });
    assert.deepEqual(Object.fromEntries(facetCounts(rows, filter('status=404'), 'domain')), { image: 1 });
  });
});

describe('the order of the table', () => {
  const order = (query: string) => orderFromQuery(new URLSearchParams(query), ['code', 'status']);
  for (const query of ['sort=status', 'sort=-code', ''])
    test(`?${query} comes back`, () =>
      assert.equal(new URLSearchParams(queryFromOrder(order(query))).toString(), query));
  test('by an unknown column is that of the source', () => assert.equal(order('sort=__proto__'), undefined));
  test('goes up, down and back', () => {
    const up = nextOrder(undefined, 'code');
    const down = nextOrder(up, 'code');
    assert.deepEqual(
      [up, down, nextOrder(down, 'code')],
      [order('sort=code'), order('sort=-code'), undefined],
    );
    assert.deepEqual(nextOrder(down, 'status'), order('sort=status'));
  });
  test('leaves rows alike as they were, and those without a value at the end', () => {
    const rows = ['b1', '', 'a1', 'b2'];
    const value = (text: string) => text.charAt(0);
    assert.deepEqual(ordered(rows, order('sort=code'), value), ['a1', 'b1', 'b2', '']);
    assert.deepEqual(ordered(rows, order('sort=-code'), value), ['b1', 'b2', 'a1', '']);
    assert.equal(ordered(rows, undefined, value), rows);
  });
});

test('mentions of codes are told from the prose around them', () => {
  assert.deepEqual(splitText('见 SVCSTG.SWR.4001048，或 <b>[^docs][^inferred]'), [
    { kind: 'text', text: '见 ' },
    { kind: 'mention', code: 'SVCSTG.SWR.4001048' },
    { kind: 'text', text: '，或 <b>' },
    { kind: 'source', id: 'docs' },
    { kind: 'inferred' },
  ]);
});
