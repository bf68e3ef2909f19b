import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from './tests/browser/chromium.ts';
import { HOSTILE_SITE_FOLDER } from './tests/fixtures/hostile-project.ts';
import type { SiteOptions } from './tests/journeys/journey.ts';

const executablePath = await chromiumPath();

/** The site as it is built for a host that serves it below its root; npm keeps nothing in that folder. */
const BASE_PATH_SITE = { siteFolder: 'node_modules/.cache/base-path-site', basePath: '/docs/swr/' };

export default defineConfig<object, SiteOptions>({
  testDir: 'tests/journeys',
  fullyParallel: true,
  workers: 2,
  // No test judges a machine's speed: times belong to the benchmarks.
  timeout: 90_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['./tests/journeys/closing-line.ts']],
  projects: [
    { name: 'root', testIgnore: /(?:links|nginx|package|hostile-source)\.test\.ts/ },
    // Every text of the vendor's replaced by one that tries to become markup.
    { name: 'hostile site', testMatch: /hostile-site\.setup\.ts/ },
    {
      name: 'hostile source',
      testMatch: /hostile-source\.test\.ts/,
      use: { siteFolder: HOSTILE_SITE_FOLDER },
      dependencies: ['hostile site'],
    },
    // The same addresses once more, on a host that serves the site below its root.
    { name: 'base path site', testMatch: /base-path-site\.setup\.ts/, use: BASE_PATH_SITE },
    {
      name: 'base path',
      testMatch: /(?:addresses|decode|links|search)\.test\.ts/,
      use: BASE_PATH_SITE,
      dependencies: ['base path site'],
    },
    // And on nginx as it ships, at the root and below it.
    { name: 'packed site', testMatch: /packed-site\.setup\.ts/ },
    {
      name: 'packed site, base path',
      testMatch: /packed-site\.setup\.ts/,
      use: BASE_PATH_SITE,
      dependencies: ['base path site'],
    },
    {
      name: 'nginx',
      testMatch: /(?:addresses|nginx|security)\.test\.ts/,
      use: { host: 'nginx' },
      dependencies: ['packed site'],
    },
    {
      name: 'nginx, base path',
      testMatch: /(?:addresses|nginx|security)\.test\.ts/,
      use: { ...BASE_PATH_SITE, host: 'nginx' },
      dependencies: ['packed site, base path'],
    },
    // The release archive on a server that knows neither 404.html nor redirects.
    {
      name: 'package',
      testMatch: /package\.test\.ts/,
      use: { host: 'python' },
      dependencies: ['packed site'],
    },
    {
      name: 'package, base path',
      testMatch: /package\.test\.ts/,
      use: { ...BASE_PATH_SITE, host: 'python' },
      dependencies: ['packed site, base path'],
    },
  ],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'zh-CN',
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
