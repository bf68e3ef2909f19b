import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { CodeEntry } from '../../src/catalog/entry.ts';
import { foldText } from '../../src/search/fold.ts';
import { DOMAIN_TABLE } from '../fixtures/domain-table.ts';
import { swrCatalog, asker, swrFile } from './lookup.ts';

const catalog = swrCatalog();
const ask = asker();
const codes = (text: string) => ask(text).hits.map(({ code }) => code.replace('SVCSTG.', ''));

describe('codes in any spelling', () => {
  const spellings = [
    'SVCSTG.SWR.4001048',
    'svcstg.swr.4001048',
    'ＳＶＣＳＴＧ．ＳＷＲ．４００１０４８',
    'SVCSTG_SWR_4001048',
    'SVCSTG SWR 4001048',
    'SVCSTG。SWR。4001048',
    'SVCSTG、SWR、4001048',
    'SWR.4001048',
    'swr4001048',
    '4001048',
    '４００１０４８',
    '“4001048”',
    '4001048。',
    '错误码：4001048，请帮忙看看',
    'http://host/docs/codes/4001048/',
    '{"error_code":"SVCSTG.SWR.4001048","error_msg":"x"}',
    'code=4001048',
    '2024-05-06 10:00:00 ERROR push failed: SVCSTG.SWR.4001048 req=8a7f',
    '1048',
    '后四位 1048',
    '尾数1048',
    'ends with 1048',
    'xxx1048',
    '错误码 1048',
    '1048是什么错误',
    'SVCSTGSWR.4001048',
    'SVCSTG.4001048',
    'SWR#4001048',
    'SVCSTG.SWR.400 1048',
    '400 1048',
    '/4001048',
    '/codes/SVCSTG.SWR.4001048.html',
    'err_code:4001048',
    'push 失败 4001048',
  ];
  for (const text of spellings) {
    test(text, () => assert.deepEqual(codes(text), ['SWR.4001048']));
  }
});

describe('a number with a fifth digit of sequence', () => {
  for (const text of [
    'SVCSTG.SWR.50010003',
    'svcstg_swr_50010003',
    'SVCSTG.50010003',
    'errorCodeSVCSTG.SWR.50010003errorMessage',
    '50010003',
    '错误码：50010003，请帮忙看看',
    'http://host/docs/codes/50010003/',
    `${'waiting for the lock of the session to be released\n'.repeat(5)} error code 50010003`,
  ])
    test(text, () => assert.deepEqual(codes(text), ['SWR.50010003']));
  test('any other number of eight digits is none', () => {
    for (const text of ['size of 50010009', '40010488 rows', 'got 41943040 here'])
      assert.deepEqual(ask(text).findings, []);
  });
});

describe('codes that only another list has', () => {
  test('are found by code and by message, with their state', () => {
    for (const text of [
      '4090125',
      'Trigger is already exist',
      'error: Trigger is already exist',
      '触发器已经存在',
    ]) {
      const [hit] = ask(text).hits;
      assert.deepEqual([hit?.code, hit?.state], ['SVCSTG.SWR.4090125', 'listed'], text);
    }
  });
  test('come behind those that the edition has', () => {
    for (const text of ['50001', 'SVCSTG.SWR.4001']) {
      const states = ask(text).hits.map(({ state }) => state === 'listed');
      assert.ok(states.includes(true) && states.includes(false), text);
      assert.deepEqual(states, states.toSorted(), text);
    }
  });
  test('and that need no page are unknown', () => {
    for (const text of ['SVCSTG.SWR.4042019', '4042019', '错误码 4042019']) {
      const { findings, hits } = ask(text);
      assert.deepEqual(hits, []);
      assert.ok(findings[0]?.kind === 'unknown' && findings[0].code === 'SVCSTG.SWR.4042019');
    }
  });
});

/** The codes that were reviewed: an edition may add others to a family or a status. */
const REVIEWED = new Set(
  Object.values(DOMAIN_TABLE).flatMap((lines) => lines.map((line) => line.split(' ')[0])),
);

