import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { packedFolder } from './packed.ts';
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
 * nginx with the shipped configuration, on the release archive; only the port is this test's own.
 *
 * @param base path under which the site was built
 * @throws Error with nginx's own words when it does not start
 */
export async function serveNginx(base: string): Promise<StaticServer> {
  const folder = await mkdtemp(join(tmpdir(), 'swr-package-'));
  // nginx, started by root, serves as another user.
  await chmod(folder, 0o755);
  await cp(packedFolder(base), folder, { recursive: true });
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
