import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file to write: its path from the project's folder, and its text. */
export interface FileToWrite {
  path: string;
  text: string;
}

/** Where files wait until all of them are complete: on the same disk, so that moving one is a single step. */
const STAGING = '.extract';

/**
 * Writes files so that nobody ever sees half of one: all are written aside and flushed, then each is moved to its
 * place in one step. Leaves nothing else behind, and clears away what a run that was killed left.
 *
 * @param root the project's folder
 * @throws what the file system throws; before the first move nothing has changed then
 */
export function writeFiles(root: string, files: readonly FileToWrite[]): void {
  const staging = join(root, STAGING);
  rmSync(staging, { recursive: true, force: true });
  if (files.length === 0) return;
  try {
    mkdirSync(staging);
    const staged = files.map(({ path, text }, index) => {
      const from = join(staging, String(index));
      writeFlushed(from, text);
      return { from, to: join(root, path) };
    });
    for (const { to } of staged) mkdirSync(dirname(to), { recursive: true });
    for (const { from, to } of staged) renameSync(from, to);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function writeFlushed(path: string, text: string): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