describe('several codes, families, statuses', () => {
  const cases: Record<string, string[]> = {
    '4001048和4010000': ['SWR.4001048', 'SWR.4010000'],
    '4010000,4001048': ['SWR.4010000', 'SWR.4001048'],
    '4001048/4010000': ['SWR.4001048', 'SWR.4010000'],
    '048': ['SWR.4001048', 'SWR.4040048'],
    '1056': ['SWR.4041056', 'SWR.5001056'],
    'SVCSTG.SWR.4037': ['SWR.4037017', 'SWR.4037018', 'SWR.4037020'],
    '40900': ['SWR.4090006', 'SWR.4090023', 'SWR.4090060', 'SWR.4090076', 'SWR.4090089'],
    '状态码 406': ['SWR.4060012', 'SWR.4060053'],
    '413 Payload Too Large': ['SWR.4130025', 'SWR.4131001', 'SWR.4131012'],
    '4037 开头的错误码': ['SWR.4037017', 'SWR.4037018', 'SWR.4037020'],
    'SVCSTG.SWR.4037xxx': ['SWR.4037017', 'SWR.4037018', 'SWR.4037020'],
    '1048 0006': ['SWR.4001048', 'SWR.4090006'],
    'SVCSTG.SWR.4019000': ['S2I.4019000'],
    'SVCSTG.S2I.4039001': ['SWR.4039001'],
  };
  for (const [text, expected] of Object.entries(cases)) {
    test(text, () =>
      assert.deepEqual(
        codes(text).filter((code) => REVIEWED.has(code)),
        expected,
      ),
    );
  }
  test('an alias is told as one', () => {
    const [finding] = ask('SVCSTG.SWR.4019000').findings;
    assert.equal(finding?.kind === 'known' && finding.alias, 'SVCSTG.SWR.4019000');
  });
});

describe('unknown codes and codes of others', () => {
  for (const text of [
    'SVCSTG.SWR.4039999',
    'SWR.4039999',
    '错误码 4039999',
    '4039999',
    'push失败 4039999',
    '推送镜像时报4039999，怎么处理',
    'got 4039999 when pushing',
  ]) {
    test(text, () => {
      const { findings, hits, words } = ask(text);
      assert.deepEqual(hits, []);
      assert.equal(words, '');
      const [finding] = findings;
      assert.ok(finding?.kind === 'unknown');
      assert.equal(finding.code, 'SVCSTG.SWR.4039999');
      assert.equal(finding.structure?.httpStatus, 403);
      assert.ok(finding.neighbours.length > 0);
      assert.ok(finding.neighbours.every(({ httpStatus }) => httpStatus === 403));
    });
  }
  test('beside a known code a number like one is told as unknown', () => {
    const { findings, hits } = ask('4001048、4039999');
    assert.deepEqual(
      findings.map(({ kind }) => kind),
      ['known', 'unknown'],
    );
    assert.equal(hits.length, 1);
  });
  test('in a log, a number is a code only where it is called one', () => {
    const log = `${'2026-11-23T08:14:02Z [push] waiting for the lock of the session to be released\n'.repeat(3)}`;
    assert.deepEqual(ask(`${log} 4039999`).findings, []);
    assert.deepEqual(
      ask(`${log} error code 4039999`).findings.map(({ kind }) => kind),
      ['unknown'],
    );
  });
  for (const text of ['SVCSTG.SWR.40010488', 'SVCSTG.SWR.9991048', 'SVCSTG.SWR.0001048']) {
    test(`${text} is unknown and has no structure`, () => {
      const { findings, hits, words } = ask(text);
      assert.deepEqual(hits, []);
      assert.equal(words, '');
      assert.ok(findings[0]?.kind === 'unknown' && findings[0].structure === undefined);
    });
  }
  for (const [text, prefix] of [
    ['APIGW.0101', 'APIGW'],
    ['apigw 0101', 'APIGW'],
    ['SVCSTG.ALS.200200', 'SVCSTG.ALS'],
    ['SWR.400003', 'SWR'],
  ]) {
    test(String(text), () => {
      const { findings, hits } = ask(String(text));
      assert.deepEqual(hits, []);
      assert.ok(findings[0]?.kind === 'foreign' && findings[0].prefix === prefix);
    });
  }
});

describe('no code is read into', () => {
  const texts = [
    '2024-11-23 10:22:33.4001048',
    'req-8a7f4001048cc',
    'nginx:4001048',
    'my-org/app-4001048:v1',
    '10.0.0.1:4001048',
    'v1.4001048.2',
    'sha256:4001048abcdef',
    'size 4194304 bytes',
    '14001048',
    '1,400,104,8',
    '4001048 bytes',
    'took 4001048ms',
    'size=4001048',
    '"size":4001048',
    'port 4001048',
    'pid: 4001048',
    '工单号 4001048',
    'app-1.2:4001048',
    // Begins like no status.
    '今天来了 4551234',
    'got 5992345 today',
    '内存 4096000',
  ];
  for (const text of texts) {
    test(text, () => assert.deepEqual(ask(text).findings, []));
  }
});

