/** `npm run preview`, on a site of few files. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { freePort } from '../free-port.ts';
import { whenAnswering } from '../when-answering.ts';
import { root } from './project.ts';

function newSite(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'dist/codes'), { recursive: true });
  writeFileSync(join(folder, 'dist/index.html'), 'home');
  writeFileSync(join(folder, 'dist/codes/index.html'), 'codes');
  writeFileSync(join(folder, 'dist/codes.json'), '{}');
  writeFileSync(join(folder, 'dist/404.html'), 'own 404');
  writeFileSync(join(folder, 'secret'), 'secret');
  return join(folder, 'dist');
}

/** The answer to a path as it stands: `fetch` would put it straight. */
const ask = (
  port: number,
  path: string,
): Promise<[status: number | undefined, location: string, body: string]> =>
  new Promise((done, failed) => {
    request({ host: 'localhost', port, path }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => (body += part));
      answer.on('end', () => done([answer.statusCode, answer.headers.location ?? '', body]));
    })
      .on('error', failed)
      .end();
  });

async function serve(t: TestContext, dist: string, base: string): Promise<number> {
  const port = await freePort();
  const server = spawn(process.execPath, ['scripts/preview/main.ts', dist], {
    cwd: root,
    env: { ...process.env, SITE_URL: `http://localhost:${port}${base}` },
    stdio: 'ignore',
  });
  t.after(() => server.kill());
  await whenAnswering(`http://localhost:${port}${base}`, server, () => 'preview');
  return port;
}

test('serves files, indexes of folders and the site’s own 404 page, at the root', async (t) => {
  const port = await serve(t, newSite(t), '/');
  assert.deepEqual(await ask(port, '/'), [200, '', 'home']);
  assert.deepEqual(await ask(port, '/codes/?a=b'), [200, '', 'codes']);
  assert.deepEqual(await ask(port, '/codes.json'), [200, '', '{}']);
  assert.deepEqual(await ask(port, '/codes'), [301, '/codes/', '']);
  assert.deepEqual(await ask(port, '//codes'), [301, '/codes/', ''], 'no address of another host');
  for (const path of [
    '/nix',
    '/nix/',
    '/%',
    '/%00',
    '/../secret',
    '/%2e%2e/secret',
    '/..%2fsecret',
    '/..%5csecret',
  ])
    assert.deepEqual(await ask(port, path), [404, '', 'own 404'], path);
});

test('serves below a base path and nothing above it', async (t) => {
  const port = await serve(t, newSite(t), '/swr/');
  assert.deepEqual(await ask(port, '/swr/codes/'), [200, '', 'codes']);
  assert.deepEqual(await ask(port, '/swr/codes'), [301, '/swr/codes/', '']);
  for (const path of ['/', '/codes/', '/swr']) assert.equal((await ask(port, path))[0], 404, path);
});

test('a port that is taken is one sentence, as is a site that is not built', async (t) => {
  const port = await freePort();
  const other = createServer().listen(port, 'localhost');
  await once(other, 'listening');
  t.after(() => other.close());
  const preview = (dist: string) =>
    spawnSync(process.execPath, ['scripts/preview/main.ts', dist], {
      cwd: root,
      env: { ...process.env, SITE_URL: `http://localhost:${port}/` },
      encoding: 'utf8',
      timeout: 10_000,
    });
  const taken = preview(newSite(t));
  assert.equal(taken.status, 1);
  assert.equal(
    taken.stderr,
    `http://localhost:${port}/: cannot be served (EADDRINUSE); expected a free port\n` +
      `    hint: end the program that listens there, or choose another: SITE_URL=http://localhost:${port + 1}/ npm start\n`,
  );
  const unbuilt = preview(join(tmpdir(), 'nowhere'));
  assert.equal(unbuilt.status, 1);
  assert.match(unbuilt.stderr, /404\.html: found no site; expected a built one\n {4}hint: npm run build\n$/);
});
