import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import { ownFolder } from './own-folder.ts';

const PACKAGE = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');

/** Flags that any Chromium here runs with: no sandbox (containers run as root), no calls home. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const hasNss = () =>
  ['/usr/lib/x86_64-linux-gnu/libnss3.so', '/usr/lib64/libnss3.so', '/usr/lib/libnss3.so'].some((path) =>
    existsSync(path),
  );

/** Lets the package work in a folder: it knows no other way to be told than the variable of temporary files. */
async function inFolder<Result>(folder: string, work: () => Result | Promise<Result>): Promise<Result> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/**
 * Unpacks the package's browser, with the libraries (NSS and friends) that bare Linux images lack. The folder gets its
 * name when it is complete, so that neither a second run nor one after a run that was killed finds half a browser.
 */
async function unpack(own: string, ready: string): Promise<void> {
  const folder = mkdtempSync(join(own, 'next-'));
  await inFolder(folder, async () => {
    await chromium.executablePath();
    if (!hasNss()) await inflate(join(PACKAGE, 'bin', 'al2023.tar.br'));
  });
  try {
    renameSync(folder, ready);
  } catch (error) {
    rmSync(folder, { recursive: true });
    if (!existsSync(ready)) throw error;
  }
}

async function packedChromium(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  // Not the package's own place in the folder for temporary files, which whoever comes first may fill.
  const own = ownFolder(join(tmpdir(), `swr-error-reference-${process.getuid?.() ?? 'browser'}`));
  const ready = join(own, version);
  if (!existsSync(ready)) await unpack(own, ready);
  if (!hasNss()) await inFolder(ready, () => setupLambdaEnvironment(join(ready, 'al2023', 'lib')));
  return join(ready, 'chromium');
}

/**
 * The browser that the tests run in: `CHROMIUM_PATH` where it is set; on 64-bit Intel Linux the one that
 * `@sparticuz/chromium` carries, so that `npm ci` is all it takes; elsewhere Playwright's own
 * (`npx playwright install chromium`, see `pretest`), which is what undefined means.
 *
 * @throws Error where the place to unpack it is another user's
 */
export async function chromiumPath(): Promise<string | undefined> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return chosen;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  return packedChromium();
}
