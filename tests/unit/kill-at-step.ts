/**
 * Preloaded into a run of extract (`node --import`): kills the process just before its n-th change to the file system.
 * `KILL_AT` is n, from 1; a run with fewer changes ends by itself.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env['KILL_AT']);

for (const name of [
  'mkdirSync',
  'openSync',
  'writeFileSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'rmSync',
] as const) {
  const original = fs[name] as (...args: unknown[]) => unknown;
  const killing = (...args: unknown[]): unknown => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return original(...args);
  };
  Object.assign(fs, { [name]: killing });
}
syncBuiltinESMExports();
