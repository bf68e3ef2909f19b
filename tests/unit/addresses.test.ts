import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { deadAddresses } from '../../src/integrations/address-check.ts';
import { extendLedger, ledgerProblems, publishedAddresses, readLedger } from '../../src/addresses/ledger.ts';
import { formatProblem } from '../../src/lib/problem.ts';
import { Project } from './project.ts';
import { inLocale, LEAD_LOCALE, localeOf, prefixOf, type Locale } from '../../src/addresses/locales.ts';
import { anchorOf } from '../../src/addresses/anchor.ts';
import { addressTexts, decodePath, pageMeant } from '../../src/addresses/address-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'built-site-'));
after(() => rmSync(folder, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
put('codes/A.1/index.html', '<h2 id="meaning">x</h2>');
put('codes/A.2/index.html', '<h2 id="body">x</h2>');
put('codes.json', '{}');

const codes = new Map([
  ['', { code: ['A.1', 'A.2'], documented: ['A.1'], answered: ['A.1'] }],
  ['dns', { code: ['D.1'], documented: ['D.1'], answered: [] }],
]);
const dead = (
  ledger: string,
  redirects: Record<string, string> = {},
  locales: readonly Locale[] = [LEAD_LOCALE],
) =>
  deadAddresses(ledger, folder, codes, new Map(Object.entries(redirects)), locales).map(
    (problem) => formatProblem(problem).split(' without ')[0],
  );

test('pages, files, anchors and redirects are addresses that live', () => {
  const ledger =
    '# comment\n\n/codes/A.1/\n/codes/A.1/#meaning\n/codes.json\n/a1/\n/codes/{documented}/#meaning\n';
  assert.deepEqual(dead(ledger, { '/a1/': '/codes/A.1/' }), []);
});

test('a language has every address of the root one, data aside', () => {
  put('en/codes/A.1/index.html', '<h2 id="meaning">x</h2>');
  const ledger = '/codes/A.1/#meaning\n/codes.json\n/codes/A.2/\n';
  assert.deepEqual(dead(ledger, {}, ['zh-CN', 'en']), [
    'content/addresses.txt:3: found /codes/A.2/, e.g. /en/codes/A.2/ (1 in all)',
  ]);
});

test('the prefix of a route names language and product', () => {
  assert.equal(prefixOf('zh-CN'), undefined);
  assert.equal(prefixOf('en', 'queue'), 'en/queue');
  const locales = ['en', 'en/queue', 'queue', 'queue/en', undefined].map(localeOf);
  assert.deepEqual(locales, ['en', 'en', 'zh-CN', 'zh-CN', 'zh-CN']);
  assert.equal(inLocale('/codes/A.1/#meaning', 'en'), '/en/codes/A.1/#meaning');
  assert.equal(inLocale('/queue/codes/', 'zh-CN'), '/queue/codes/');
  for (const shared of [
    '/codes.json',
    '/codes/A.1.json',
    '/codes.csv',
    '/sitemap-index.xml',
    '/lookup/1/',
    '/pagefind/',
  ])
    assert.equal(inLocale(shared, 'en'), shared);
});

test('what no address can be is named with its line, and asked of no file system', () => {
  for (const address of ['/codes/%zz/', '/codes/%00', '/codes/%E0%A4/', '/codes/\0/'])
    assert.match(
      dead(`/codes/A.1/\n${address}\n`)[0] ?? '',
      /^content\/addresses\.txt:2: found .*, expected percent-encoding/u,
      JSON.stringify(address),
    );
});

test('what leads nowhere is named with its line', () => {
  assert.deepEqual(dead('/codes/A.1/\n/codes/A.3/\n'), ['content/addresses.txt:2: found /codes/A.3/']);
  assert.deepEqual(dead('/codes/A.1/#body\n'), ['content/addresses.txt:1: found /codes/A.1/#body']);
  assert.deepEqual(dead('/a1/\n', { '/a1/': '/codes/A.3/' }), ['content/addresses.txt:1: found /a1/']);
  assert.deepEqual(dead('/codes/{code}/#meaning\n'), [
    'content/addresses.txt:1: found /codes/{code}/#meaning, e.g. /codes/A.2/#meaning (1 in all)',
  ]);
  assert.deepEqual(dead('/codes/\n'), ['content/addresses.txt:1: found /codes/']);
  assert.deepEqual(dead('/dns/codes/{code}/#meaning\n'), [
    'content/addresses.txt:1: found /dns/codes/{code}/#meaning, e.g. /dns/codes/D.1/#meaning (1 in all)',
  ]);
  assert.deepEqual(dead('/gone/codes/{code}/\n'), ['content/addresses.txt:1: found /gone/codes/{code}/']);
  assert.deepEqual(dead('/codes/{answered}/#steps\n/dns/codes/{answered}/#steps\n'), [
    'content/addresses.txt:1: found /codes/{answered}/#steps, e.g. /codes/A.1/#steps (1 in all)',
  ]);
});

test('a line that is neither an address nor a comment is named with its line', () => {
  const problems = (text: string) => ledgerProblems(text).map(({ line, message }) => `${line}: ${message}`);
  assert.deepEqual(problems('# comment\n\n  /codes/A.1/\n/codes/{code}/#meaning\n/%E9%95%9C/\n'), []);
  assert.deepEqual(problems('/a/\ncodes/A.1/\n'), [
    '2: found "codes/A.1/", expected an address that begins with a slash, or a comment that begins with #',
  ]);
  assert.equal(problems('/two addresses/\n').length, 1);
  assert.equal(problems('/100%/\n').length, 1);
  assert.equal(problems('/codes/{kode}/\n').length, 1);
  assert.match(dead('codes/A.1/\n')[0] ?? '', /^content\/addresses\.txt:1: found/u);
});

test('new addresses go to the end, what is there stays as it is', () => {
  const old = '# ours\n/gone/\n/codes/A.1/';
  const extended = extendLedger(old, ['/codes/A.1/', '/codes/A.2/', '/codes/A.2/']);
  assert.equal(extended, `${old}\n/codes/A.2/\n`);
  assert.equal(extendLedger(extended, ['/codes/A.2/']), extended);
  assert.deepEqual(
    readLedger(extended).map(({ address }) => address),
    ['/gone/', '/codes/A.1/', '/codes/A.2/'],
  );
});

test('a product has a home, a table, statuses and its codes', () => {
  const published = {
    path: 'dns',
    edition: '2021-01-15',
    codes: [
      { code: 'DNS.0101', status: 404, statuses: [404, 500], description: '' },
      { code: 'DNS.0101', status: 404, description: 'again' },
      { code: 'DNS.0102', status: null, description: '' },
    ],
  };
  assert.deepEqual(publishedAddresses(published), [
    '/dns/',
    '/dns/codes/',
    '/dns/codes.json',
    '/dns/codes.schema.json',
    '/dns/codes.csv',
    '/dns/changes/',
    '/dns/changes/#2021-01-15',
    '/dns/changes.xml',
    '/dns/changes.json',
    '/dns/codes/{code}/#meaning',
    '/dns/codes/{code}/#structure',
    '/dns/codes/{code}/#related',
    '/dns/codes/{code}/#source',
    '/dns/codes/{documented}/#guidance',
    '/dns/codes/{answered}/#steps',
    '/dns/domains/',
    '/dns/status/',
    '/dns/status/4xx/',
    '/dns/status/404/',
    '/dns/status/5xx/',
    '/dns/status/500/',
    '/dns/codes/DNS.0101/',
    '/dns/codes/DNS.0102/',
  ]);
});

test('a product whose codes tell no status has no overview of statuses', () => {
  const addresses = publishedAddresses({
    path: 'dns',
    edition: '2021-01-15',
    codes: [{ code: 'DNS.0102', status: null, description: '' }],
  });
  assert.ok(addresses.includes('/dns/domains/'));
  assert.deepEqual(
    addresses.filter((address) => address.includes('/status/')),
    [],
  );
});

test('an address is read however broken its encoding is', () => {
  assert.equal(decodePath('/codes/%E3%80%82%2520%'), '/codes/。 %');
  assert.equal(decodePath('/%E0%A4%A'), '/%E0%A4%A');
  const texts = (address: string, base = '/') => addressTexts(new URL(address, 'http://site.invalid'), base);
  assert.deepEqual(texts('/docs/swr/codes/4001048/%20/', '/docs/swr/'), ['4001048', 'codes/4001048']);
  assert.deepEqual(texts('/status/418/'), ['HTTP 418', '418', 'status/418']);
  assert.deepEqual(texts('/codes/4001048/).'), [').', 'codes/4001048/).']);
  // In GBK, as Chinese programs write it: a full stop behind, a colon in front.
  assert.deepEqual(texts('/codes/4001048%A1%A3')[0]?.trim(), '4001048');
  assert.deepEqual(texts('/codes/%A3%BA4001048')[0]?.trim(), '4001048');
  assert.deepEqual(texts('/gone.php?code=4001048&x=%E9%95%9C#%E5%83%8F'), [
    'gone.php',
    'code 4001048 x 镜 像',
  ]);
  assert.deepEqual(texts('/'), []);
});

test('a page is meant whatever its case, its slashes and what was glued to it', () => {
  const pages = [
    '/docs/swr/',
    '/docs/swr/decode/',
    '/docs/swr/status/404/',
    '/docs/swr/codes.json',
    '/other/',
  ];
  const meant = (path: string) => pageMeant(`/docs/swr${path}`, pages, '/docs/swr/');
  for (const path of [
    '/decode',
    '/Decode/',
    '/decode/).',
    '/decode。',
    '//DECODE',
    '/decode/index.htm',
    '/%22decode%22',
  ]) {
    assert.equal(meant(path), '/docs/swr/decode/', path);
  }
  assert.equal(meant('/status/404).'), '/docs/swr/status/404/');
  assert.equal(meant('/codes.json,'), '/docs/swr/codes.json');
  for (const path of ['/', '/).', '/%00', '/decoder', '/decode/more', '/decode/', '/../other']) {
    assert.equal(meant(path), undefined, path);
  }
  assert.equal(pageMeant('/other', pages, '/docs/swr/'), undefined);
});

test('an anchor loses what was glued to it', () => {
  assert.equal(anchorOf('#body).'), '#body');
  assert.equal(anchorOf('#2020-10-29%E3%80%82'), '#2020-10-29');
  assert.equal(anchorOf('#).'), '');
  assert.equal(anchorOf(''), '');
});

test('extract adds the addresses of a new product to the ledger and takes none out', (t) => {
  const project = new Project(t);
  project.edit('content/addresses.txt', /$/u, '/gone/\n');
  const before = project.read('content/addresses.txt');
  project.addProduct('queue', 'queue.md');
  const { status, stderr } = project.run();
  assert.equal(status, 0, stderr);
  const after = project.read('content/addresses.txt');
  assert.ok(after.startsWith(before));
  const added = readLedger(after.slice(before.length)).map(({ address }) => address);
  assert.ok(added.includes('/queue/codes/') && added.includes('/queue/codes/QUE.0001/'), added.join());
});

test('extract writes nothing while the ledger has a line that promises nothing', (t) => {
  const project = new Project(t);
  project.edit('content/addresses.txt', /$/u, 'codes/SVCSTG.SWR.4001048/\n');
  project.addProduct('queue', 'queue.md');
  const before = project.read('content/addresses.txt');
  const { status, stderr } = project.run();
  assert.equal(status, 1);
  assert.match(
    stderr,
    /^content\/addresses\.txt:\d+: found "codes\/SVCSTG\.SWR\.4001048\/", expected an address/mu,
  );
  assert.match(stderr, /nothing was written/u);
  assert.equal(project.read('content/addresses.txt'), before);
});

test('a ledger that lost lines is told by --check, and what extract brings back is said', (t) => {
  const project = new Project(t);
  project.run();
  project.edit('content/addresses.txt', '/codes/SVCSTG.SWR.4001048/\n', '');
  const before = project.snapshot();
  const checked = project.run('--check');
  assert.equal(checked.status, 1);
  assert.match(
    checked.stderr,
    /^content\/addresses\.txt:1: found no line for 1 of the published addresses, e\.g\. \/codes\/SVCSTG\.SWR\.4001048\/;/mu,
  );
  assert.deepEqual(project.snapshot(), before);
  const extracted = project.run();
  assert.equal(extracted.status, 0);
  assert.match(
    extracted.stdout,
    /^content\/addresses\.txt: 1 added, e\.g\. \/codes\/SVCSTG\.SWR\.4001048\/\n {2}note: /mu,
  );
  assert.doesNotMatch(project.run().stdout, /addresses\.txt/u);
  assert.equal(project.run('--check').status, 0);
});
