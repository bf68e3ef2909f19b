/** A mistake in a data file stops the build, and the message says on which line it stands. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { byId, dataFolder, listed, readEntries, whole } from '../../src/load/data-file.ts';
import { proseLoader, readFrontmatter } from '../../src/load/prose-loader.ts';
import { readSite } from '../../src/load/site.ts';
import { serviceSchema } from '../../src/schema/lookup.ts';
import { ASTRO } from '../astro.ts';
import { copyProject, newCopyFolder } from '../project-copy.ts';

const schema = z.strictObject({ id: z.string(), text: z.string().optional() });
const read = (text: string, entriesOf = byId) => readEntries(text, 'content/x.yaml', schema, entriesOf);

/** A mistake, the text that has it, and the line and the words of the message. */
const BROKEN: readonly (readonly [name: string, text: string, message: RegExp])[] = [
  ['a conflict marker', '- id: a\n<<<<<<< HEAD\n- id: b\n', /^content\/x\.yaml:2: found broken YAML/m],
  ['a tab', '- id: a\n- id: b\n\ttext: c\n', /^content\/x\.yaml:3: found broken YAML/m],
  [
    'a key twice',
    '- id: a\n  text: b\n  text: c\n',
    /^content\/x\.yaml:3: found broken YAML: Map keys must be unique/m,
  ],
  ['a second document', '- id: a\n---\n- id: b\n', /^content\/x\.yaml:2: found broken YAML/m],
  ['an open bracket', '- id: a\n- { id: b\n', /^content\/x\.yaml:3: found broken YAML/m],
  ['an alias of nothing', '- id: a\n- *b\n', /^content\/x\.yaml:\d+: found .*alias/im],
  ['an alias bomb', bomb(), /^content\/x\.yaml:1: found an alias that cannot be resolved/m],
  ['an empty file', '', /^content\/x\.yaml:1: found no entries; expected a list/m],
  ['comments alone', '# nothing\n', /^content\/x\.yaml:1: found no entries; expected a list/m],
  ['a text', 'text\n', /^content\/x\.yaml:1: found something else; expected a list/m],
  ['an entry without id', '- id: a\n- text: b\n', /^content\/x\.yaml:2: found an entry without id/m],
  ['an empty id', "- id: a\n- id: ''\n", /^content\/x\.yaml:2: found an entry without id/m],
  ['no id', '- id: a\n- id: null\n', /^content\/x\.yaml:2: found an entry without id/m],
  ['no entry', '- id: a\n-\n', /^content\/x\.yaml:2: found an entry without id/m],
  [
    'an id twice',
    '- id: a\n- id: b\n- id: a\n',
    /^content\/x\.yaml:3: found a second entry a, the first stands on line 1/m,
  ],
  [
    'a wrong type',
    '- id: a\n- id: b\n  text:\n    - c\n',
    /^content\/x\.yaml:3: found a mistake at 1\.text: .*expected string/m,
  ],
  [
    'an unknown key',
    '- id: a\n  text: b\n  texts: c\n',
    /^content\/x\.yaml:3: found a mistake at 0: Unrecognized key/m,
  ],
  [
    'text that runs backwards',
    '- id: a\n  text: "b\u202e"\n',
    /^content\/x\.yaml:2: found the character "\\u202e"/m,
  ],
  ['a NUL', '- id: a\n  text: "b\0"\n', /^content\/x\.yaml:2: found the character "\\u0000"/m],
  ['bytes that are no UTF-8', '- id: a\n  text: "b\ufffd"\n', /^content\/x\.yaml:2: found the character/m],
];

function bomb(): string {
  const level = (name: string, below: string) =>
    `${name}: &${name} [${Array(10).fill(`*${below}`).join(', ')}]\n`;
  return `a: &a [x]\n${[...'bcdefgh'].map((name, index) => level(name, 'abcdefg'[index] ?? '')).join('')}`;
}

for (const [name, text, message] of BROKEN) {
  test(`${name} stops the build with file and line`, () => {
    assert.throws(
      () => read(text),
      ({ message: said }: Error) => {
        assert.match(said, message);
        assert.match(said, /^ {4}hint: ./m);
        return true;
      },
    );
  });
}

test('entries are those of a list, of a mapping, of a list inside, or the whole file', () => {
  assert.deepEqual(
    read('- id: a\n- id: b\n').map(({ id }) => id),
    ['a', 'b'],
  );
  assert.deepEqual(
    read('x: { id: a }\ny: { id: b }\n').map(({ id }) => id),
    ['x', 'y'],
  );
  assert.deepEqual(
    read('in:\n  - id: a\n', listed(['id'], ['in'])).map(({ id }) => id),
    ['a'],
  );
  assert.deepEqual(
    read('- id: a\n  text: b\n- id: a\n', listed(['id', 'text'])).map(({ id }) => id),
    ['a b', 'a'],
  );
  assert.deepEqual(read('id: a\n', whole('all')), [{ id: 'all', data: { id: 'a' } }]);
  assert.deepEqual(read('[]\n'), []);
});

test('a mistake in the frontmatter of a text has its line in the file', () => {
  const text = (frontmatter: string) => `---\n${frontmatter}---\n\n## a\n\nb\n`;
  const frontmatter = (from: string) => readFrontmatter(text(from), 'content/guidance/x.md', schema);
  assert.deepEqual(frontmatter('id: a\ntext: b\n'), { id: 'a', text: 'b' });
  assert.throws(() => frontmatter('id: a\ntext: [b\n'), /^content\/guidance\/x\.md:\d: found broken YAML/m);
  assert.throws(() => frontmatter('id: a\nid: b\n'), /^content\/guidance\/x\.md:3: found broken YAML/m);
  assert.throws(
    () => frontmatter('id: a\nname: b\n'),
    /^content\/guidance\/x\.md:3: found a mistake at the top/m,
  );
});

