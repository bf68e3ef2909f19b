import { on } from 'node:events';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FinishedPage } from './page.ts';

/** So many pages take longer to finish than a thread takes to start. */
const WORTH_A_THREAD = 500;
const BATCH = 50;
/** MB. A page needs 2; without a limit a thread collects its garbage when there are hundreds. */
const MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };

/** Every HTML file of a built site, by its path below the site's root, in a fixed order. */
export async function pagesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(sep).join('/'))
    .sort();
}

/**
 * Finishes every page of a built site, on all cores.
 *
 * @returns the pages in the order of `pagesIn`, so that every build is like the others
 */
export async function* finishPages(folder: string): AsyncGenerator<FinishedPage> {
  const files = await pagesIn(folder);
  const count = Math.min(availableParallelism(), Math.ceil(files.length / WORTH_A_THREAD));
  const threads = Array.from({ length: count }, () => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      workerData: folder,
      resourceLimits: MEMORY,
    });
    return { worker, answers: on(worker, 'message') as AsyncIterator<[FinishedPage[]]> };
  });
  const turns = Array.from({ length: Math.ceil(files.length / BATCH) }, (_, turn) => ({
    batch: files.slice(turn * BATCH, (turn + 1) * BATCH),
    thread: threads[turn % count],
  }));
  try {
    for (const { batch, thread } of turns) thread?.worker.postMessage(batch);
    for (const { thread } of turns) yield* (await thread?.answers.next())?.value[0] ?? [];
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}
