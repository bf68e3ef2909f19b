/**
 * `npm run bench:kill [-- RUNS [SEED]]`: kills runs of extract at random moments, every second one while it writes, and
 * checks what each leaves. Fails at the first that leaves neither the old collection nor the new one nor what the next
 * run completes.
 */
import { performance } from 'node:perf_hooks';
import { KilledProject, killAfter, killWhileWriting } from '../unit/killing.ts';

const runs = Number(process.argv[2] ?? 300);
/** Milliseconds from the first file that is written until the last is in its place, and some more. */
const WRITING = 12;
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 32);

/** Random numbers from 0 to 1 out of a seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const undo: (() => void)[] = [];
const killed = new KilledProject({ after: (done) => undo.push(done) });
try {
  killed.restore();
  const start = performance.now();
  await killAfter(killed.project, 60_000);
  const whole = performance.now() - start;
  killed.outcome();
  process.stdout.write(`seed ${seed}, ${runs} runs, a whole run takes ${whole.toFixed(0)} ms\n`);
  const random = randomFrom(seed);
  const moments = {
    'at any time': { counts: { old: 0, between: 0, new: 0 }, kill: killAfter, longest: whole * 1.1 },
    'while writing': { counts: { old: 0, between: 0, new: 0 }, kill: killWhileWriting, longest: WRITING },
  };
  for (let run = 1; run <= runs; run += 1) {
    const { counts, kill, longest } = moments[run % 2 === 0 ? 'while writing' : 'at any time'];
    killed.restore();
    await kill(killed.project, random() * longest);
    counts[killed.outcome()] += 1;
  }
  const row = (cells: readonly (string | number)[]) =>
    process.stdout.write(`${cells.map((cell) => String(cell).padEnd(17)).join('')}\n`);
  row(['killed', 'old', 'to be completed', 'new']);
  for (const [moment, { counts }] of Object.entries(moments)) {
    row([moment, counts.old, counts.between, counts.new]);
  }
} finally {
  for (const done of undo) done();
}