test('no data file has a link that a click would run', () => {
  const entry = (url: string) => `- prefix: A\n  name: b\n  note: c\n  url: ${url}\n`;
  const services = (url: string) =>
    readEntries(entry(url), 'content/services.yaml', serviceSchema, listed(['prefix', 'digits']));
  assert.equal(services('https://example.com/a').length, 1);
  for (const url of ["'javascript:alert(1)'", "'data:text/html,a'", 'http://example.com/', '//example.com'])
    assert.throws(
      () => services(url),
      /^content\/services\.yaml:4: .*expected an address that begins with https/m,
      url,
    );
  // And every schema takes its links from there.
  const folder = new URL('../../src/schema/', import.meta.url);
  const others = readdirSync(folder).filter((name) =>
    readFileSync(new URL(name, folder), 'utf8').includes('.url('),
  );
  assert.deepEqual(
    others.sort(),
    ['link.ts', 'record.ts'],
    'record.ts describes addresses of the site itself',
  );
});

test('a mistake in the settings of the site has its line', () => {
  const text = readFileSync('content/site.yaml', 'utf8');
  const line = text.split('\n').findIndex((each) => each.startsWith('title:')) + 1;
  assert.equal(readSite(text).title, 'SWR 错误码');
  assert.throws(
    () => readSite(text.replace(/^title:/m, 'name:')),
    new RegExp(`^content/site\\.yaml:${line}: `, 'm'),
  );
  assert.throws(() => readSite(`${text}\n<<<<<<< HEAD\n`), /^content\/site\.yaml:\d+: found broken YAML/m);
});

test('what an earlier build has read does not stand in for a file that cannot be read', (t) => {
  const folder = newCopyFolder('data-file-');
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  copyProject(folder);
  const path = join(folder, 'content/confusable.yaml');
  const text = readFileSync(path, 'utf8');
  const load = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...ASTRO, 'sync'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  };
  assert.equal(load().status, 0);
  writeFileSync(path, text.replace(/^- id/m, '<<<<<<< HEAD\n- id'));
  const line = text.split('\n').findIndex((each) => each.startsWith('- id')) + 1;
  const broken = load();
  assert.notEqual(broken.status, 0);
  assert.match(broken.said, new RegExp(`content/confusable\\.yaml:${line}: found broken YAML`));
  rmSync(path);
  const missing = load();
  assert.notEqual(missing.status, 0);
  assert.match(missing.said, /content\/confusable\.yaml:1: cannot be read \(ENOENT\)/);
});

test('a mistake in a JSON file of a folder stops the build with file and line', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'data-folder-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const entries = new Map<string, unknown>();
  const store = {
    clear: () => entries.clear(),
    set: ({ id, data }: { id: string; data: unknown }) => entries.set(id, data),
  };
  const load = async (): Promise<Record<string, unknown>> => {
    const context = { store, config: { root: pathToFileURL(`${folder}/`) } };
    await dataFolder('data', schema).load(context as never);
    return Object.fromEntries(entries);
  };
  assert.deepEqual(await load(), {});
  mkdirSync(join(folder, 'data'));
  const write = (text: string) => writeFileSync(join(folder, 'data/x.json'), text);
  write('{\n  "id": "a"\n}\n');
  assert.deepEqual(await load(), { x: { id: 'a' } });
  for (const [text, message] of [
    ['{\n  "id": "a",\n  "id": "b"\n}\n', /^data\/x\.json:3: found broken YAML: Map keys must be unique/m],
    ['{\n  "id": "a"\n<<<<<<< HEAD\n}\n', /^data\/x\.json:\d: found broken YAML/m],
    ['{\n  "id": 1\n}\n', /^data\/x\.json:2: found a mistake at id/m],
  ] as const) {
    write(text);
    await assert.rejects(load(), message);
  }
});

/** Loads a folder of texts the way the build does; returns the ids. */
async function loadTexts(folder: string): Promise<string[]> {
  const ids: string[] = [];
  const store = { clear: () => ids.splice(0), set: ({ id }: { id: string }) => ids.push(id) };
  const context = { store, generateDigest: String, config: { root: pathToFileURL(`${folder}/`) } };
  await proseLoader('texts', ['zh-CN'], schema).load(context as never);
  return ids;
}

test('a text that the site would not read stops the build', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, text = '---\nid: a\n---\n') => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('texts/zh-CN/b.md');
  write('texts/zh-CN/a.md');
  write('texts/zh-CN/.a.md.swp');
  assert.deepEqual(await loadTexts(folder), ['a', 'b']);
  for (const path of ['texts/zh-CN/sub/x.md', 'texts/zh-CN/x.markdown', 'texts/x.md', 'texts/zh/x.md']) {
    write(path);
    const entry = path.replace(/(sub|zh)\/x\.md$/u, '$1');
    await assert.rejects(loadTexts(folder), ({ message }: Error) =>
      message.startsWith(`\n${entry}:1: found something that the site does not read; expected`),
    );
    rmSync(join(folder, entry), { recursive: true });
  }
});

test('characters that no editor shows stop the build anywhere in a text', () => {
  const text = (line: string) => `---\nid: a\n---\n\n## a\n\n${line}\n`;
  const read = (body: string) => readFrontmatter(body, 'content/guidance/x.md', schema);
  assert.deepEqual(read(text('文字。')), { id: 'a' });
  for (const hidden of ['\u202e', '\0', '\ufffd'])
    assert.throws(() => read(text(`a${hidden}b`)), /^content\/guidance\/x\.md:7: found the character "/m);
});
