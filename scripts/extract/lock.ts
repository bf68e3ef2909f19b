import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src/lib/problem.ts';
import { reason } from './files.ts';

/** Has the process id of the run that writes; what a killed run left is nobody's. */
const LOCK = '.extract.lock';

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return reason(error) !== 'ESRCH';
  }
}

/** @returns why the file could not be made; undefined where it was */
function makeLock(file: string): string | undefined {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return undefined;
  } catch (error) {
    return reason(error);
  }
}

/** @returns the process id in a lock; '' where it is being written, or cannot be read */
function ownerOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Makes sure that no other run reads what this one is about to change, or writes at the same time.
 *
 * @param root the project's folder
 * @returns what is wrong where another run is at work
 */
export function takeLock(root: string): Problem | undefined {
  const file = join(root, LOCK);
  // Where it cannot be made for another reason, nothing else can be written either.
  if (makeLock(file) !== 'EEXIST') return undefined;
  const owner = ownerOf(file);
  if (owner !== '' && !isAlive(Number(owner))) {
    rmSync(file, { force: true });
    return takeLock(root);
  }
  return {
    file: LOCK,
    line: 1,
    message: `found another run at work (process ${owner || 'unknown'}); expected one at a time`,
    hint: 'wait until it ends; if there is none, remove the file',
  };
}

/** Lets the next run begin. */
export function releaseLock(root: string): void {
  rmSync(join(root, LOCK), { force: true });
}
