/** Chooses the seed of a file's random tests and prints it; `SEED=… node --test FILE` runs the very same again. */
import fc from 'fast-check';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
fc.configureGlobal({ seed });
process.stdout.write(`random tests with SEED=${seed}\n`);
