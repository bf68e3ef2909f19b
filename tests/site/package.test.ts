/** What `npm run package` makes of the built site: its files, unchanged, each with compressed twins that say the same. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { packSite } from '../packed.ts';
import { builtFiles, DIST } from './built.ts';

let folder = '';
before(async () => {
  folder = await packSite(DIST, '/');
});
after(() => rmSync(folder, { recursive: true, force: true }));

function filesIn(path: string): string[] {
  return readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(folder, path), join(entry.parentPath, entry.name)));
}

test('site/ is the built site, byte for byte, with compressed twins that say the same', () => {
  const isTwin = (path: string) => /\.(?:br|gz)$/.test(path);
  const files = filesIn('site');
  assert.deepEqual(files.filter((path) => !isTwin(path)).sort(), builtFiles().sort());
  for (const path of files.filter((each) => !isTwin(each))) {
    assert.ok(readFileSync(join(folder, 'site', path)).equals(readFileSync(join(DIST, path))), path);
  }
  const twins = files.filter(isTwin);
  assert.ok(twins.length > 2 * 188);
  for (const twin of twins) {
    const bytes = readFileSync(join(folder, 'site', twin));
    const said = twin.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
    assert.ok(said.equals(readFileSync(join(DIST, twin.slice(0, -3)))), twin);
  }
});

test('nothing in it needs Node', () => {
  assert.deepEqual(readdirSync(folder).sort(), ['nginx', 'site', 'temp']);
  assert.deepEqual(
    filesIn('nginx').filter((path) => !/\.conf$|^optional\/README$/.test(path)),
    [],
  );
  for (const name of ['package.json', 'node_modules'])
    assert.ok(!existsSync(join(folder, 'site', name)), name);
  assert.deepEqual(
    filesIn('').filter((path) => /\.(?:ts|mjs|cjs|astro)$/.test(path)),
    [],
  );
});
