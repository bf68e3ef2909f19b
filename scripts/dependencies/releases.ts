import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Timeout for the registry, in milliseconds. */
const PATIENCE = 20_000;

/** The highest release of a package that is no preview. */
export interface Release {
  readonly version: string;
  /** Day, as in `2026-11-28`. */
  readonly day: string;
}

/**
 * The highest of the releases that a registry lists: an older branch may have one of a later day.
 *
 * @param times what `npm view NAME time --json` prints: version → time, and `created` and `modified`
 */
export function lastOf(times: Readonly<Record<string, string>>): Release | undefined {
  const releases = Object.entries(times).filter(([version]) => /^\d+\.\d+\.\d+$/u.test(version));
  const [last] = releases.sort(([a], [b]) => b.localeCompare(a, 'en', { numeric: true }));
  return last && { version: last[0], day: last[1].slice(0, 10) };
}

/**
 * Asks the registry that npm is set to.
 *
 * @throws when it does not answer
 */
export async function lastRelease(name: string): Promise<Release | undefined> {
  const { stdout } = await run('npm', ['view', name, 'time', '--json', '--fetch-retries=0'], {
    timeout: PATIENCE,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  return lastOf(JSON.parse(stdout) as Record<string, string>);
}
