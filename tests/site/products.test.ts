/**
 * More than one document: a copy of the project gets three documents in the shapes of the family, is extracted and
 * built, and every product has what the first has, while that one stays as it is.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { parseRedirects } from '../../src/addresses/redirects.ts';
import {
  ADVICE_FILE,
  CAUSES_FILE,
  EXPLANATIONS_FILE,
  OTHERS_FILE,
  type LookupFile,
} from '../../src/search/lookup-file.ts';
import { ASTRO } from '../astro.ts';
import { copyProject, newCopyFolder } from '../project-copy.ts';
import { asker } from '../unit/lookup.ts';
import { DIST } from './built.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SHARED = 'SVCSTG.SWR.4010000';
const folder = newCopyFolder('products-');
const dist = join(folder, 'dist');

const read = (path: string) => readFileSync(join(dist, path), 'utf8');
/** A page without the classes by which Astro tells the styles of components apart. */
const page = (address: string) =>
  read(`${address}index.html`).replace(/ class="astro-\w{8}"| astro-\w{8}(?=")/gu, '');
const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
/** What a page says, without the frame that lists the products. */
const article = (html: string) => /<article[\s\S]*<\/article>/u.exec(html)?.[0] ?? assert.fail('no article');

const ENTRY = (id: string, language: string, vendor = '') => `
- id: ${id}
  name: ${id} 服务
  shortName: ${id.toUpperCase()}
  path: ${id}
${vendor}  source: { file: ${id}.md, edition: 2024-01, title: Error codes, language: ${language}, publishedAt: 'https://example.com/${id}' }
`;

/** Seen in use, or in another list, before the edition listed them. */
const OBSERVED = `
- code: QUE.0003
  product: queue
  summary: 队列多半已被删除。
  messages: [Queue is gone]
  seenIn: GetQueue
  sources: [skills-swr, error-codes-2024]
  actor: org-admin
  retry: { verdict: after-change, reason: 队列重建之前结果不变。 }
  inferred: false
  steps: [列出队列。, 重新创建队列。]
`;
/** Of the product of another vendor: what only that vendor can mend. */
const OBSERVED_ELSEWHERE = `
- code: DepotFull
  product: depot
  summary: 仓库没有空位。
  messages: [Depot is full]
  seenIn: PutCrate
  sources: [error-codes-2024]
  actor: vendor
  retry: { verdict: backoff, reason: 腾出空位需要时间。 }
  inferred: false
  steps: [联系服务方。]
`;
const OTHER_LIST = `
- source: vendor-table-2020
  product: queue
  note: 一份旧列表。
  codes:
    QUE.0001: { message: queue name error, meaning: 旧的描述 }
    QUE.0099: { message: 'queue <b>gone</b>', meaning: '队列<i>不在</i>' }
  pageless: []
`;

let built: ReturnType<typeof run>;

before(() => {
  copyProject(folder);
  for (const [id, language, vendor] of [
    ['queue', 'zh-CN'],
    ['vault', 'en'],
    ['depot', 'en', '  vendor: Harbour Cloud\n'],
  ] as const) {
    cpSync(join(ROOT, `tests/fixtures/sources/${id}.md`), join(folder, `content/sources/${id}.md`));
    appendFileSync(join(folder, 'content/products.yaml'), ENTRY(id, language, vendor));
  }
  appendFileSync(join(folder, 'content/observed.yaml'), OBSERVED + OBSERVED_ELSEWHERE);
  appendFileSync(join(folder, 'content/listed.yaml'), OTHER_LIST);
  const extracted = run('scripts/extract/main.ts', '--accept');
  assert.equal(extracted.status, 0, extracted.stderr);
  assert.match(
    extracted.stdout,
    /note: content\/observed\.yaml:\d+: QUE\.0003 is documented now; its messages/,
  );
  assert.match(
    extracted.stdout,
    /note: content\/listed\.yaml:\d+: QUE\.0001 is documented now; its message,/,
  );
  assert.match(
    extracted.stdout,
    /depot\.json: 4 codes, written\n {2}note: 2 of them in several rows.*DEP\.0101 \(lines 7, 8\)/,
  );
  built = run(...ASTRO, 'build');
  assert.equal(built.status, 0, `${built.stdout}\n${built.stderr}`);
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the product that was there', () => {
  test('has the same codes, the same record, the same addresses', () => {
    for (const path of ['content/codes/swr-error-codes.zh-CN.json', 'content/editions/swr.json'])
      assert.equal(readFileSync(join(folder, path), 'utf8'), readFileSync(join(ROOT, path), 'utf8'), path);
    const ledger = readFileSync(join(folder, 'content/addresses.txt'), 'utf8');
    assert.ok(ledger.startsWith(readFileSync(join(ROOT, 'content/addresses.txt'), 'utf8')));
    // The copy is in Chinese alone.
    const data = (text: string) =>
      JSON.parse(text, (name, value: unknown) => (name.endsWith('En') ? undefined : value)) as unknown;
    assert.deepEqual(data(read('codes.json')), data(readFileSync(join(DIST, 'codes.json'), 'utf8')));
  });
  test('every page of a code says what it said', () => {
    const pages = readdirSync(join(DIST, 'codes')).filter(
      (name) => !name.includes('.html') && !name.endsWith('.json'),
    );
    assert.ok(pages.length > 188);
    for (const code of pages) {
      const old = readFileSync(join(DIST, 'codes', code, 'index.html'), 'utf8');
      assert.equal(article(read(`codes/${code}/index.html`)), article(old), code);
    }
  });
});

describe('each further product', () => {
  test('has a home, a table, data, schema, changes, domains and pages of its codes', () => {
    for (const [path, code] of [
      ['queue', 'QUE.0002'],
      ['vault', 'VLT.0101'],
      ['depot', 'NoSuchCrate'],
    ] as const) {
      assert.match(page(`${path}/`), new RegExp(`${path} 服务 ${path.toUpperCase()} 错误码</h1>`));
      assert.match(
        page(`${path}/`),
        /<ul class="examples note"[^>]*>\s*<li>\s*<a [^>]*>(?:QUE|VLT|DEP)\.\d+<\/a>/,
      );
      for (const address of [`${path}/codes/`, `${path}/changes/`, `${path}/domains/general/`])
        assert.ok(page(address).includes(code) || address.endsWith('changes/'), address);
      assert.ok(read(`${path}/codes.csv`).includes(code));
      assert.match(read(`${path}/changes.xml`), /<entry>/);
      assert.equal(JSON.parse(read(`${path}/changes.json`)).product, path);
      assert.equal(JSON.parse(read(`${path}/codes.schema.json`)).title, `${path.toUpperCase()} error codes`);
      assert.ok(
        page(`${path}/codes/${code}/`).includes(
          `rel="canonical" href="http://localhost:4321/${path}/codes/${code}/"`,
        ),
      );
      assert.equal(JSON.parse(read(`${path}/codes/${code}.json`)).code.code, code);
    }
  });
  test('says that nobody has written guidance for its codes, and keeps the anchor', () => {
    for (const address of ['queue/codes/QUE.0002/', 'vault/codes/VLT.0101/', 'depot/codes/NoSuchCrate/'])
      assert.match(page(address), /data-no-guidance[\s\S]*id="guidance"/, address);
  });
  test('needs no data of its own: the build misses none', () => {
    assert.doesNotMatch(built.stdout + built.stderr, /was not found|\[WARN\] \[content\]/);
  });
  test('groups by every status of a row, and by none where the document has none', () => {
    assert.ok(page('queue/status/400/').includes('QUE.0002'));
    assert.ok(page('queue/status/409/').includes('QUE.0002'));
    assert.ok(!readdirSync(join(dist, 'vault')).includes('status'));
    assert.match(page('queue/codes/'), /data-status="400 409"/);
  });
  test('shows each row of a code that stands in several, in the language of the document', () => {
    const html = page('depot/codes/DEP.0101/');
    for (const text of ['crate label is invalid', 'Use at most 20 labels.', 'The crate name is not valid.'])
      assert.ok(html.includes(`<td>${text}</td>`), text);
    assert.match(html, /<tbody lang="en">/);
    const { rows, description } = JSON.parse(read('depot/codes.json')).codes[0];
    assert.equal(rows.length, 2);
    assert.equal(description, 'The crate name is not valid. / The label of the crate is not valid.');
  });
  test('has a heading of three where a code has many causes', () => {
    const [heading = ''] = /<h1.*?<\/h1>/su.exec(page('depot/codes/DEP.0103/')) ?? [];
    assert.match(heading, /The row is missing\. \/ .* \/ The level is missing\..*<small lang="zh-CN">.*4/su);
    assert.doesNotMatch(heading, /The label/u);
  });
  test("does not give its own name to another product's service", () => {
    assert.ok(page('depot/codes/DEP.0101/').includes('<dd>DEP</dd>'));
    assert.ok(page('depot/codes/NoSuchCrate/').includes('<dd>DEPOT（depot 服务）</dd>'));
  });
  test('says nothing of domains where there is one for all, and heads no list that is empty', () => {
    for (const [name, html] of pagesOf('depot').filter(([path]) => /^(?:index|codes\/.+)/u.test(path))) {
      if (name === 'codes/index.html') continue;
      const main = /<main[\s\S]*<\/main>/u.exec(html)?.[0] ?? '';
      for (const words of ['href="/depot/domains/', '归入该领域的理由', '资源领域'])
        assert.ok(!main.includes(words), `${name}: ${words}`);
      for (const [section] of main.matchAll(
        /<section[^>]* aria-labelledby="(?:related|matrix)[\s\S]*?<\/section>/gu,
      ))
        assert.match(section, /<a href/u, name);
    }
  });
  test('without guidance quotes what the vendor says to do, and says that nothing else was written', () => {
    const html = page('queue/codes/QUE.0010/');
    assert.match(html, /id="guidance"/);
    assert.match(html, /1\. 降低频率/);
    assert.ok(html.includes('还没有为这个错误码编写处理建议'));
    assert.match(
      built.stdout + built.stderr,
      /queue: 4 of 5 codes have no guidance \(with `product: queue`\): QUE\.0001/,
    );
  });
});

/** The pages of a product, without what leads to other products: menu, preferences and what search has for all. */
function pagesOf(path: string): (readonly [name: string, html: string])[] {
  return readdirSync(join(dist, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map(
      (name) => [name, read(join(path, name)).replace(/<nav class="sidebar[\s\S]*?<\/nav>/u, '')] as const,
    );
}

describe('a product of another vendor', () => {
  test('is said to be that, on every page, with a link to its document', () => {
    for (const [name, html] of pagesOf('depot')) {
      assert.ok(html.includes('本站不是 Harbour Cloud 官方网站。错误码描述引自'), name);
      assert.match(
        html,
        /<a href="https:\/\/example\.com\/depot" rel="noreferrer"[^>]*>Harbour Cloud 文档<\/a>/u,
        name,
      );
      assert.doesNotMatch(html.replace(/data-words="[^"]*"/gu, ''), /华为云/u, name);
    }
    assert.match(page('depot/codes/DEP.0102/'), /描述引自 Harbour Cloud 文档 2024-01 版/u);
    assert.match(
      page('depot/codes/DEP.0102/'),
      /<a href="https:\/\/example\.com\/depot"[^>]*>\s*Error codes，2024-01 版（文件 depot\.md 第 9 行）/u,
    );
  });
  test('while the others stay with theirs', () => {
    for (const path of ['queue', 'vault'])
      for (const [name, html] of pagesOf(path))
        assert.ok(html.includes('>华为云文档</a>'), `${path}/${name}`);
    assert.match(page('queue/codes/QUE.0002/'), /描述引自华为云文档 2024-01 版/u);
  });
  test('nothing on its pages says SWR', () => {
    for (const [name, html] of pagesOf('depot')) {
      // Search is that of the whole site, which is called what `content/site.yaml` says.
      const text = html
        .replace(/<link rel="search"[^>]*>/u, '')
        // A link to the other product is called by its name.
        .replace(/<a href="\/"[^>]*>[^<]*<\/a>/gu, '')
        .replace(/<(script|style)[\s\S]*?<\/\1>/gu, '')
        .replace(/data-words="[^"]*"/gu, '');
      assert.equal(/[^"]{0,80}(?:SWR|容器镜像服务)[^"]{0,80}/u.exec(text)?.[0], undefined, name);
    }
    assert.match(page('depot/codes/DEP.0102/'), /<title>[^<]* \| DEPOT 错误码<\/title>/u);
    assert.match(page('depot/codes/DEP.0102/'), /<a href="\/depot\/" class="site-title/u);
  });
});

describe('a code that the edition lists only now', () => {
  test('keeps what was observed of it: messages, what to do, sources', () => {
    const html = page('queue/codes/QUE.0003/');
    assert.match(html, /data-state="documented"/);
    assert.ok(!html.includes('data-no-guidance') && !html.includes('state-banner'));
    for (const text of [
      '队列不存在。',
      '队列多半已被删除。',
      'Queue is gone',
      '队列重建之前结果不变。',
      '重新创建队列。',
    ])
      assert.ok(article(html).includes(text), text);
    assert.match(html, /id="source-skills-swr"[\s\S]*id="source-error-codes-2024"/);
    const record = JSON.parse(read('queue/codes/QUE.0003.json'));
    assert.equal(record.state, 'documented');
    assert.deepEqual([record.code.actor, record.code.retry], ['org-admin', 'after-change']);
    assert.ok(record.messages.includes('Queue is gone'));
  });
  test('keeps the message of the other list, and where it stood', () => {
    const html = article(page('queue/codes/QUE.0001/'));
    for (const text of ['队列名称不合法。', 'queue name error', '2020-07-23'])
      assert.ok(html.includes(text), text);
    assert.ok(!html.includes('旧的描述') && !html.includes('state-banner'));
  });
  test('while one of the other list alone says so, its texts as texts', () => {
    const html = article(page('queue/codes/QUE.0099/'));
    assert.match(html, /class="state-banner[^"]*" data-state="listed"[\s\S]*一份旧列表。/);
    assert.ok(html.includes('队列&lt;i>不在&lt;/i>') || html.includes('队列&lt;i&gt;不在&lt;/i&gt;'));
    assert.equal(JSON.parse(read('queue/codes.json')).listed.length, 1);
  });
});

test('search and decoder name the vendor that acts', () => {
  const [version = ''] = readdirSync(join(dist, 'lookup'));
  const advice = JSON.parse(read(join('lookup', version, `${ADVICE_FILE}.json`)));
  assert.equal(advice['/depot/codes/DepotFull/'].vendor, 'Harbour Cloud');
  for (const [path, { vendor }] of Object.entries<{ vendor?: string }>(advice))
    assert.equal(vendor, path.startsWith('/depot/') ? 'Harbour Cloud' : undefined, path);
});

describe('a code that two products list', () => {
  test('has a page in each, with its own text', () => {
    assert.ok(!page(`codes/${SHARED}/`).includes('与另一产品同名的错误码。'));
    const html = article(page(`queue/codes/${SHARED}/`));
    assert.ok(html.includes('与另一产品同名的错误码。'));
    assert.ok(!html.includes('Authenticate Error'), 'messages are those of another product');
  });
  test('redirects lead to the product below whose path they stand', () => {
    const redirects = new Map(
      parseRedirects(read('_redirects'), '_redirects').map(({ from, to }) => [from, to]),
    );
    assert.equal(redirects.get('/4010000/'), `/codes/${SHARED}/`);
    assert.equal(redirects.get('/queue/4010000/'), `/queue/codes/${SHARED}/`);
    assert.equal(redirects.get('/depot/codes/nosuchcrate'), '/depot/codes/NoSuchCrate/');
  });
  test('the sitemap has both pages, the ledger their addresses', () => {
    const sitemap = read('sitemap-0.xml');
    const ledger = readFileSync(join(folder, 'content/addresses.txt'), 'utf8').split('\n');
    for (const address of [`/codes/${SHARED}/`, `/queue/codes/${SHARED}/`, '/depot/codes/NoSuchCrate/']) {
      assert.ok(sitemap.includes(`<loc>http://localhost:4321${address}</loc>`), address);
      assert.ok(ledger.includes(address), address);
    }
    assert.ok(ledger.includes('/queue/codes/{documented}/#guidance'));
  });
});

describe('one search over all', () => {
  const paths = (text: string) => ask(text).hits.map(({ path }) => path);
  let ask: ReturnType<typeof asker>;
  let version: string;
  const fileOf = (id: string) => JSON.parse(read(join('lookup', version, `${id}.json`))) as LookupFile;
  before(() => {
    version = readdirSync(join(dist, 'lookup'))[0] ?? '';
    ask = asker(...['queue', 'swr', 'vault', 'depot'].map(fileOf));
  });
  test('each page names the file of its own product, and that file the others', () => {
    for (const [address, id] of [
      ['codes/SVCSTG.SWR.4001048/', 'swr'],
      ['queue/codes/QUE.0002/', 'queue'],
    ] as const) {
      assert.ok(page(address).includes(`data-lookup="/lookup/${version}/${id}.json"`), address);
      assert.deepEqual(
        [ADVICE_FILE, CAUSES_FILE, EXPLANATIONS_FILE, OTHERS_FILE, id, ...fileOf(id).others].toSorted(),
        readdirSync(join(dist, 'lookup', version))
          .map((name) => name.replace('.json', ''))
          .toSorted(),
      );
    }
  });
  test('a code that two products list is found in both, the one at the root first', () => {
    assert.deepEqual(paths(SHARED), [`/codes/${SHARED}/`, `/queue/codes/${SHARED}/`]);
    assert.deepEqual(
      ask(SHARED).hits.map(({ domainName }) => domainName),
      ['SWR · 鉴权与权限', 'QUEUE · 通用'],
    );
  });
  test('codes of every shape are found', () => {
    assert.deepEqual(paths('QUE.0002'), ['/queue/codes/QUE.0002/']);
    assert.deepEqual(paths('vlt_0102'), ['/vault/codes/VLT.0102/']);
    assert.deepEqual(paths('NoSuchCrate'), ['/depot/codes/NoSuchCrate/']);
    assert.deepEqual(paths('nosuchcrate'), ['/depot/codes/NoSuchCrate/']);
    assert.deepEqual(paths('<Code>NoSuchCrate</Code> again'), ['/depot/codes/NoSuchCrate/']);
    assert.deepEqual(paths('crate label is invalid'), ['/depot/codes/DEP.0101/']);
    assert.deepEqual(paths('SVCSTG.SWR.4001048'), ['/codes/SVCSTG.SWR.4001048/']);
  });
  test('an unknown code has neighbours of its own service, and no status is read into its number', () => {
    const [finding] = ask('DEP.0999').findings;
    assert.ok(finding?.kind === 'unknown');
    assert.equal(finding.structure, undefined);
    assert.deepEqual(
      finding.neighbours.map(({ code }) => code),
      ['DEP.0103', 'DEP.0102', 'DEP.0101'],
    );
  });
  test('a status lists the codes of all products, those with several statuses too', () => {
    assert.ok(paths('HTTP 409').includes('/queue/codes/QUE.0002/'));
  });
});

test('every page of the further products is valid HTML, and its links lead somewhere', async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  const pages = ['queue', 'vault', 'depot'].flatMap((path) =>
    readdirSync(join(dist, path), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.html'))
      .map((name) => join(path, name)),
  );
  assert.ok(pages.length > 20);
  for (const name of pages) {
    const html = read(name);
    const { results } = await validator.validateString(html, join(DIST, name));
    assert.deepEqual(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${name} ${ruleId}: ${message}`),
      ),
      [],
    );
    for (const [, address = ''] of html.matchAll(/href="(\/[^"#?]*)/gu)) {
      const file = join(dist, decodeURIComponent(address), address.endsWith('/') ? 'index.html' : '');
      assert.ok(existsSync(file), `${name} links to ${address}`);
    }
  }
});

test('menu, home page, links page and llms.txt name the products', () => {
  for (const html of [page(''), page('codes/SVCSTG.SWR.4001048/'), page('links/')])
    for (const path of ['queue', 'vault', 'depot']) assert.match(html, new RegExp(`href="/${path}/"`), path);
  assert.match(page('queue/'), /href="\/"/);
  assert.ok(read('llms.txt').includes('## depot 服务 DEPOT'));
  assert.ok(read('llms.txt').includes('http://localhost:4321/depot/codes.json'));
});

test('a product cannot live where the site has pages of its own', () => {
  const own = readdirSync(DIST, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z0-9-]+$/.test(entry.name))
    .map(({ name }) => name);
  assert.ok(own.includes('search'));
  const file = join(folder, 'content/products.yaml');
  const products = readFileSync(file, 'utf8');
  for (const path of own) {
    writeFileSync(file, products.replace('path: queue', `path: ${path}`));
    const { status, stderr } = run('scripts/extract/main.ts', '--check');
    assert.equal(status, 1);
    assert.match(
      stderr,
      new RegExp(`content/products\\.yaml:\\d+: .*expected another path: /${path}/ is a page`),
    );
  }
  writeFileSync(file, products);
});
