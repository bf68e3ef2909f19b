import { lstatSync, mkdirSync } from 'node:fs';

/**
 * Makes sure that a folder is there and that nobody but this user puts anything into it.
 *
 * @param path in a folder where others may write, too
 * @throws Error with one sentence where it belongs to somebody else, can be written by others, or is no folder
 */
export function ownFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(path);
  const kind = mode & 0o170000;
  const isOurs = process.getuid === undefined || uid === process.getuid();
  const isClosed = process.platform === 'win32' || (mode & 0o022) === 0;
  if (kind === 0o040000 && isOurs && isClosed) return path;
  throw new Error(
    `${path}: found something that another user can change; expected a folder of your own, because a browser is run from it\n` +
      '    hint: remove it, set TMPDIR to a folder of your own, or CHROMIUM_PATH to a browser',
  );
}
