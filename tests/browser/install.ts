/** Before the tests: makes sure that there is a browser, and says so in one sentence where there is none. */
import { spawnSync } from 'node:child_process';
import { chromiumPath } from './chromium.ts';

/** @returns what is wrong with a browser; undefined where it runs */
function fault(path: string): string | undefined {
  const { status, error, stderr } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (status === 0) return undefined;
  return (
    `${path}: found a browser that does not run (${error?.message ?? stderr.trim()}); expected one for the tests\n` +
    '    hint: remove its folder to have it unpacked again, or set CHROMIUM_PATH to a browser of this machine'
  );
}

async function install(): Promise<string | undefined> {
  const path = await chromiumPath();
  if (path !== undefined) return fault(path);
  // Where no browser comes with the packages, Playwright downloads its own.
  const args = ['playwright', 'install', 'chromium'];
  const { status } = spawnSync('npx', args, { stdio: 'inherit', shell: true });
  return status === 0 ? undefined : 'found no browser; expected the one that Playwright downloads';
}

const wrong = await install().catch((error: unknown) =>
  error instanceof Error ? error.message : String(error),
);
if (wrong !== undefined) {
  process.stderr.write(`${wrong}\n`);
  process.exitCode = 1;
}
