import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { packedFolder } from './packed.ts';
import type { StaticServer } from './static-server.ts';
import { whenAnswering } from './when-answering.ts';

/** Whether Python and its web server are on this machine. */
export const hasPython = spawnSync('python3', ['-c', 'import http.server']).status === 0;

/** The folder `site/` of the release archive on Python's web server, which knows nothing of this site. */
export async function servePython(base: string): Promise<StaticServer> {
  const port = await freePort();
  const python = spawn(
    'python3',
    ['-m', 'http.server', `${port}`, '--bind', '127.0.0.1', '--directory', join(packedFolder(base), 'site')],
    { stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${port}${base}`;
  await whenAnswering(url, python, () => '');
  return {
    url,
    close: async () => {
      const gone = new Promise((resolve) => python.once('exit', resolve));
      python.kill();
      await gone;
    },
  };
}
