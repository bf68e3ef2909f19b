import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LEDGER_FILE } from '../../src/addresses/ledger.ts';
import { collectionSchema, type CollectedCode } from '../../src/schema/codes.ts';
import { CODES, frozen, Project, root, script, SOURCE } from './project.ts';

/** The lines of the source document on which a text stands, 1-based. */
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

test('the real document gives the committed collection, byte for byte', (t) => {
  const project = new Project(t);
  rmSync(join(project.folder, CODES));
  const { status, stdout } = project.runAlone();
  assert.equal(status, 0);
  assert.match(stdout, /content\/codes\/swr-error-codes\.zh-CN\.json: 188 codes, written/);
  assert.equal(project.read(CODES), readFileSync(join(frozen, CODES), 'utf8'));
  assert.equal(existsSync(join(project.folder, '.extract')), false);
  const collection = collectionSchema.parse(JSON.parse(project.read(CODES)));
  const lines = project.read(SOURCE).split('\n');
  assert.equal(collection.codes.length, 188);
  for (const { code, description, line } of collection.codes) {
    assert.ok(lines[line - 1]?.includes(code), `${line}: ${code}`);
    const text = lines
      .slice(line, line + 4)
      .join('')
      .replace(/<[^>]*>/g, '');
    assert.ok(text.includes(description), `${line}: ${description}`);
  }
  assert.deepEqual(
    collection.codes.map(({ line }) => line),
    collection.codes.map(({ line }) => line).toSorted((one, other) => one - other),
  );
  assert.equal(collection.source.sha256, createHash('sha256').update(project.read(SOURCE)).digest('hex'));
});

test('an edition as a pipe table, its columns turned, gives the same codes', (t) => {
  const project = new Project(t);
  const facts = ({ code, status, description }: CollectedCode): unknown => [code, status, description];
  const { codes } = collectionSchema.parse(JSON.parse(project.read(CODES)));
  const rows = codes.map(({ code, status, description }) => `|${code}|${status}|${description}|\n`);
  project.write(
    SOURCE,
    `# 错误码\r\n\r\n|错误代码|HTTP状态码|错误码说明|\r\n|:--|--:|--|\n${rows.join('')}\n`,
  );
  const { stdout, stderr } = project.run();
  assert.equal(stderr, '');
  assert.match(
    stdout,
    /edition 2021-09-13 → 2021-09-13, 188 → 188 codes\n {2}no code, status or description differs.*\n {2}note: content\/products\.yaml dates/,
  );
  const again = collectionSchema.parse(JSON.parse(project.read(CODES))).codes;
  assert.deepEqual(again.map(facts), codes.map(facts));
  assert.deepEqual([again[0]?.line, again.at(-1)?.line], [5, 192]);
});

test('--check writes nothing and fails when the collection differs', (t) => {
  const project = new Project(t);
  assert.equal(project.run('--check').status, 0);
  project.edit(CODES, '鉴权失败。', '鉴权成功。');
  const before = project.snapshot();
  const { status, stderr } = project.runAlone('--check');
  assert.equal(status, 1);
  assert.match(
    stderr,
    /content\/codes\/swr-error-codes\.zh-CN\.json:1: .*differs.*\n +hint: .*npm run extract/,
  );
  assert.deepEqual(project.snapshot(), before);
});

test('several documents make several products, with codes that both list', (t) => {
  const project = new Project(t);
  const swr = project.read(CODES);
  project.addProduct('queue', 'queue.md');
  project.addProduct('vault', 'vault.md');
  assert.match(project.run('--check').stderr, /queue\.json:1: .*\n.*\n.*vault\.json:1: /);
  const { status, stderr } = project.run();
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.equal(project.read(CODES), swr);
  const queue = collectionSchema.parse(JSON.parse(project.read('content/codes/queue.json')));
  assert.equal(queue.product, 'queue');
  assert.deepEqual(
    queue.codes.map(({ code, status: first, statuses }) => [code, first, statuses]),
    [
      ['QUE.0001', 400, undefined],
      ['QUE.0002', 400, [400, 409]],
      ['QUE.0003', 404, undefined],
      ['QUE.0010', 429, undefined],
      ['SVCSTG.SWR.4010000', 500, undefined],
    ],
  );
  const vault = collectionSchema.parse(JSON.parse(project.read('content/codes/vault.json')));
  assert.deepEqual(
    vault.codes.map(({ status: first, module }) => [first, module]),
    [
      [null, 'Common'],
      [null, 'Common'],
      [null, 'Common'],
      [null, 'Keys'],
    ],
  );
  assert.equal(project.run('--check').status, 0);
});

