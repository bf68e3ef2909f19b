/** Before the tests: where no browser comes with the packages, Playwright downloads its own. */
import { spawnSync } from 'node:child_process';
import { chromiumPath } from './chromium.ts';

if ((await chromiumPath()) === undefined) {
  const { status } = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    shell: true,
  });
  process.exitCode = status ?? 1;
}
