/** Decodes texts beside the page, so that a log of any size never freezes it. */
import { decode, type Decoding } from '../decode/decode.ts';
import { markUp, type Segment } from '../decode/marks.ts';
import type { Fact } from '../decode/facts.ts';
import type { CauseIndex } from '../search/causes.ts';
import type { LookupIndex } from '../search/lookup-index.ts';
import { LineNumbers } from '../lib/line-numbers.ts';
import { fetchCauses } from './causes.ts';
import { Lookup } from './lookup.ts';

/** First the address of a look-up file, then, as soon as a text is likely to come, that it is; then texts. */
export type DecodeRequest =
  { readonly lookup: string } | { readonly awaits: 'text' } | { readonly text: string };

/** That the data are there; what a text holds, with the line on which each result stands first (counted from 1). */
export type DecodeReply =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'decoded';
      readonly decoding: Decoding;
      readonly lineNumbers: readonly number[];
      readonly segments: readonly Segment[];
    };

let lookup = '';
let index: Promise<LookupIndex> | undefined;
let causes: Promise<CauseIndex> | undefined;

/** The causes are as large as the codes: a visitor who decodes nothing does without. */
function loadedCauses(): Promise<CauseIndex> {
  causes ??= fetchCauses(lookup);
  causes.catch(() => (causes = undefined));
  return causes;
}

async function answer(request: DecodeRequest): Promise<DecodeReply> {
  if ('lookup' in request) {
    ({ lookup } = request);
    index = new Lookup(lookup).all();
    await index;
    return { kind: 'ready' };
  }
  if ('awaits' in request) {
    await loadedCauses();
    return { kind: 'ready' };
  }
  if (!index) throw new Error('a text came before the address of the look-up data');
  const decoding = decode(request.text, await index, await loadedCauses());
  const factSpans: readonly Fact[] = decoding.facts;
  const segments = markUp(request.text, [...decoding.lines.flatMap(({ spans }) => spans), ...factSpans]);
  const numbers = new LineNumbers(request.text);
  const lineNumbers = decoding.lines.map(({ spans }) => numbers.of(spans[0]?.start ?? 0));
  return { kind: 'decoded', decoding, lineNumbers, segments };
}

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  answer(data).then(
    (reply) => postMessage(reply),
    // An unhandled rejection in a worker reaches nobody; thrown from a task it becomes the page's `error` event.
    (error: unknown) => setTimeout(() => reportError(error)),
  );
});
