/**
 * Texts of any kind are read in linear time. What is held is growth, not time: sixteen times the text may take sixteen
 * times the processor's time and then some, on whatever machine; quadratic work takes 256 times as much.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decode } from '../../src/decode/decode.ts';
import { LookupIndex } from '../../src/search/lookup-index.ts';
import { resolve } from '../../src/search/resolve.ts';
import { causes, swrFile } from './lookup.ts';
import { recogniser } from './recogniser.ts';

const index = new LookupIndex([swrFile()]);

const SHORT = 10_000;
const TIMES = 16;
const MOST_GROWTH = 100;
/** Less than this, in milliseconds of the processor, is too little to tell growth from chance. */
const TELLING = 300;

/** Beginnings and parts of everything that is looked for: what makes an expression go back and try again. */
// prettier-ignore
const BITS = [
  'SVCSTG', 'SWR', 'S2I', '.', '. ', '_', '-', ' ', '  ', '\n', '\r\n> ', '\t', ',', '/', '\\', '"', "'", '{', '[', '=', ':',
  '4', '40', '400', '4001048', '4001048 ', '4O', '400-', '1,', '9', '0x', 'x', 'X*', '…',
  'SVCSTG.SWR.', 'SVCSTG.SWR.400', 'SVCSTG.SWR.4001048', 'SVCSTG.SWR.4009999 ', 'svcstg swr 4',
  'APIGW', 'APIGW.', 'A.', 'a.a', 'Ecs.02', 'HTTP ', 'HTTP/1.1 4', 'status code ', '状态码', '错误码', '后四位', '开头',
  'request id', 'request-id:', 'requestId=', '请求ID', 'cn-', 'cn-north-', 'swr.cn-north-4.', 'myhuaweicloud.',
  'failed to fetch oauth token: ', 'lookup ', 'dial tcp: lookup a ', 'Failed to pull image ', 'not found ', 'a/b:1: not found ',
  'https://a.b/v2/', 'https://obs.a: dial tcp ', 'failed commit on ref ', 'pull access denied for ', '失败', 'docker ', 'unexpected EOF\n',
  'denied: ', 'Server internal error: failed to get ', 'Internal error', '镜像', '组织不存在',
  '%', '%2', '%22', '&', '&#', '&#46;', '\\u', '\\u0022', '\\\\', '\u001b', '\u001b[', '\u001b[31m', '[3', '[31m', '=\n', '\0',
  '\u202e', '\u200b', 'ＳＶＣ', '４',
];

function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How many times as long a text takes that is `TIMES` as long; 0 where it is too fast to tell. The best of three. */
function growth(read: (text: string) => unknown, bit: string): number {
  const [short = '', long = ''] = [SHORT, SHORT * TIMES].map((length) =>
    bit.repeat(Math.ceil(length / bit.length)),
  );
  let least = Infinity;
  for (let run = 0; run < 3 && least > MOST_GROWTH; run++) {
    const few = processorTime(() => read(short));
    const many = processorTime(() => read(long));
    least = Math.min(least, many < TELLING ? 0 : many / Math.max(few, 0.1));
  }
  return least;
}

const readers = {
  resolve: (text: string) => resolve(text, index),
  decode: (text: string) => decode(text, index, causes),
  recognise: (text: string) => recogniser.recognise(text),
};

for (const [name, read] of Object.entries(readers)) {
  test(`${name} takes linear time, whatever a text repeats`, () => {
    const repeated = fc.oneof(
      fc.constantFrom(...BITS),
      fc.array(fc.constantFrom(...BITS), { minLength: 2, maxLength: 4 }).map((bits) => bits.join('')),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
    );
    const examples = BITS.map((bit): [string] => [bit]);
    fc.assert(
      fc.property(repeated, (bit) => {
        const times = growth(read, bit);
        assert.ok(
          times <= MOST_GROWTH,
          `${TIMES} times ${JSON.stringify(bit)} took ${times.toFixed(0)} times as long`,
        );
      }),
      { seed: 20261126, numRuns: examples.length + 60, examples, endOnFailure: true },
    );
  });
}
