import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Redirect } from './nginx.ts';

/**
 * The redirects of a `_redirects` file, one a line: from, to, status. No file, no redirects.
 *
 * @throws Error when a line is no redirect from one address to another, naming file and line
 */
export async function redirectsIn(file: string): Promise<Redirect[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (/^\s*(#|$)/.test(line)) return [];
    const [, from, to] = /^(\/\S*)\s+(\/\S*)\s+301!?\s*$/.exec(line) ?? [];
    if (from === undefined || to === undefined || /[*:]/.test(from + to)) {
      throw new Error(
        `${file}:${index + 1}: found "${line}", expected "/from /to 301" without placeholders; ` +
          'correct what writes the file',
      );
    }
    return [{ from, to }];
  });
}
