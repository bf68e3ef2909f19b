import { spawnSync } from 'node:child_process';
import { ASTRO } from '../astro.ts';
import { expect, siteTest as test } from './journey.ts';

test('the site is built for a host that serves it below its root', ({ siteFolder, basePath }) => {
  test.setTimeout(600_000);
  const built = spawnSync(process.execPath, [...ASTRO, 'build', '--silent', '--outDir', siteFolder], {
    env: { ...process.env, SITE_URL: `http://localhost${basePath}` },
    encoding: 'utf8',
  });
  expect(built.status, built.stdout + built.stderr).toBe(0);
});
