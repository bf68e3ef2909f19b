/** `npm run bench:decode`: how long the decoder takes for a megabyte of this and that. Prints a table, judges nothing. */
import { performance } from 'node:perf_hooks';
import { decode } from '../../src/decode/decode.ts';
import { LookupIndex } from '../../src/search/lookup-index.ts';
import { causes, swrFile } from '../unit/lookup.ts';

const MEGABYTE = 1_000_000;
const filled = (text: string) => text.repeat(Math.ceil(MEGABYTE / text.length)).slice(0, MEGABYTE);

const TEXTS: Readonly<Record<string, string>> = {
  'a log without codes': filled(
    '2026-11-23T10:00:00Z INFO pulled layer 4194304 bytes, HTTP 200 OK, id=8a7f40\n',
  ),
  'error bodies': filled(
    '{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context"}\n',
  ),
  'unknown codes, all different': Array.from(
    { length: 50_000 },
    (_, at) => `SVCSTG.SWR.${4_150_000 + at}`,
  ).join('\n'),
  'one line of digits': filled('7'),
  Chinese: filled('镜像推送失败，请看日志，错误码：'),
};

const index = new LookupIndex([swrFile()]);

for (const [name, text] of Object.entries(TEXTS)) {
  const start = performance.now();
  const { lines } = decode(text, index, causes);
  const time = `${(performance.now() - start).toFixed(0)} ms`;
  process.stdout.write(`${time.padStart(8)}  ${`${lines.length} found`.padStart(12)}  ${name}\n`);
}