test('bad input: every problem with file and line, exit status 1, nothing changed', async (t) => {
  const good = readFileSync(join(frozen, SOURCE), 'utf8');
  const products = readFileSync(join(frozen, 'content/products.yaml'), 'utf8');
  const cases: [string, spoil: (project: Project) => void, expected: RegExp[]][] = [
    [
      'several mistakes at once',
      (project) => {
        project.edit(SOURCE, 'SVCSTG.SWR.4040004', 'SVCSTG.SWR.404004');
        project.edit(SOURCE, 'SVCSTG.SWR.5000005', 'SVCSTG.SWR.5000003');
        project.edit(SOURCE, '镜像已存在。', '');
        project.edit(SOURCE, '>413</p>', '>431</p>');
      },
      [
        new RegExp(
          `^${SOURCE}:${lineOf(good, 'SVCSTG.SWR.4040004')}: found the code "SVCSTG.SWR.404004"; expected .*seven digits`,
          'm',
        ),
        new RegExp(
          `^${SOURCE}:${lineOf(good, 'SVCSTG.SWR.5000005')}: found SVCSTG.SWR.5000003 again; line ${lineOf(good, 'SVCSTG.SWR.5000003')}`,
          'm',
        ),
        new RegExp(
          `^${SOURCE}:${lineOf(good, 'SVCSTG.SWR.4090006')}: found an empty cell where the description should be`,
          'm',
        ),
        new RegExp(
          `^${SOURCE}:${lineOf(good, 'SVCSTG.SWR.4130025')}: found the status 431 beside SVCSTG.SWR.4130025; expected 413`,
          'm',
        ),
        /^4 problems; nothing was written$/m,
      ],
    ],
    [
      'a document cut off',
      (project) => project.write(SOURCE, good.slice(0, 60_000)),
      [/:26: found a <table> without an end/],
    ],
    [
      'no table',
      (project) => project.write(SOURCE, '# 错误码\n'),
      [/md:1: found no table; expected a table with a column of error codes/],
    ],
    [
      'no UTF-8',
      (project) => project.write(SOURCE, Buffer.concat([Buffer.from(good), Buffer.from([0xff])])),
      [/md:1353: found byte 0xFF/],
    ],
    ['an empty document', (project) => project.write(SOURCE, ''), [/md:1: found no table/]],
    [
      'a document of another product',
      (project) => cpSync(join(root, 'tests/fixtures/sources/queue.md'), join(project.folder, SOURCE)),
      [
        /md:15: found a document of other codes \("QUE\.0001", "QUE\.0002", "QUE\.0003" and 2 more\); expected codes of swr/,
        /^1 problem; nothing was written$/m,
      ],
    ],
    [
      'a document that no product names',
      (project) => project.write('content/sources/new.md', good),
      [
        /^content\/sources\/new\.md:1: found a document that no product names.*\n +hint: add a product for it to content\/products\.yaml/m,
      ],
    ],
    [
      'a source that is not there',
      (project) => rmSync(join(project.folder, SOURCE)),
      [
        new RegExp(
          `^content/products\\.yaml:${lineOf(products, 'id: swr')}: found product swr with the source swr-error-codes\\.zh-CN\\.md; expected that file`,
          'm',
        ),
      ],
    ],
    [
      'a collection without a source',
      (project) => project.write('content/codes/old.json', '{}'),
      [/^content\/codes\/old\.json:1: found a collection that no source gives/m],
    ],
    [
      'broken YAML',
      (project) => project.edit('content/products.yaml', '- id: swr', '- id: [swr'),
      [/^content\/products\.yaml:\d+: found broken YAML/m],
    ],
    [
      'a product against the schema',
      (project) => project.edit('content/products.yaml', 'language: zh-CN', 'language: Chinese!'),
      [
        new RegExp(
          `^content/products\\.yaml:${lineOf(products, 'language:')}: found a mistake at 0\\.source\\.language: expected a language tag`,
          'm',
        ),
      ],
    ],
    [
      'a product at the path of a language',
      (project) => {
        project.addProduct('queue', 'queue.md');
        project.edit('content/products.yaml', 'path: queue', 'path: en');
      },
      [/expected another path: \/en\/ is a page of the site itself/],
    ],
    [
      'two products at one path',
      (project) => {
        project.addProduct('queue', 'queue.md');
        project.edit('content/products.yaml', 'path: queue', "path: ''");
      },
      [/found a mistake at 1: expected another path: "" is taken by product 1/],
    ],
    [
      'no list of products',
      (project) => rmSync(join(project.folder, 'content/products.yaml')),
      [/^content\/products\.yaml:1: cannot be read \(ENOENT\)/m],
    ],
  ];
  for (const [name, spoil, expected] of cases) {
    await t.test(name, (t) => {
      const project = new Project(t);
      spoil(project);
      const before = project.snapshot();
      for (const args of [[], ['--check']]) {
        const { status, stdout, stderr } = project.run(...args);
        assert.equal(status, 1);
        assert.equal(stdout, '');
        for (const pattern of expected) assert.match(stderr, pattern);
        assert.match(stderr, /\n {4}hint: \S/);
        assert.deepEqual(project.snapshot(), before);
      }
    });
  }
});

