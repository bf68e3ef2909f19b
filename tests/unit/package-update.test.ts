/** A package that replaces an earlier one while it is served. */
import assert from 'node:assert/strict';
import { execFile, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { replaceFiles } from '../../scripts/package/replace.ts';
import { freePort } from '../free-port.ts';
import { nginxPath } from '../nginx-server.ts';
import { whenAnswering } from '../when-answering.ts';
import { root } from './project.ts';

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'package-update-'));
  // nginx, started by root, serves as another user.
  chmodSync(folder, 0o755);
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function writeAll(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const isLasting = (path: string): boolean => path.startsWith('_astro/');

test('new files come in, old pages go, what old pages name stays for a month', async (t) => {
  const folder = newFolder(t);
  const [site, next] = [join(folder, 'site'), join(folder, 'next')];
  writeAll(site, {
    'index.html': 'old',
    'gone/index.html': 'old',
    '_astro/old.js': 'old',
    '_astro/both.js': 'b',
  });
  writeAll(next, {
    'index.html': 'new',
    'codes/a/index.html': 'new',
    '_astro/new.js': 'new',
    '_astro/both.js': 'b',
  });
  await replaceFiles(site, next, isLasting);
  const texts = (...paths: string[]): string[] => paths.map((path) => readFileSync(join(site, path), 'utf8'));
  assert.deepEqual(texts('index.html', 'codes/a/index.html', '_astro/new.js', '_astro/old.js'), [
    'new',
    'new',
    'new',
    'old',
  ]);
  assert.equal(existsSync(join(site, 'gone')), false);

  const later = Date.now() + 31 * 24 * 60 * 60 * 1000;
  writeAll(next, { 'index.html': 'newer', '_astro/both.js': 'b' });
  utimesSync(join(site, '_astro/both.js'), 0, 0);
  await replaceFiles(site, next, isLasting, later);
  assert.deepEqual(texts('index.html', '_astro/both.js'), ['newer', 'b']);
  assert.equal(existsSync(join(site, '_astro/old.js')), false);
});

/** A site of few pages, which name a script by the name that it has in this version. */
async function pack(folder: string, version: string, umask = 0o022): Promise<void> {
  const dist = `${folder}-dist`;
  const page = `<script src="/_astro/${version}.js"></script>`;
  writeAll(dist, {
    _headers: '/*\n  X-Content-Type-Options: nosniff\n',
    _redirects: '/a /codes/a/ 301\n',
    'index.html': page,
    '404.html': page,
    [`_astro/${version}.js`]: version,
    ...Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`codes/${at}/index.html`, page])),
  });
  const before = process.umask(umask);
  const packed = promisify(execFile)(process.execPath, ['scripts/package/main.ts', dist, folder], {
    cwd: root,
    env: { ...process.env, SITE_URL: 'http://localhost/' },
  });
  process.umask(before);
  await packed;
  rmSync(dist, { recursive: true });
}

test('whoever serves the package can read it, whatever the umask of its maker', async (t) => {
  const folder = join(newFolder(t), 'package');
  await pack(folder, 'v1', 0o077);
  const modeOf = (path: string): number => statSync(join(folder, path)).mode & 0o777;
  for (const path of ['', 'site', 'site/codes/1', 'nginx']) assert.equal(modeOf(path), 0o755, path);
  for (const path of ['site/index.html', 'nginx/nginx.conf']) assert.equal(modeOf(path), 0o644, path);
  assert.equal(existsSync(`${folder}.next`), false);
});

/** Asks for the first page and the script that it names, again and again; returns what was not there. */
async function askUntil(url: string, isDone: () => boolean): Promise<string[]> {
  const missing: string[] = [];
  const ask = async (path: string): Promise<string> => {
    const answer = await fetch(url + path);
    if (!answer.ok) missing.push(`${path} ${answer.status}`);
    return answer.text();
  };
  while (!isDone()) {
    const [, script = ''] = /src="\/([^"]+)/.exec(await ask('codes/199/')) ?? [];
    await ask(script);
  }
  return missing;
}

test(
  'nginx serves on while the next package is made, and can be told to reload',
  { skip: nginxPath === undefined && 'no nginx on this machine' },
  async (t) => {
    const folder = join(newFolder(t), 'package');
    await pack(folder, 'v1');
    const port = await freePort();
    const main = readFileSync(join(folder, 'nginx/nginx.conf'), 'utf8');
    writeFileSync(join(folder, 'nginx/test.conf'), main.replace('listen 8080;', `listen 127.0.0.1:${port};`));
    const args = ['-p', folder, '-c', 'nginx/test.conf'];
    const nginx = spawn(nginxPath ?? 'nginx', [...args, '-g', 'daemon off;'], { stdio: 'ignore' });
    t.after(() => nginx.kill('SIGQUIT'));
    const url = `http://127.0.0.1:${port}/`;
    await whenAnswering(url, nginx, () => 'nginx');

    let isDone = false;
    const missing = askUntil(url, () => isDone);
    for (const version of ['v2', 'v3', 'v4']) await pack(folder, version);
    isDone = true;
    assert.deepEqual(await missing, []);

    assert.equal((await fetch(`${url}_astro/v1.js`)).status, 200, 'what a page of the first package names');
    assert.equal(await (await fetch(`${url}_astro/v4.js`)).text(), 'v4');
    for (const path of ['_headers', '_redirects']) assert.equal((await fetch(url + path)).status, 404, path);
    const reload = spawnSync(nginxPath ?? 'nginx', [...args, '-s', 'reload'], { encoding: 'utf8' });
    assert.equal(reload.status, 0, reload.stderr);
  },
);
