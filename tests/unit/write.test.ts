import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { finishEarlierRun, isHalfWritten, writeFiles } from '../../scripts/extract/write.ts';

const PATHS = [
  'content/codes/a.json',
  'content/codes/b.json',
  'content/editions/a.json',
  'content/ledger.txt',
];
const files = (text: string) => PATHS.map((path) => ({ path, text: `${text} of ${path}` }));

/** A folder with the old files, removed when the test ends. */
function oldFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'write-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const { path, text } of files('old')) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The states of all files: 'old', 'new', or whatever else stands in one. */
const statesOf = (folder: string): Set<string> =>
  new Set(
    PATHS.map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return text.endsWith(` of ${path}`) ? text.slice(0, 3) : text;
    }),
  );

/** Writes the new files in a process of its own that is killed before its n-th change to the disk. */
function writeAndDie(folder: string, step: number): boolean {
  const preload = fileURLToPath(new URL('kill-at-step.ts', import.meta.url));
  const program = `import { writeFiles } from ${JSON.stringify(new URL('../../scripts/extract/write.ts', import.meta.url).href)};
    writeFiles(${JSON.stringify(folder)}, ${JSON.stringify(files('new'))});`;
  const { signal, status, stderr } = spawnSync(
    process.execPath,
    ['--import', preload, '--input-type=module', '--eval', program],
    { encoding: 'utf8', env: { ...process.env, KILL_AT: String(step) } },
  );
  assert.ok(signal === 'SIGKILL' || status === 0, stderr);
  return signal === 'SIGKILL';
}

test('killed before any one of its changes to the disk, a write is undone or completed, never half done', (t) => {
  const found = new Map<string, number>();
  for (let step = 1; ; step += 1) {
    const folder = oldFolder(t);
    const died = writeAndDie(folder, step);
    const states = statesOf(folder);
    const state = states.size === 1 ? [...states].join() : 'between';
    assert.ok(['old', 'new', 'between'].includes(state), `step ${step}: ${state}`);
    assert.ok(
      state !== 'between' || isHalfWritten(folder),
      `step ${step}: nothing tells that files are missing`,
    );
    const isDecided = isHalfWritten(folder) || state === 'new';
    finishEarlierRun(folder);
    assert.deepEqual([...statesOf(folder)], [isDecided ? 'new' : 'old'], `step ${step}`);
    assert.equal(existsSync(join(folder, '.extract')), false);
    found.set(state, (found.get(state) ?? 0) + 1);
    if (!died) break;
  }
  t.diagnostic(JSON.stringify(Object.fromEntries(found)));
  assert.ok(
    Number(found.get('old')) > 10 && Number(found.get('between')) >= 3 && Number(found.get('new')) > 0,
  );
});

test('a place that cannot be written keeps all files as they are', (t) => {
  const folder = oldFolder(t);
  const blocked = { path: 'content/codes/a.json/inside.json', text: 'new' };
  assert.throws(() => writeFiles(folder, [...files('new'), blocked]));
  assert.deepEqual([...statesOf(folder)], ['old']);
  assert.deepEqual(readdirSync(folder), ['content']);
});
