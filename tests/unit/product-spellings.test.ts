/** Codes of a product whose numbers carry no status are found in any spelling, too. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { buildLookupFile } from '../../src/search/lookup-file.ts';
import { asker, swrFile } from './lookup.ts';

const ENGLISH: Readonly<Record<string, string>> = {
  'EVS.6404': 'Resource(Volume, Snapshot) could not be found.',
  'EVS.6400': 'The volume cannot be attached.',
};
const rows = ['EVS.0001', 'EVS.5404', 'EVS.2024', 'EVS.500404', ...Object.keys(ENGLISH)].map(
  (code, index) => ({
    code,
    status: null,
    description: ENGLISH[code] ?? `描述 ${code}`,
    line: index + 1,
  }),
);
const catalog = buildCatalog({
  id: 'evs',
  service: 'EVS',
  rows,
  messages: new Map(),
  scheme: {
    domains: [{ id: 'general', name: '通用', about: '' }],
    rules: [],
    fallback: { domain: 'general', reason: '' },
  },
  relations: { operations: [], resources: [] },
});
const COMMON = {
  statuses: [],
  services: [],
  pageless: [],
  synonyms: { concepts: [], ignore: [], openings: [] },
};
const file = buildLookupFile(
  { id: 'evs', shortName: 'EVS', path: 'evs', domains: catalog.domains, entries: catalog.all, aliases: {} },
  ['swr'],
  COMMON,
);
const ask = asker(swrFile(), file);
const first = (text: string) => ask(text).hits[0]?.path;

for (const text of [
  'EVS.5404',
  'evs 5404',
  'EVS-5404',
  'evs5404',
  'evs_5404',
  'EVS：5404',
  'ＥＶＳ 5404',
  'evs 5404 报错',
  '创建云硬盘时返回 EVS-5404',
  'error code: evs 5404',
])
  test(`${text} is the code`, () => assert.equal(first(text), '/evs/codes/EVS.5404/'));

test('a code is found by what its English text says, whichever way it says it', () => {
  assert.equal(first('volume not found'), '/evs/codes/EVS.6404/');
});

test('so are numbers that look like a year or a status with more digits, where nothing else is said', () => {
  assert.equal(first('evs 2024'), '/evs/codes/EVS.2024/');
  assert.equal(first('evs 500404'), '/evs/codes/EVS.500404/');
  assert.equal(first('evs 0001'), '/evs/codes/EVS.0001/');
});

test('an unknown code of another vendor’s product names that vendor', () => {
  const code = 'SVCSTG.EVS.4000001';
  const entries = catalog.all.map((entry) => ({ ...entry, code, service: 'EVS', number: '4000001' }));
  const product = { id: 'evs', shortName: 'EVS', path: 'evs', vendor: 'Harbour Cloud', entries };
  const of = buildLookupFile({ ...product, domains: catalog.domains, aliases: {} }, ['swr'], COMMON);
  const structureOf = (text: string) => {
    const [finding] = asker(swrFile(), of)(text).findings;
    return finding?.kind === 'unknown' ? finding.structure : undefined;
  };
  assert.equal(structureOf('SVCSTG.EVS.5009999')?.vendor, 'Harbour Cloud');
  assert.ok(structureOf('SVCSTG.SWR.5009999'));
  assert.equal(structureOf('SVCSTG.SWR.5009999')?.vendor, undefined);
});

test('a status or a year beside the name is none', () => {
  for (const text of ['evs 404', 'evs 2021 年的价格', 'EVS 2024 年起的计费方式'])
    assert.ok(
      ask(text).findings.every(({ kind }) => kind !== 'known' && kind !== 'unknown'),
      text,
    );
});

test('the numbers of the product at the root stay what they were', () => {
  assert.equal(first('swr 4040010'), '/codes/SVCSTG.SWR.4040010/');
  assert.ok(ask('swr 5404').findings.every(({ kind }) => kind !== 'known' && kind !== 'unknown'));
});
