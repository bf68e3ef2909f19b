/** A worker thread: gets rendered pages, sends them back finished, in the same order. */
import { parentPort } from 'node:worker_threads';
import { WordTaker } from '../full-text/page-words.ts';
import { finishPage, type FinishedPage } from './page.ts';

/** A finished page as it is sent: bytes move from thread to thread, a text would be copied. */
export type SentPage = Omit<FinishedPage, 'html'> & { readonly html: Uint8Array<ArrayBuffer> };
/** What comes back for a page. */
export type Answer = SentPage | { readonly error: unknown };

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const words = new WordTaker();

function send(answer: Answer): void {
  parentPort?.postMessage(answer, 'html' in answer ? [answer.html.buffer] : []);
}

parentPort?.on('message', (rendered: ArrayBuffer) => {
  try {
    const page = finishPage(decoder.decode(rendered), words);
    send({ ...page, html: encoder.encode(page.html) });
  } catch (error) {
    send({ error });
  }
});
