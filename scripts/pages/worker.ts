/** A worker thread: gets lists of pages, finishes them, sends back what they gave. */
import { parentPort, workerData } from 'node:worker_threads';
import { finishPage } from './page.ts';

parentPort?.on('message', (files: readonly string[]) => {
  parentPort?.postMessage(files.map((file) => finishPage(String(workerData), file)));
});
