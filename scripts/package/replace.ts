import { chmod, mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** How long pages that are open somewhere, or lie in a cache, find the files they name. */
const KEPT_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** Paths of the files of a folder, relative to it; none where it is absent. */
async function filesOf(folder: string): Promise<string[]> {
  if (!(await stat(folder).catch(() => undefined))) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function removeFile(folder: string, path: string): Promise<void> {
  await rm(join(folder, path));
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    const isLeft = await rmdir(join(folder, above)).catch(() => true);
    if (isLeft) return;
  }
}

/** Moves files to another folder on the same disk, each in one step, for every user to read. */
async function moveFiles(from: string, to: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(join(to, dirname(path)), { recursive: true });
    await chmod(join(from, path), 0o644);
    await rename(join(from, path), join(to, path));
  }
}

/** Moves all files of a folder to another one on the same disk, and leaves what else is there. */
export async function addFiles(from: string, to: string): Promise<void> {
  await moveFiles(from, to, await filesOf(from));
}

/**
 * Replaces the files of a folder by those of another while a server reads it: what pages need comes before the pages,
 * and what they no longer need goes last, after a while. So no page ever names a file that is missing.
 *
 * @param next the new files, complete; on the same disk as the folder
 * @param isLasting whether the name of a file, by its path, changes with its content
 * @param now in milliseconds
 */
export async function replaceFiles(
  folder: string,
  next: string,
  isLasting: (path: string) => boolean,
  now = Date.now(),
): Promise<void> {
  const old = await filesOf(folder);
  const fresh = await filesOf(next);
  await moveFiles(next, folder, fresh.filter(isLasting));
  await moveFiles(
    next,
    folder,
    fresh.filter((path) => !isLasting(path)),
  );
  const known = new Set(fresh);
  for (const path of old.filter((each) => !known.has(each))) {
    const { mtimeMs } = await stat(join(folder, path));
    if (!isLasting(path) || now - mtimeMs > KEPT_DAYS * DAY) await removeFile(folder, path);
  }
}
