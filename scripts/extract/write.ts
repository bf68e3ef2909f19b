import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** A file to write: its path from the project's folder, and its text. */
export interface FileToWrite {
  path: string;
  text: string;
}

/**
 * Where files wait until all of them are complete, each under its later path. It is on the same disk as their places,
 * so that moving one is a single step. Files in `next` are not complete yet and are thrown away; once the folder is
 * called `ready` they all are, and a later run moves what a run that was killed left there.
 */
const STAGING = '.extract';
const NEXT = join(STAGING, 'next');
const READY = join(STAGING, 'ready');

/**
 * Writes files, all or none: no file is ever half written, and a run that fails or is killed before all are complete
 * changes nothing. One that is killed in the short time after that is finished by the next.
 *
 * @param root the project's folder
 * @throws what the file system throws; nothing has changed then
 */
export function writeFiles(root: string, files: readonly FileToWrite[]): void {
  finishEarlierRun(root);
  if (files.length === 0) return;
  try {
    for (const { path, text } of files) {
      makeRoomFor(join(root, path));
      writeFlushed(join(root, NEXT, path), text);
    }
    renameSync(join(root, NEXT), join(root, READY));
  } catch (error) {
    rmSync(join(root, STAGING), { recursive: true, force: true });
    throw error;
  }
  finishEarlierRun(root);
}

/** Whether a run was killed while it moved its files: they are complete, and some are not in their places yet. */
export function isHalfWritten(root: string): boolean {
  return existsSync(join(root, READY));
}

/** Moves what is ready to its place, and throws away what is not. */
export function finishEarlierRun(root: string): void {
  const ready = join(root, READY);
  if (existsSync(ready)) {
    for (const entry of readdirSync(ready, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const from = join(entry.parentPath, entry.name);
      renameSync(from, join(root, from.slice(ready.length)));
    }
  }
  rmSync(join(root, STAGING), { recursive: true, force: true });
}

/** Makes sure that a file can be moved to a path, while stopping is still possible. */
function makeRoomFor(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  accessSync(dirname(path), constants.W_OK);
  if (existsSync(path) && !statSync(path).isFile()) throw new Error(`${path} is no file`);
}

function writeFlushed(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