describe('messages and words', () => {
  const first: Record<string, string> = {
    'Failed to get Token from Context': 'SWR.4001048',
    'ERROR: Failed to get Token from Con': 'SWR.4001048',
    "Invalid image, fail to parse 'manifest.json'": 'SWR.4000068',
    'fail to parse “manifest.json”': 'SWR.4000068',
    'denied: Authenticate Error': 'SWR.4010000',
    '{"errors":[{"code":"DENIED","message":"Authenticate Error","detail":""}]}': 'SWR.4010000',
    镜像已存在: 'SWR.4090006',
    '镜像已存在。': 'SWR.4090006',
    命名空间已存在: 'SWR.4090060',
    'organization already exists': 'SWR.4090060',
    'invalid digest': 'SWR.4000013',
    校验和无效: 'SWR.4000013',
    登录失败: 'SWR.4010000',
    组织配额超限: 'SWR.4000097',
    参数无效: 'SWR.4000014',
    'blob 不存在': 'SWR.4041051',
    对象存储: 'SWR.5070070',
    '403 没有权限': 'SWR.4039002',
    // What is said side by side counts, in whatever words and order of the parts.
    '缺 manifest.json': 'SWR.4000067',
    'no rights to create repo': 'SWR.4037020',
  };
  for (const [text, expected] of Object.entries(first)) {
    test(text, () => assert.equal(codes(text)[0], expected));
  }
  test('both codes with the same description come first', () =>
    assert.deepEqual(codes('组织不存在').slice(0, 2).sort(), ['SWR.4040058', 'SWR.4041061']));
  test('noise finds nothing', () => assert.deepEqual(codes('asdfqwer zxcv'), []));
  for (const text of [
    'X-Trace-Id: 40900060-4001-4048-9006-500004600011',
    'image: swr.cn-east-3.myhuaweicloud.com/cloud-develop/nginx:v1.4001048',
    'https://swr-api.cn-north-4.myhuaweicloud.com/v2/manage/namespaces',
  ]) {
    test(`${text} says nothing`, () => assert.deepEqual(ask(text).hits, []));
  }
  test('a media type is no address', () => assert.equal(codes('multipart/form-data 类型')[0], 'SWR.4001000'));
  test('a message says more than the status beside it', () => {
    const buildkit = "unexpected status: 400 Bad Request: Invalid image, fail to parse 'manifest.json'";
    assert.deepEqual(codes(buildkit), ['SWR.4000068']);
    assert.deepEqual(codes('413 Request Entity Too Large').sort(), [
      'SWR.4130025',
      'SWR.4131001',
      'SWR.4131012',
    ]);
  });
});

describe('properties', () => {
  const seed = 20261123;
  const separator = fc.constantFrom('.', '_', ' ', '-', '。', '．', ':', '');
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  const around = fc.constantFrom(
    ['', ''],
    ['错误码：', '。'],
    ['"errorCode":"', '",'],
    ['(', ').'],
    ['\n', ' \t'],
  );

  test('every spelling of every code comes back to that code', () => {
    const spelling = fc.tuple(fc.constantFrom(...catalog.all), separator, fc.boolean(), fc.boolean(), around);
    fc.assert(
      fc.property(
        spelling,
        ([entry, gap, isLower, isWide, [before, after]]: [
          CodeEntry,
          string,
          boolean,
          boolean,
          readonly string[],
        ]) => {
          let text = entry.code.replaceAll('.', gap);
          if (isLower) text = text.toLowerCase();
          if (isWide) text = wide(text);
          assert.deepEqual(
            ask(`${before}${text}${after}`).hits.map(({ code }) => code),
            [entry.code],
          );
        },
      ),
      { seed, numRuns: 1500 },
    );
  });

  test('no input makes it throw, and positions lie inside the text', () => {
    const bit = fc.constantFrom(
      'SVCSTG',
      'SWR',
      '.',
      '4001048',
      '40',
      'HTTP ',
      '<script>',
      '\u202e',
      '\0',
      '状态码',
      '"',
      '{',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(bit).map((bits) => bits.join('')),
        ),
        (text) => {
          for (const { start, end } of ask(text).findings) {
            assert.ok(start >= 0 && start <= end && end <= text.length);
          }
        },
      ),
      { seed, numRuns: 2000 },
    );
  });

  test('folding keeps every position', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => foldText(text).length === text.length),
      { seed, numRuns: 2000 },
    );
  });
});

describe('many codes', () => {
  const [template] = catalog.documented;
  assert.ok(template);
  const entries = Array.from({ length: 20_000 }, (_, index): CodeEntry => {
    const number = String(4_000_000 + index * 7);
    return {
      ...template,
      code: `SVCSTG.SWR.${number}`,
      number,
      sequence: number.slice(3),
      description: `第${index}号资源不存在。`,
      messages: [],
    };
  });
  const askMany = asker(swrFile(catalog, entries));
  for (const [text, expected] of [
    ['SVCSTG.SWR.4070007', 'SVCSTG.SWR.4070007'],
    ['4070007', 'SVCSTG.SWR.4070007'],
    ['第1234号资源不存在', 'SVCSTG.SWR.4008638'],
  ] as const) {
    test(`${text} is found`, () => assert.equal(askMany(text).hits[0]?.code, expected));
  }
  test('last digits find what ends with them', () => {
    const { hits } = askMany('0007');
    assert.ok(hits.length > 0 && hits.every(({ code }) => code.endsWith('0007')));
  });
});
