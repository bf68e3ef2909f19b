import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { COMMON_WORDS, manyCodes } from '../fixtures/many-codes.ts';
import { asker, swrCatalog, swrFile } from './lookup.ts';

const catalog = swrCatalog();

test('the look-up file of the site is one small file', () => {
  const bytes = brotliCompressSync(JSON.stringify(swrFile(catalog))).length;
  assert.ok(bytes <= 15_000, `${bytes} bytes of brotli`);
});

describe('20,000 codes', () => {
  const ask = asker(swrFile(catalog, manyCodes(catalog, 20_000)));

  const first: Record<string, string> = {
    'SVCSTG.SWR.4001048': 'SVCSTG.SWR.4001048',
    '4001048': 'SVCSTG.SWR.4001048',
    'SVCSTG.SWR.4019000': 'SVCSTG.S2I.4019000',
    'SVCSTG.S2I.4039001': 'SVCSTG.SWR.4039001',
    镜像已存在: 'SVCSTG.SWR.4090006',
    命名空间已存在: 'SVCSTG.SWR.4090060',
    'organization already exists': 'SVCSTG.SWR.4090060',
    'Failed to get Token from Context': 'SVCSTG.SWR.4001048',
    'Failed to get Token from Con': 'SVCSTG.SWR.4001048',
    'network host certificate failed to get ho': COMMON_WORDS.code,
    'denied: Authenticate Error': 'SVCSTG.SWR.4010000',
    '{"errors":[{"code":"CONFLICT","message":"Namespace already exists"}]}': 'SVCSTG.SWR.4090060',
    组织配额超限: 'SVCSTG.SWR.4000097',
  };
  for (const [text, expected] of Object.entries(first)) {
    test(text, () => assert.equal(ask(text).hits[0]?.code, expected));
  }

  const only: Record<string, RegExp> = {
    '1048': /1048$/,
    'SVCSTG.SWR.4037': /\.4037\d{3}$/,
    '40900': /\.40900\d\d$/,
    'HTTP 413': /\.413\d{4}$/,
    '409': /\.409\d{4}$|409$/,
  };
  for (const [text, shape] of Object.entries(only)) {
    test(`${text}: nothing but what was asked for`, () => {
      const { hits } = ask(text);
      assert.ok(hits.length > 0);
      for (const { code } of hits) assert.match(code, shape);
    });
  }

  test('an unknown code has neighbours and no hit', () => {
    const { findings, hits } = ask('SVCSTG.SWR.4139998');
    assert.deepEqual(hits, []);
    assert.ok(findings[0]?.kind === 'unknown' && findings[0].neighbours.length > 0);
  });
});

describe('a megabyte of the same', () => {
  const ask = asker();
  const pieces = [
    '1',
    '４',
    '错误码 4990001 ',
    'SVCSTG.SWR.',
    'SVCSTG ',
    'SWR....',
    'APIGW.',
    'APIGW APIGW',
    'HTTP ',
    'status code ',
    'error code ',
    'Server internal error: failed to get ',
    'denied: ',
    '镜像',
    'a.b.',
    'xxxx',
    '____',
    '    ',
    '"',
    '\u202e',
    '\0',
    '</script><b>',
    '{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context"},',
    '2026-11-23T08:14:02.118 10.0.3.17 swr 400 4001018 req=8f14e45fceea167a size=4001048\n',
  ];
  // What takes more than linear time does not come to an end within the time limit.
  for (const piece of pieces) {
    test(JSON.stringify(piece.slice(0, 24)), { timeout: 30_000 }, () => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const { findings } = ask(text);
      for (const { start, end } of findings) assert.ok(start >= 0 && start < end && end <= text.length);
    });
  }

  test('83,000 different unknown codes', { timeout: 30_000 }, () => {
    const codes = Array.from({ length: 83_000 }, (_, index) => `错误码 4${100_000 + index * 7}`);
    const { findings, hits } = ask(codes.join(' '));
    assert.ok(findings.length > 80_000);
    assert.ok(hits.length < 100);
  });
});