test('one bad document of several keeps all of them as they are', (t) => {
  const project = new Project(t);
  project.addProduct('queue', 'queue.md');
  project.edit('content/sources/queue.md', 'QUE.0003', 'QUE 0003');
  project.edit(SOURCE, '鉴权失败。', '鉴权未通过。');
  const before = project.snapshot();
  assert.equal(project.run().status, 1);
  assert.deepEqual(project.snapshot(), before);
});

test('--source FILE --print prints rows and problems as JSON and writes nothing', async (t) => {
  const project = new Project(t);
  const before = project.snapshot();
  const print = (
    file: string,
  ): {
    status: number | null;
    printed: { rows: Record<string, unknown>[]; problems: Record<string, unknown>[] };
  } => {
    const { status, stdout, stderr } = project.run('--source', file, '--print');
    assert.equal(stderr, '');
    return { status, printed: JSON.parse(stdout) };
  };
  await t.test('the real document', () => {
    const { status, printed } = print(SOURCE);
    assert.equal(status, 0);
    assert.deepEqual(Object.keys(printed), ['rows', 'problems']);
    assert.equal(printed.rows.length, 188);
    assert.deepEqual(printed.rows[0], {
      line: 36,
      status: 401,
      code: 'SVCSTG.SWR.4010000',
      description: '鉴权失败。',
    });
    assert.deepEqual(printed.problems, []);
  });
  await t.test('a document of another product', () => {
    const { status, printed } = print(join(root, 'tests/fixtures/sources/queue.md'));
    assert.equal(status, 0);
    assert.equal(printed.rows.length, 5);
    assert.equal(printed.rows[1]?.['status'], '400/409');
  });
  await t.test('bad rows are printed as they stand, with the problem', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bad-rows-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'bad.md');
    writeFileSync(
      file,
      '|错误码|状态码|描述|\n|--|--|--|\n|SVCSTG.SWR.4040010|404|好|\n|SVCSTG.SWR.40|999||\n',
    );
    const { status, printed } = print(file);
    assert.equal(status, 1);
    assert.deepEqual(printed.rows[1], { line: 4, status: 999, code: 'SVCSTG.SWR.40', description: '' });
    assert.deepEqual(
      printed.problems.map(({ line, code }) => [line, code]),
      Array.from({ length: 3 }, () => [4, 'SVCSTG.SWR.40']),
    );
    assert.deepEqual(Object.keys(printed.problems[0] ?? {}), ['line', 'code', 'message', 'hint']);
  });
  await t.test('a path that is relative to the folder of the run', () => {
    assert.equal(JSON.parse(project.runAlone('--source', SOURCE, '--print').stdout).rows.length, 188);
  });
  await t.test('a file that is not there', () => {
    const { status, printed } = print('nowhere.md');
    assert.equal(status, 1);
    assert.deepEqual(printed.rows, []);
    assert.match(String(printed.problems[0]?.['message']), /cannot be read \(ENOENT\)/);
  });
  assert.deepEqual(project.snapshot(), before);
});

test('wrong options say what the right ones are', (t) => {
  const project = new Project(t);
  for (const args of [
    ['--nope'],
    ['--print'],
    ['--source', SOURCE],
    ['--source', SOURCE, '--print', '--check'],
    ['file.md'],
  ]) {
    const { status, stderr } = project.run(...args);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, /--source FILE --print/);
  }
  assert.equal(project.runAlone('--nope').status, 2);
  assert.match(project.runAlone('--help').stdout, /npm run extract/);
});

test('what a killed run left is cleared away, or finished when it was complete', (t) => {
  const project = new Project(t);
  const wanted = project.read(CODES);
  project.write('.extract/next/content/codes/half.json', '{');
  assert.equal(project.run().status, 0);
  assert.deepEqual(readdirSync(join(project.folder, 'content/codes')), ['swr-error-codes.zh-CN.json']);
  assert.equal(existsSync(join(project.folder, '.extract')), false);

  project.edit(CODES, '鉴权失败。', '鉴权成功。');
  project.write(`.extract/ready/${CODES}`, wanted);
  assert.equal(project.run().status, 0);
  assert.equal(project.read(CODES), wanted);
  assert.equal(existsSync(join(project.folder, '.extract')), false);
});

