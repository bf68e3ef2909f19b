import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { formatRedirects, parseRedirects, redirectsOf } from '../../src/addresses/redirects.ts';

const catalogOf = (...codes: string[]) =>
  buildCatalog({
    id: 'swr',
    rows: codes.map((code) => ({ code, status: null, description: code })),
    scheme: {
      domains: [{ id: 'all', name: '', about: '' }],
      rules: [],
      fallback: { domain: 'all', reason: '' },
    },
    relations: { operations: [], resources: [] },
  });
const lines = (...args: Parameters<typeof redirectsOf>) =>
  redirectsOf(...args).map(({ from, to }) => `${from} ${to}`);

test('every spelling of a code leads to its page', () => {
  const to = '/codes/SVCSTG.SWR.4001048/';
  const addresses = [
    '/4001048',
    '/codes/4001048',
    '/svcstg.swr.4001048',
    '/codes/svcstg.swr.4001048',
    '/SWR.4001048',
    '/codes/SWR.4001048',
    '/SVCSTG.SWR.4001048',
  ];
  assert.deepEqual(
    lines(catalogOf('SVCSTG.SWR.4001048'), '', []),
    addresses.flatMap((from) => [`${from}/ ${to}`, `${from} ${to}`]),
  );
});

test('codes that only another list has come last: hosts have a limit', () => {
  const base = catalogOf('SVCSTG.SWR.4001048');
  const { all } = catalogOf('SVCSTG.SWR.4000129');
  const listed = all.map((entry) => ({ ...entry, state: 'listed' as const }));
  const targets = redirectsOf({ ...base, all: [...listed, ...base.all] }, '', []).map(({ to }) => to);
  assert.deepEqual(targets, targets.toSorted().toReversed());
  assert.equal(new Set(targets).size, 2);
});

test('a number that two services share leads nowhere', () => {
  const all = lines(catalogOf('SVCSTG.SWR.4001048', 'SVCSTG.S2I.4001048'), '', []);
  assert.ok(all.every((line) => !line.startsWith('/4001048/') && !line.startsWith('/codes/4001048/')));
  assert.ok(all.includes('/codes/S2I.4001048/ /codes/SVCSTG.S2I.4001048/'));
});

test('a former code leads to its successor, in every spelling; below the path of its product', () => {
  const all = lines(catalogOf('SVCSTG.S2I.4019000'), 'swr', [
    { code: 'SVCSTG.SWR.4019000', is: 'SVCSTG.S2I.4019000' },
  ]);
  for (const from of [
    '/swr/codes/SVCSTG.SWR.4019000/',
    '/swr/codes/svcstg.swr.4019000/',
    '/swr/SWR.4019000/',
  ]) {
    assert.ok(all.includes(`${from} /swr/codes/SVCSTG.S2I.4019000/`), from);
  }
});

test('a former code that is listed again keeps its own page', () => {
  const all = lines(catalogOf('SVCSTG.S2I.4019000', 'SVCSTG.SWR.4019000'), '', [
    { code: 'SVCSTG.SWR.4019000', is: 'SVCSTG.S2I.4019000' },
  ]);
  assert.ok(all.includes('/SWR.4019000/ /codes/SVCSTG.SWR.4019000/'));
  assert.deepEqual(
    all.filter((line) => /swr\.4019000\/? .*S2I/iu.test(line)),
    [],
  );
});

test('no redirect leads to itself or away from a page', () => {
  const catalog = catalogOf('4001048', 'SVCSTG.SWR.4001048');
  const pages = new Set(['/codes/4001048/', '/codes/SVCSTG.SWR.4001048/']);
  for (const { from, to } of redirectsOf(catalog, '', [])) {
    assert.ok(!pages.has(from), from);
    assert.ok(pages.has(to), to);
  }
});

test('redirects are read line by line as they were written, and any other line is an error', () => {
  const redirects = [{ from: '/a', to: '/codes/a/' }];
  assert.deepEqual(parseRedirects(`# old\n\n${formatRedirects(redirects)}`, 'f'), redirects);
  assert.deepEqual(parseRedirects('', 'f'), []);
  for (const wrong of ['/a/* /b/ 301', '/a https://elsewhere.example/ 301', '/a /b/ 200', '/a']) {
    assert.throws(() => parseRedirects(`/a /b/ 301\n${wrong}\n`, '_redirects'), /_redirects:2: found/);
  }
});
