import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { surroundings } from '../../src/integrations/surroundings.ts';

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'surroundings-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What the integration does when a command begins. */
function begin(command: 'build' | 'dev', root: string): void {
  const config = { root: pathToFileURL(`${root}/`), outDir: pathToFileURL(`${join(root, 'dist')}/`) };
  const hook = surroundings().hooks['astro:config:setup'] as (options: object) => void;
  hook({ command, config });
}

test('the folder of the built site may be there or not', (t) => {
  const root = newFolder(t);
  begin('build', root);
  mkdirSync(join(root, 'dist'));
  begin('build', root);
});

test('a link or a file in its place is refused before anything is emptied', (t) => {
  const refused = /dist: found a link or a file; expected a folder.*\n {4}hint: remove it$/u;
  const [linked, filed] = [newFolder(t), newFolder(t)];
  symlinkSync(newFolder(t), join(linked, 'dist'));
  writeFileSync(join(filed, 'dist'), '');
  for (const root of [linked, filed]) assert.throws(() => begin('build', root), refused);
  begin('dev', linked);
});

test('a project whose folder would be misread is refused', (t) => {
  const root = join(newFolder(t), 'a%20b');
  mkdirSync(root);
  for (const command of ['build', 'dev'] as const)
    assert.throws(() => begin(command, root), /a%20b.*: found "%" in the name of the project's folder/u);
});

test('a build is for production, whatever the shell is set up for', (t) => {
  const before = process.env['NODE_ENV'];
  t.after(() => {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  });
  process.env['NODE_ENV'] = 'development';
  begin('dev', newFolder(t));
  assert.equal(process.env['NODE_ENV'], 'development');
  begin('build', newFolder(t));
  assert.equal(process.env['NODE_ENV'], 'production');
});
