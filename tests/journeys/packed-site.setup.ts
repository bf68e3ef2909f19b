/** What `npm run package` makes of the built site: its files, unchanged, each with compressed twins that say the same. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { packedFolder, packSite } from '../packed.ts';
import { expect, siteTest as test } from './journey.ts';

test.describe.configure({ mode: 'serial' });

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

test('the site is packed', ({ siteFolder, basePath }) => {
  test.setTimeout(600_000);
  rmSync(packedFolder(basePath), { recursive: true, force: true });
  packSite(siteFolder, basePath);
});

test('site/ is the built site, byte for byte, with compressed twins that say the same', ({
  siteFolder,
  basePath,
}) => {
  const site = join(packedFolder(basePath), 'site');
  const isTwin = (path: string) => /\.(?:br|gz)$/u.test(path);
  // Hosts look for `_headers` and `_redirects` at the top.
  const built = (path: string) => readFileSync(join(siteFolder, path.replace(basePath.slice(1), '')));
  const files = filesIn(site);
  const originals = files.filter((path) => !isTwin(path));
  expect(originals.map((path) => path.replace(basePath.slice(1), '')).sort()).toEqual(
    filesIn(siteFolder).sort(),
  );
  for (const path of originals) expect(readFileSync(join(site, path)).equals(built(path)), path).toBe(true);
  const twins = files.filter(isTwin);
  expect(twins.length).toBeGreaterThan(2 * 188);
  for (const twin of twins) {
    const bytes = readFileSync(join(site, twin));
    const said = twin.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
    expect(said.equals(built(twin.slice(0, -3))), twin).toBe(true);
  }
});

test('nothing in it needs Node', ({ basePath }) => {
  const folder = packedFolder(basePath);
  expect(readdirSync(folder).sort()).toEqual(['nginx', 'site', 'temp']);
  expect(filesIn(join(folder, 'nginx')).filter((path) => !/\.conf$|^optional\/README$/u.test(path))).toEqual(
    [],
  );
  for (const name of ['package.json', 'node_modules'])
    expect(existsSync(join(folder, 'site', name)), name).toBe(false);
  expect(filesIn(folder).filter((path) => /\.(?:ts|mjs|cjs|astro)$/u.test(path))).toEqual([]);
});
