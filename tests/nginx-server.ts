import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { packSite } from './packed.ts';
import type { StaticServer } from './static-server.ts';
import { whenAnswering } from './when-answering.ts';

const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Where nginx is on this machine, if it is. */
export const nginxPath = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find(
  (path) => existsSync(path),
);

/** Whether this nginx can serve files that are compressed with brotli. */
export const hasBrotli = existsSync(BROTLI_MODULE);

/**
 * nginx with the shipped configuration; only the port is this test's own.
 *
 * @param dist the built site
 * @param base path under which it was built
 * @throws Error with nginx's own words when it does not start
 */
export async function serveNginx(dist: string, base: string): Promise<StaticServer> {
  const folder = await packSite(dist, base);
  if (hasBrotli)
    await cp(join(folder, 'nginx/brotli'), join(folder, 'nginx/optional/brotli'), { recursive: true });

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
  await whenAnswering(url, nginx, () => words);
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
