/** Decodes texts beside the page, so that a log of any size never freezes it. Fetches once, before the first text. */
import { decode, type Decoding } from '../decode/decode.ts';
import { markUp, type Segment } from '../decode/marks.ts';
import type { Fact } from '../decode/facts.ts';
import type { LookupIndex } from '../search/lookup-index.ts';
import { Lookup } from './lookup.ts';

/** First the address of a look-up file, then texts. */
export type DecodeRequest = { readonly lookup: string } | { readonly text: string };

/** That the data are there; what a text holds, with the line on which each result stands first (counted from 1). */
export type DecodeReply =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'decoded';
      readonly decoding: Decoding;
      readonly lineNumbers: readonly number[];
      readonly segments: readonly Segment[];
    };

let index: Promise<LookupIndex> | undefined;

/** Line numbers of places in ascending order, in one pass over the text. */
function lineNumbersOf(text: string, starts: readonly number[]): number[] {
  let line = 1;
  let at = 0;
  return starts.map((start) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < start; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  });
}

async function answer(request: DecodeRequest): Promise<DecodeReply> {
  if ('lookup' in request) {
    index = new Lookup(request.lookup).all();
    await index;
    return { kind: 'ready' };
  }
  if (!index) throw new Error('a text came before the address of the look-up data');
  const decoding = decode(request.text, await index);
  const factSpans: readonly Fact[] = decoding.facts;
  const segments = markUp(request.text, [...decoding.lines.flatMap(({ spans }) => spans), ...factSpans]);
  const lineNumbers = lineNumbersOf(
    request.text,
    decoding.lines.map(({ spans }) => spans[0]?.start ?? 0),
  );
  return { kind: 'decoded', decoding, lineNumbers, segments };
}

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  answer(data).then(
    (reply) => postMessage(reply),
    // An unhandled rejection in a worker reaches nobody; thrown from a task it becomes the page's `error` event.
    (error: unknown) => setTimeout(() => reportError(error)),
  );
});
