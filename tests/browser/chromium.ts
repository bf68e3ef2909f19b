import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';

/** Flags that any Chromium here runs with: no sandbox (containers run as root), no calls home. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Libraries (NSS and friends) that bare Linux images lack, from the same package. */
async function bringLibraries(): Promise<void> {
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
  await inflate(join(bin, 'al2023.tar.br'));
  setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'));
}

const hasNss = () =>
  ['/usr/lib/x86_64-linux-gnu/libnss3.so', '/usr/lib64/libnss3.so', '/usr/lib/libnss3.so'].some((path) =>
    existsSync(path),
  );

/**
 * The browser that the tests run in: `CHROMIUM_PATH` where it is set; on 64-bit Intel Linux the one that
 * `@sparticuz/chromium` carries, so that `npm ci` is all it takes; elsewhere Playwright's own
 * (`npx playwright install chromium`, see `pretest`), which is what undefined means.
 */
export async function chromiumPath(): Promise<string | undefined> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return chosen;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (!hasNss()) await bringLibraries();
  return chromium.executablePath();
}
