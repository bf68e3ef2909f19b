import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import type { Problem } from '../../src/lib/problem.ts';

/** The system's message about a file that cannot be read or written. */
export const reason = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/**
 * Reads a file and nothing else: a pipe or a device may have no end.
 *
 * @throws what the system says, or that it is no file
 */
export function readRegularFile(path: string): Buffer {
  if (statSync(path).isFile()) return readFileSync(path);
  throw Object.assign(new Error(`${path} is no file`), { code: 'no file', path });
}

/**
 * What the system refused, as a problem.
 *
 * @param root the project's folder
 * @throws an error that is no refusal of the system's
 */
export function refusal(error: unknown, root: string): Problem {
  if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error;
  return {
    file: relative(root, String(error.path)),
    line: 1,
    message: `cannot be read or changed (${reason(error)}); expected what version control has there, open to this user`,
    hint: 'correct its kind or its permissions, then run the command again',
  };
}
