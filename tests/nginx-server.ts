import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StaticServer } from './static-server.ts';

const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Where nginx is on this machine, if it is. */
export const nginxPath = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find(
  (path) => existsSync(path),
);

/** Whether this nginx can serve files that are compressed with brotli. */
export const hasBrotli = existsSync(BROTLI_MODULE);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

/**
 * nginx with the shipped configuration; only the port is this test's own.
 *
 * @param dist the built site
 * @param base path under which it was built
 * @throws Error with nginx's own words when it does not start
 */
export async function serveNginx(dist: string, base: string): Promise<StaticServer> {
  const folder = await mkdtemp(join(tmpdir(), 'swr-nginx-'));
  const packed = spawnSync('node', ['scripts/package.ts', dist, folder], {
    env: { ...process.env, SITE_URL: `http://localhost${base}` },
    encoding: 'utf8',
  });
  if (packed.status !== 0) throw new Error(`packaging failed:\n${packed.stderr}`);
  if (hasBrotli) await cp(join(folder, 'nginx/brotli.conf'), join(folder, 'nginx/optional/brotli.conf'));

  const port = await freePort();
  const main = join(folder, 'nginx/nginx.conf');
  const shipped = await readFile(main, 'utf8');
  await writeFile(main, shipped.replace('listen 8080;', `listen 127.0.0.1:${port};`));

  const nginx = spawn(nginxPath ?? 'nginx', ['-p', folder, '-c', main, '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  nginx.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
  const url = `http://127.0.0.1:${port}${base}`;
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (nginx.exitCode !== null || tries === 50) throw new Error(`nginx does not answer:\n${words}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    close: async () => {
      const gone = new Promise((resolve) => nginx.once('exit', resolve));
      nginx.kill('SIGQUIT');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
