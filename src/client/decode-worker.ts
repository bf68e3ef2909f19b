/** Decodes texts beside the page, so that a log of any size never freezes it. */
import { decode, type Decoding } from '../decode/decode.ts';
import { markUp, type Segment } from '../decode/marks.ts';
import type { Fact } from '../decode/facts.ts';
import type { CauseIndex } from '../search/causes.ts';
import type { LookupIndex } from '../search/lookup-index.ts';
import { LineNumbers } from '../lib/line-numbers.ts';
import { fetchCauses } from './causes.ts';
import { once } from './fetch.ts';
import { Lookup } from './lookup.ts';

/** First the address of a look-up file, then, as soon as a text is likely to come, that it is; then texts. */
export type DecodeRequest =
  { readonly lookup: string } | { readonly awaits: 'text' } | { readonly text: string };

/** That the data are there, or cannot be fetched; what a text holds, with the line of each result's first occurrence (counted from 1). */
export type DecodeReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'decoded';
      readonly decoding: Decoding;
      readonly lineNumbers: readonly number[];
      readonly segments: readonly Segment[];
    };

/** What texts are decoded with. The causes are as large as the codes: a visitor who decodes nothing does without. */
interface Data {
  readonly codes: () => Promise<LookupIndex>;
  readonly causes: () => Promise<CauseIndex>;
}

let data: Data | undefined;

async function answer(request: DecodeRequest): Promise<DecodeReply> {
  if ('lookup' in request) {
    const { lookup } = request;
    data = { codes: new Lookup(lookup).all, causes: once(() => fetchCauses(lookup)) };
  }
  if (!data) throw new Error('a text came before the address of the look-up data');
  const { codes, causes } = data;
  const needed = 'lookup' in request ? [codes] : [codes, causes];
  try {
    await Promise.all(needed.map((load) => load()));
  } catch {
    return { kind: 'missing' };
  }
  if (!('text' in request)) return { kind: 'ready' };
  const decoding = decode(request.text, await codes(), await causes());
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
