import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes the release archive of a built site in a new temporary folder.
 *
 * @param dist the built site
 * @param base path under which it was built
 * @returns the folder, which the caller removes
 * @throws Error with the script's own words when it fails
 */
export async function packSite(dist: string, base: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'swr-package-'));
  // nginx, started by root, serves as another user.
  await chmod(folder, 0o755);
  const packed = spawnSync('node', ['scripts/package/main.ts', dist, folder], {
    env: { ...process.env, SITE_URL: `http://localhost${base}` },
    encoding: 'utf8',
  });
  if (packed.status !== 0) throw new Error(`packaging failed:\n${packed.stderr}`);
  return folder;
}
