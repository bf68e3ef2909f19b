import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ownFolder } from '../browser/own-folder.ts';
import { root } from './project.ts';

/** What somebody may have put where the browser is unpacked. */
const PLANTED: Record<string, (path: string) => void> = {
  'a folder that everybody can write': (path) => {
    mkdirSync(path);
    chmodSync(path, 0o777);
  },
  'a link to a folder': (path) => symlinkSync(tmpdir(), path),
  ...(process.getuid?.() === 0 && {
    'a folder of another user': (path) => {
      mkdirSync(path, { mode: 0o700 });
      chownSync(path, 65534, 65534);
    },
  }),
};

const newFolder = (t: { after(done: () => void): void }): string => {
  const folder = mkdtempSync(join(tmpdir(), 'own-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

test('the folder of the browser is made for this user alone, and found again', (t) => {
  const path = join(newFolder(t), 'browser');
  assert.equal(ownFolder(path), path);
  assert.equal(ownFolder(path), path);
  if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o700);
});

for (const [name, plant] of Object.entries(PLANTED))
  test(`no browser is run from ${name}`, (t) => {
    const path = join(newFolder(t), 'browser');
    plant(path);
    assert.throws(
      () => ownFolder(path),
      /another user can change; expected a folder of your own.*\n {4}hint: ./s,
    );
  });

test('a browser that does not run is said once, before the tests', (t) => {
  const path = join(newFolder(t), 'chromium');
  writeFileSync(path, 'no program', { mode: 0o600 });
  const { status, stderr } = spawnSync(process.execPath, ['tests/browser/install.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CHROMIUM_PATH: path },
  });
  assert.equal(status, 1);
  assert.match(stderr, /found a browser that does not run \(.*EACCES\); .*\n {4}hint: .*\n$/);
  assert.doesNotMatch(stderr, /\n {4}at /);
});
