import { spawnSync } from 'node:child_process';
import { ASTRO } from '../astro.ts';

/** Where the second site is served. */
export const BASE_PATH = '/docs/swr/';
/** Where it is built; npm keeps nothing there. */
export const BASE_PATH_FOLDER = 'node_modules/.cache/base-path-site';

/** Before the journeys: builds the site once more, for a host that serves it below its root. */
export default function buildBasePathSite(): void {
  const built = spawnSync(process.execPath, [...ASTRO, 'build', '--silent', '--outDir', BASE_PATH_FOLDER], {
    env: { ...process.env, SITE_URL: `http://localhost${BASE_PATH}` },
    stdio: 'inherit',
  });
  if (built.status !== 0) throw new Error(`the build for ${BASE_PATH} failed`);
}
