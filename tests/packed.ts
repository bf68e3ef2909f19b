import { spawnSync } from 'node:child_process';

/** Where the journeys have the release archive of the site made; npm keeps nothing there. */
export const packedFolder = (base: string): string =>
  `node_modules/.cache/packed${base === '/' ? '' : '-base-path'}-site`;

/**
 * Makes the release archive of a built site.
 *
 * @param dist the built site
 * @param base path under which it was built
 * @throws Error with the script's own words when it fails
 */
export function packSite(dist: string, base: string): void {
  const packed = spawnSync(process.execPath, ['scripts/package/main.ts', dist, packedFolder(base)], {
    env: { ...process.env, SITE_URL: `http://localhost${base}` },
    encoding: 'utf8',
  });
  if (packed.status !== 0) throw new Error(`packaging failed:\n${packed.stderr}`);
}