test('a file that cannot be written is named, and nothing has changed', (t) => {
  const project = new Project(t);
  rmSync(join(project.folder, CODES));
  mkdirSync(join(project.folder, CODES));
  const before = project.snapshot();
  // A folder in the file's place is a collection of its own to nobody, so that only the writing can fail.
  const { status, stderr } = project.runAlone();
  assert.equal(status, 1);
  assert.match(stderr, /swr-error-codes\.zh-CN\.json/);
  assert.deepEqual(project.snapshot(), before);
  assert.equal(existsSync(join(project.folder, '.extract')), false);
});

test('what is no file, or no folder, in its place is said in one sentence', async (t) => {
  const cases: [string, spoil: (project: Project) => void, expected: RegExp][] = [
    [
      'a file in place of the folder of collections',
      (project) => {
        rmSync(join(project.folder, 'content/codes'), { recursive: true });
        project.write('content/codes', '');
      },
      /^content\/codes:1: cannot be read or changed \(ENOTDIR\)/m,
    ],
    [
      'a folder in place of the ledger',
      (project) => {
        rmSync(join(project.folder, LEDGER_FILE), { force: true });
        mkdirSync(join(project.folder, LEDGER_FILE));
      },
      /^content\/addresses\.txt:1: cannot be read or changed \(no file\)/m,
    ],
    [
      'a folder in place of a document',
      (project) => {
        rmSync(join(project.folder, SOURCE));
        mkdirSync(join(project.folder, SOURCE));
      },
      new RegExp(`^${SOURCE}:1: cannot be read \\(no file\\); expected a document`, 'm'),
    ],
    [
      'a device without end in place of a document',
      (project) => {
        rmSync(join(project.folder, SOURCE));
        symlinkSync('/dev/zero', join(project.folder, SOURCE));
      },
      new RegExp(`^${SOURCE}:1: cannot be read \\(no file\\); expected a document`, 'm'),
    ],
    [
      'a half-written run that cannot be finished',
      (project) => {
        project.write('.extract/ready/content/codes/swr-error-codes.zh-CN.json/a.json', '{}');
      },
      /^\.extract\/ready\/content\/codes\/swr-error-codes\.zh-CN\.json\/a\.json:1: cannot be read or changed \(ENOTDIR\)/m,
    ],
  ];
  for (const [name, spoil, expected] of cases) {
    await t.test(name, { skip: process.platform === 'win32' }, (t) => {
      const project = new Project(t);
      spoil(project);
      const { status, stderr } = project.run();
      assert.equal(status, 1);
      assert.match(stderr, expected);
      assert.match(stderr, /\n {4}hint: \S.*\n1 problem; nothing was written\n$/);
      assert.equal(existsSync(join(project.folder, '.extract.lock')), false);
    });
  }
});

test('more problems than a call takes arguments are all told', (t) => {
  const project = new Project(t);
  const rows = Array.from({ length: 20_000 }, (_, index) => `|SVCSTG.SWR.x${index}|404|a|`);
  project.write(SOURCE, `|错误码|状态码|描述|\n|--|--|--|\n${rows.join('\n')}\n`);
  // With a small stack calls take fewer.
  const { stderr } = spawnSync(process.execPath, ['--stack-size=120', script], {
    cwd: project.folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  assert.equal(
    stderr.slice(stderr.lastIndexOf('\n', stderr.length - 2)),
    '\n20000 problems; nothing was written\n',
  );
});

test('of two runs at once one works, the other says so and leaves everything as it is', (t) => {
  const project = new Project(t);
  project.edit(SOURCE, '鉴权失败。', '鉴权未通过。');
  project.write('.extract.lock', String(process.pid));
  const before = project.snapshot();
  const { status, stderr } = project.run();
  assert.equal(status, 1);
  assert.match(
    stderr,
    new RegExp(
      `^\\.extract\\.lock:1: found another run at work \\(process ${process.pid}\\); .*\\n {4}hint: `,
    ),
  );
  assert.deepEqual(project.snapshot(), before);
  assert.equal(project.run('--check').status, 1, 'which writes nothing and needs no lock');

  const { pid: dead = 0 } = spawnSync(process.execPath, ['--version']);
  project.write('.extract.lock', String(dead));
  assert.equal(project.run().status, 0);
  assert.equal(existsSync(join(project.folder, '.extract.lock')), false);
});

test('runs at once never leave half a file', async (t) => {
  const project = new Project(t);
  project.edit(SOURCE, '鉴权失败。', '鉴权未通过。');
  const runs = Array.from({ length: 4 }, () => project.start([]));
  const codes = await Promise.all(
    runs.map((run) => new Promise<number | null>((resolve) => run.once('exit', resolve))),
  );
  assert.ok(codes.includes(0), codes.join());
  for (const code of codes) assert.ok(code === 0 || code === 1, codes.join());
  assert.equal(project.run('--check').status, 0);
  assert.deepEqual(readdirSync(project.folder), ['content']);
});
