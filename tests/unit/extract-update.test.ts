import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { retiredCodes } from '../../src/editions/history.ts';
import { editionsSchema, type EditionRecord } from '../../src/schema/editions.ts';
import { KilledProject, killAfter } from './killing.ts';
import { CODES, EDITIONS, Project, SOURCE } from './project.ts';

const recordOf = (project: Project): EditionRecord =>
  editionsSchema.parse(JSON.parse(project.read(EDITIONS)));

/** Takes the row of a code out of the document. */
function removeRow(project: Project, code: string): void {
  const rows = project.read(SOURCE).split(/(?=<tr )/);
  const index = rows.findIndex((row) => row.includes(code));
  assert.notEqual(index, -1);
  project.write(SOURCE, [...rows.slice(0, index), ...rows.slice(index + 1)].join(''));
}

const setEdition = (project: Project, date: string) =>
  project.edit('content/products.yaml', /edition: \S+/, `edition: ${date}`);

test('a harmless edition is shown, written and recorded', (t) => {
  const project = new Project(t);
  project.edit('content/products.yaml', 'edition: 2021-09-13', 'edition: 2024-01-08');
  project.edit(SOURCE, '镜像不存在。', '镜像找不到。');
  project.edit(SOURCE, '鉴权失败。', '鉴权失败！');
  const { status, stdout, stderr } = project.run();
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.match(stdout, /edition 2021-09-13 → 2024-01-08, 188 → 188 codes/);
  assert.match(stdout, / 1 reworded\n +SVCSTG\.SWR\.4040010 {2}镜像\[-不存在-\]\{\+找不到\+\}。\n/);
  assert.match(stdout, / 1 punctuation only\n +SVCSTG\.SWR\.4010000 {2}鉴权失败\[-。-\]\{\+！\+\}\n/);
  assert.match(stdout, /188 codes, written/);
  const { editions } = recordOf(project);
  assert.equal(editions.length, 5);
  assert.deepEqual(editions.at(-1)?.changes?.reworded, [
    { code: 'SVCSTG.SWR.4040010', before: '镜像不存在。', after: '镜像找不到。' },
  ]);
  assert.equal(project.run('--check').status, 0);
  assert.match(project.run().stdout, /unchanged/);
  assert.equal(recordOf(project).editions.length, 5);
});

test('a next edition with other quotation marks, a new code, an observed code and another status', (t) => {
  const project = new Project(t);
  project.edit('content/products.yaml', 'edition: 2021-09-13', 'edition: 2024-01-08');
  project.edit(SOURCE, '>401</p>', '>403</p>');
  project.edit(SOURCE, '鉴权失败。', '“鉴权”失败。');
  const plain = project.read(SOURCE);
  const row = (code: string, text: string): string => `|400|${code}|${text}|\n`;
  project.write(
    SOURCE,
    `${plain}\n|状态码|错误码|描述|\n|--|--|--|\n${row('SVCSTG.SWR.4009997', '灯坏了。')}${row('SVCSTG.SWR.4009998', '「lamp」不合法。')}${row('SVCSTG.SWR.4009999', '灯不亮。')}`,
  );
  project.write(
    'content/observed.yaml',
    '# seen in use\n- code: SVCSTG.SWR.4009999\n- code: SVCSTG.SWR.4009990\n',
  );
  project.write(
    'content/listed.yaml',
    [
      '- source: a',
      '  codes:',
      '    SVCSTG.SWR.4009998: { message: a, meaning: b }',
      '    SVCSTG.SWR.4009989:',
      '      { message: a, meaning: b }',
      '  pageless:',
      '    - codes:',
      '        SVCSTG.SWR.4009997: a',
      '',
    ].join('\n'),
  );
  const words = ["['“lamp”']", '[lam]', "['“lam”']", '[鉴权失败, 灯笼]'].map(
    (list, index) => `{ id: a${index}, words: ${list} }`,
  );
  project.write(
    'content/relations.yaml',
    `swr:\n  operations:\n    - ${words.join('\n    - ')}\n  resources: []\n`,
  );
  project.write(
    'content/domains.yaml',
    'swr:\n  rules:\n    - { codes: [SVCSTG.SWR.4010000,\n        SVCSTG.SWR.4009991, SVCSTG.SWR.4009990, SVCSTG.SWR.4009989] }\n',
  );
  const refused = project.run();
  assert.match(refused.stderr, /found the status 403 beside SVCSTG\.SWR\.4010000; expected 401/);
  project.edit(SOURCE, '>403</p>', '>401/403</p>');
  const { status, stdout, stderr } = project.run();
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.match(stdout, / 3 added\n/);
  assert.match(stdout, / 1 status changed\n +SVCSTG\.SWR\.4010000 {2}401 → 401\/403\n/);
  const notes = stdout.split('\n').filter((line) => /note: content\//.test(line));
  assert.deepEqual(
    notes.map((line) => line.trim()),
    [
      'note: content/observed.yaml:2: SVCSTG.SWR.4009999 is documented now; its messages, its sources and what it says to do stay',
      'note: content/listed.yaml:3: SVCSTG.SWR.4009998 is documented now; its message, its source and its guidance stay',
      'note: content/listed.yaml:8: SVCSTG.SWR.4009997 is documented now and has a page',
      'note: content/relations.yaml:5: found the word "“lam”", which no code matches any more',
      'note: content/relations.yaml:6: found the word "灯笼", which no code matches any more',
      'note: content/domains.yaml:4: found the code SVCSTG.SWR.4009991, which no code matches any more',
    ],
  );
});

test('going back to an older edition says so, and the ledger has its place on the page of editions', (t) => {
  const project = new Project(t);
  const old = project.read(SOURCE);
  project.edit('content/products.yaml', 'edition: 2021-09-13', 'edition: 2024-01-08');
  project.edit(SOURCE, '镜像不存在。', '镜像找不到。');
  assert.doesNotMatch(project.run().stderr, /older/);
  project.edit('content/products.yaml', 'edition: 2024-01-08', 'edition: 2021-09-13');
  project.write(SOURCE, old);
  const { status, stderr } = project.run();
  assert.equal(status, 3);
  assert.match(stderr, /the edition 2021-09-13 is older than 2024-01-08, the last one recorded/);
  assert.equal(project.run('--accept').status, 0);
  assert.match(project.read('content/addresses.txt'), /#2021-09-13-2$/m);
  assert.equal(project.run('--check').status, 0);
});

test('codes that vanish need confirmation; then they are retired and nothing else is touched', (t) => {
  const project = new Project(t);
  const old = project.read(CODES);
  removeRow(project, 'SVCSTG.SWR.4040010');
  const before = project.snapshot();
  const stopped = project.runAlone();
  assert.equal(stopped.status, 3);
  assert.match(stopped.stdout, / 1 removed\n +- SVCSTG\.SWR\.4040010 {2}404 {2}镜像不存在。/);
  assert.match(
    stopped.stderr,
    /1 code vanishes: SVCSTG\.SWR\.4040010\nstopped: nothing was written\n +hint: .*--accept/,
  );
  assert.deepEqual(project.snapshot(), before);
  assert.equal(project.run('--accept').status, 0);
  const retired = retiredCodes(recordOf(project).editions);
  assert.deepEqual(retired.at(-1)?.code, 'SVCSTG.SWR.4040010');
  assert.equal(retired.length, 5);
  const facts = (text: string): unknown =>
    JSON.parse(text).codes.map(
      ({ code, description }: { code: string; description: string }) => code + description,
    );
  assert.deepEqual(
    facts(project.read(CODES)),
    (facts(old) as string[]).filter((each) => !each.startsWith('SVCSTG.SWR.4040010')),
  );
});

test('a code that comes back is no longer retired', (t) => {
  const project = new Project(t);
  const document = project.read(SOURCE);
  removeRow(project, 'SVCSTG.SWR.4040010');
  assert.equal(project.run('--accept').status, 0);
  project.write(SOURCE, document);
  assert.equal(project.run().status, 0);
  const { editions } = recordOf(project);
  assert.deepEqual(
    editions.at(-1)?.changes?.added.map(({ code }) => code),
    ['SVCSTG.SWR.4040010'],
  );
  assert.equal(retiredCodes(editions).length, 4);
});

test('more than a tenth of the rows with another meaning need confirmation, a tenth does not', (t) => {
  const reword = (project: Project, rows: number): void => {
    let count = 0;
    const text = project.read(SOURCE).replace(/服务器内部错误：/g, (found) => {
      count += 1;
      return count <= rows ? '内部出错：' : found;
    });
    assert.ok(count >= rows);
    project.write(SOURCE, text);
  };
  const [few, many] = [new Project(t), new Project(t)];
  reword(few, 18);
  assert.equal(few.run().status, 0);
  reword(many, 19);
  const { status, stderr } = many.run();
  assert.equal(status, 3);
  assert.match(stderr, /19 of 188 rows change their meaning, more than a tenth/);
});

test('punctuation throughout is no change of meaning', (t) => {
  const project = new Project(t);
  project.write(SOURCE, project.read(SOURCE).replaceAll('：', ':'));
  assert.equal(project.run().status, 0);
});

test('codes of another service need confirmation', (t) => {
  const project = new Project(t);
  project.addProduct('queue', 'queue.md');
  assert.equal(project.run().status, 0);
  project.edit('content/sources/queue.md', /$/, '|404|MOON.0042|No moon.|没有月亮。|-|\n');
  const { status, stderr } = project.run();
  assert.equal(status, 3);
  assert.match(stderr, /queue: the codes name another service: MOON; so far QUE, SWR/);
});

test('--json carries the difference with the changed words, and the dangers', (t) => {
  const project = new Project(t);
  project.edit(SOURCE, '镜像不存在。', '镜像找不到。');
  removeRow(project, 'SVCSTG.SWR.4010000');
  const { status, stdout } = project.run('--json');
  assert.equal(status, 3);
  const { products, problems } = JSON.parse(stdout);
  assert.deepEqual(problems, []);
  const [{ product, outcome, from, to, changes, dangers }] = products;
  assert.deepEqual([product, outcome, from.codes, to.codes], ['swr', 'stopped', 188, 187]);
  assert.deepEqual(changes.reworded[0].words, [
    { kind: 'same', text: '镜像' },
    { kind: 'removed', text: '不存在' },
    { kind: 'added', text: '找不到' },
    { kind: 'same', text: '。' },
  ]);
  assert.deepEqual(changes.removed, [{ code: 'SVCSTG.SWR.4010000', status: 401, description: '鉴权失败。' }]);
  assert.deepEqual(
    dangers.map(({ kind }: { kind: string }) => kind),
    ['codes-vanish'],
  );
  project.edit(SOURCE, 'SVCSTG.SWR.4040004', 'SVCSTG.SWR.404004');
  assert.match(
    JSON.parse(project.run('--json').stdout).problems[0].message,
    /found the code "SVCSTG\.SWR\.404004"/,
  );
});

test('of very many changes as many are shown as a person can look through, the rest is counted', (t) => {
  const project = new Project(t);
  const rows = Array.from({ length: 510 }, (_, index) => `|400|SVCSTG.SWR.400${2000 + index}|灯不亮。|\n`);
  project.write(SOURCE, `${project.read(SOURCE)}\n|状态码|错误码|描述|\n|--|--|--|\n${rows.join('')}`);
  const { status, stdout } = project.run();
  assert.equal(status, 0);
  assert.match(stdout, / 510 added\n/);
  assert.equal(stdout.match(/^ +\+ SVCSTG/gm)?.length, 500);
  assert.match(stdout, /^ +… and 10 more; --json has them all$/m);
});

test('--check tells a record that was lost, edited or not brought up to date', (t) => {
  const project = new Project(t);
  const record = project.read(EDITIONS);
  rmSync(join(project.folder, EDITIONS));
  assert.match(project.run('--check').stderr, /content\/editions\/swr\.json:1: .*differs/);
  const anew = project.run();
  assert.equal(anew.status, 3);
  assert.match(anew.stderr, /swr: found no content\/editions\/swr\.json, .* cannot be made again.*\nstopped/);
  project.write(EDITIONS, record.replace('"edition": "2021-09-13"', '"edition": "2021-09-14"'));
  assert.equal(project.run('--check').status, 1);
  project.write(EDITIONS, record.replace('"codes": 192', '"codes": 191'));
  assert.match(
    project.run('--check').stderr,
    /content\/editions\/swr\.json:1: found a damaged record \(editions\.1: .* expected 191: 191 before it/,
  );
});

for (const date of ['2021-13-45', '2021-02-29', '9999-99-99', '2021-00'])
  test(`the date ${date}, which is on no calendar, is refused`, (t) => {
    const project = new Project(t);
    setEdition(project, date);
    const before = project.snapshot();
    const { status, stderr } = project.run('--accept');
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^content\/products\.yaml:\d+: found a mistake at 0\.source\.edition: expected a date/m,
    );
    assert.deepEqual(project.snapshot(), before);
  });

test('a date before that of the last edition needs confirmation', (t) => {
  const project = new Project(t);
  setEdition(project, '2019-01-01');
  const before = project.snapshot();
  const { status, stderr } = project.run();
  assert.equal(status, 3);
  assert.match(stderr, /the edition 2019-01-01 is older than 2021-09-13, the last one recorded\nstopped/);
  assert.deepEqual(project.snapshot(), before);
  assert.equal(project.run('--accept').status, 0);
});

test('a new date for the same document corrects the record', (t) => {
  const project = new Project(t);
  project.edit('content/products.yaml', 'edition: 2021-09-13', 'edition: 2021-09-14');
  assert.equal(project.run().status, 0);
  const { editions } = recordOf(project);
  assert.deepEqual([editions.length, editions.at(-1)?.edition], [4, '2021-09-14']);
});

test('a collection edited by hand is made again without an edition of its own', (t) => {
  const project = new Project(t);
  const before = project.snapshot();
  project.edit(CODES, '镜像不存在。', '镜像找不到。');
  assert.equal(project.run().status, 0);
  assert.deepEqual(project.snapshot(), before);
});

test('a new edition without the collection of the last one is refused', (t) => {
  const project = new Project(t);
  rmSync(join(project.folder, CODES));
  project.edit(SOURCE, '镜像不存在。', '镜像找不到。');
  const { status, stderr } = project.run();
  assert.equal(status, 1);
  assert.match(
    stderr,
    /found no readable collection to compare the new edition with; expected that of 2021-09-13/,
  );
});

test('killed at random moments, a run leaves the old collection, or what the next run completes', async (t) => {
  const killed = new KilledProject(t);
  for (const time of Array.from({ length: 4 }, () => 50 + Math.random() * 400)) {
    killed.restore();
    await killAfter(killed.project, time);
    t.diagnostic(`killed after ${time.toFixed(1)} ms: ${killed.outcome()}`);
  }
});
