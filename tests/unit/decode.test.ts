import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decode, type Line } from '../../src/decode/decode.ts';
import { markUp } from '../../src/decode/marks.ts';
import { LookupIndex } from '../../src/search/lookup-index.ts';
import { visible } from '../../src/lib/visible.ts';
import { causes, swrFile } from './lookup.ts';

const index = new LookupIndex([swrFile()]);

const NAME = {
  known: (line: Line) => (line.kind === 'known' ? line.hit.code : ''),
  unknown: (line: Line) => (line.kind === 'unknown' ? `? ${line.finding.code}` : ''),
  foreign: (line: Line) => (line.kind === 'foreign' ? `foreign ${line.title}` : ''),
  cause: (line: Line) => (line.kind === 'cause' ? `cause ${line.found.cause.id}` : ''),
  part: (line: Line) => (line.kind === 'part' ? `part ${line.title}` : ''),
};
const found = (text: string) =>
  decode(text, index, causes).lines.map((line) => NAME[line.kind](line).replace('SVCSTG.', ''));
const facts = (text: string) =>
  decode(text, index, causes).facts.map(({ kind, value }) => `${kind} ${value}`);

/** Every shape of an error body that was seen in the wild, and what is in it. */
const BODIES: Readonly<Record<string, readonly [text: string, ...found: string[]]>> = {
  'a list with one object': [
    '[{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context","detail":""}]',
    'SWR.4001048',
  ],
  'error_code and error_msg': ['{"error_msg":"…","error_code":"SVCSTG.SWR.4090060"}', 'SWR.4090060'],
  'old and new format in one body: the code stands three times and counts once': [
    `{
      "errors": [{
        "errorCode": "SVCSTG.SWR.4039002",
        "errorMessage": "No permission", "detail": "", "encoded_authorization_message": "AbCd" }],
      "error_code": "SVCSTG.SWR.4039002", "error_msg": "No permission",
      "details": [{ "error_code": "SVCSTG.SWR.4039002", "error_msg": "" }]
    }`,
    'SWR.4039002',
  ],
  'errors with one object': ['{"errors":[{"errorCode":"SVCSTG.SWR.4000097"}]}', 'SWR.4000097'],
  'a single object': [
    '{"errorCode":"SVCSTG.SWR.4041061","errorMessage":"Not found namespace"}',
    'SWR.4041061',
  ],
  'registry v2, without a code': [
    '{"errors":[{"code":"DENIED","message":"Authenticate Error","detail":""}]}',
    'SWR.4010000',
    'cause credentials-rejected',
  ],
  'the SDK': [
    '{"status_code":404,"request_id":"0a1b2c3d4e5f60718293a4b5c6d7e8f9","error_code":"SVCSTG.SWR.4040010","error_message":"x","encoded_authorization_message":""}',
    'SWR.4040010',
  ],
  'the gateway': [
    '{"error_msg":"The API does not exist or has not been published in the environment","error_code":"APIGW.0101","request_id":"9f8e7d6c5b4a3210"}',
    'foreign APIGW.0101',
    'cause gateway-path',
    'cause wrong-registry',
  ],
  'docker, denied': [
    'Error response from daemon: Get https://swr.cn-north-4.myhuaweicloud.com/v2/: denied: Authenticate Error',
    'SWR.4010000',
    'cause credentials-rejected',
  ],
  'docker, manifest': [
    "error from registry: Invalid image, fail to parse 'manifest.json'.\n",
    'SWR.4000068',
    'cause manifest-refused',
  ],
  Harbor: [
    String.raw`[401][{\"errorCode\":\"SVCSTG.SWR.4010000\",\"errorMessage\":\"Authenticate Error\"}]`,
    'SWR.4010000',
  ],
  'escaped in a log': [String.raw`msg="push failed:\nSVCSTG.SWR.4000013\r\n" level=error`, 'SWR.4000013'],
  'a client’s text without any code': [
    'Get "https://swr.cn-north-4.myhuaweicloud.com/v2/": x509: certificate signed by unknown authority',
    'cause certificate',
  ],
  'a code that nobody knows': ['{"errorCode":"SVCSTG.SWR.4039999"}', '? SWR.4039999'],
  'a former code': ['SVCSTG.SWR.4019000', 'S2I.4019000'],
};

describe('every shape of an error body', () => {
  for (const [name, [text, ...expected]] of Object.entries(BODIES)) {
    test(name, () => assert.deepEqual(found(text), expected));
    test(`${name}, in the middle of a log`, () => {
      assert.deepEqual(found(`${'noise 4194304 bytes 2024\n'.repeat(50)}${text}\nend\n`), expected);
    });
  }
  test('all of them in one ticket: each once; named, sure, likely, each part in order of appearance', () => {
    const all = Object.values(BODIES);
    const text = all.map(([body]) => body).join('\n');
    const expected = [...new Set(all.flatMap(([, ...each]) => each))];
    // A client speaks in this ticket, so codes name their causes, too.
    assert.deepEqual(new Set([...found(text), ...expected]), new Set(found(text)));
    const isCause = (name: string) => name.startsWith('cause ');
    const codes = (names: readonly string[]) => names.filter((name) => !isCause(name)).sort();
    assert.deepEqual(codes(found(text)), codes(expected));
    const isNamed = (line: Line) => line.kind !== 'cause' && (line.kind !== 'known' || line.way === 'named');
    const { lines } = decode(text, index, causes);
    const named = lines.findLastIndex(isNamed) + 1;
    assert.ok(named > 5 && lines.slice(0, named).every(isNamed));
    const isLikely = (line: Line) => line.kind === 'cause' && line.found.strength === 'likely';
    const likely = lines.findIndex(isLikely);
    assert.ok(likely > named && lines.slice(likely).every(isLikely));
    for (const part of [lines.slice(0, named), lines.slice(named, likely), lines.slice(likely)]) {
      const starts = part.map(({ spans }) => spans[0]?.start ?? 0);
      assert.deepEqual(
        starts,
        starts.toSorted((a, b) => a - b),
      );
    }
  });
});

describe('a code that programs wrapped, encoded or broke', () => {
  const known = 'SVCSTG.SWR.4001048';
  const unknown = 'SVCSTG.SWR.4009999';
  const long = 'SVCSTG.SWR.50010003';
  const wrappings: Readonly<Record<string, (code: string) => string>> = {
    'terminal colours around it': (code) => `\u001b[31mERROR\u001b[0m \u001b[1;33m${code}\u001b[0m failed`,
    'terminal colours inside it': (code) => code.replace('SWR', '\u001b[1mSWR\u001b[0m'),
    'colours without their escape character': (code) => `[31m${code}[0m ^[[1m`,
    'percent-encoding around it': (code) => `body=%7B%22errorCode%22%3A%22${code}%22%7D`,
    'percent-encoding inside it': (code) => `q=${code.replaceAll('.', '%2E')}&x=1`,
    'HTML entities around it': (code) => `&lt;td&gt;&quot;${code}&quot;&#10;&#x3c;/td&gt;`,
    'HTML entities inside it': (code) => code.replaceAll('.', '&#46;'),
    'JSON in JSON': (code) => JSON.stringify(JSON.stringify({ log: JSON.stringify({ errorCode: code }) })),
    'JSON that escapes more than it must': (code) => `\\u0022${code.replace('S', '\\\\u0053')}\\u0022`,
    'line ends as a log writes them': (code) => `"failed:\\n${code}\\r\\n"`,
    'the end of a line after the service': (code) =>
      `failed with ${code.replace('SWR.', 'SWR.\n')}, please help`,
    'the end of a line among its digits': (code) => `failed with ${code.slice(0, 14)}\r\n${code.slice(14)}.`,
    'the end of a line among its letters': (code) => `failed with ${code.slice(0, 3)}\n    ${code.slice(3)}.`,
    'the end of a line in a quoted mail': (code) =>
      `> failed with ${code.slice(0, 11)}\n> > ${code.slice(11)}.`,
    'the end of a line in a mail as it was sent': (code) =>
      `failed ${code.slice(0, 13)}=\r\n${code.slice(13)}.`,
    'UTF-16 read as ASCII': (code) => [...code].map((letter) => `${letter}\0`).join(''),
    'letters that it was glued to': (code) => `Error code${code}Error message`,
    'another code that it was glued to': (code) => `${code}${code}`,
  };
  for (const [name, wrap] of Object.entries(wrappings)) {
    test(name, () => {
      assert.deepEqual(found(wrap(known)), ['SWR.4001048']);
      assert.deepEqual(found(wrap(unknown)), ['? SWR.4009999']);
      assert.deepEqual(found(wrap(long)), ['SWR.50010003']);
    });
  }
  test('ends where its line does, whatever digits the next one begins with', () => {
    assert.deepEqual(found(`SVCSTG.SWR.40\n01048\n2 files failed`), ['SWR.4001048']);
  });
  test('is marked where it stands', () => {
    const marked = (text: string) =>
      decode(text, index, causes).lines.flatMap(({ spans }) =>
        spans.map(({ start, end }) => text.slice(start, end)),
      );
    assert.deepEqual(marked(`%22${known}%22`), [known]);
    assert.deepEqual(marked(`%%20&amp;${known.replaceAll('.', '%2E')} ${known}`), [
      'SVCSTG%2ESWR%2E4001048',
      known,
    ]);
    assert.deepEqual(marked(`> a SVCSTG.SWR.\n> 4001048\n> 4010000`), ['SVCSTG.SWR.\n> 4001048', '4010000']);
    const text = `%22request_id%22%3A%22abcdef0123456789%22`;
    assert.deepEqual(
      decode(text, index, causes).facts.map(({ start, end }) => text.slice(start, end)),
      ['abcdef0123456789'],
    );
  });
  test('two numbers on two lines stay two', () => {
    assert.deepEqual(found('SVCSTG.SWR.4001048\n4010000'), ['SWR.4001048', 'SWR.4010000']);
    assert.deepEqual(found('SVCSTG.SWR.4001048\n\nSVCSTG.SWR.4010000'), ['SWR.4001048', 'SWR.4010000']);
  });
});

describe('part of a code', () => {
  const part = (text: string) =>
    decode(text, index, causes).lines.map((line) =>
      line.kind === 'part' ? line.title : NAME[line.kind](line),
    );
  test('that fits many is one line', () => {
    assert.deepEqual(part('SVCSTG.SWR.400… svcstg.swr.400 and SVCSTG.SWR.500'), [
      'SVCSTG.SWR.400',
      'SVCSTG.SWR.500',
    ]);
  });
  test('that fits a few lists them', () => {
    assert.deepEqual(found('cut off: SVCSTG.SWR.4037'), ['SWR.4037017', 'SWR.4037018', 'SWR.4037020']);
  });
});

describe('codes and messages', () => {
  test('in order of appearance, with every place', () => {
    const { lines } = decode('4010000 then SVCSTG.SWR.4001048, svcstg.swr.4010000', index, causes);
    assert.deepEqual(
      lines.map((line) => line.spans),
      [
        [
          { start: 0, end: 7 },
          { start: 33, end: 51 },
        ],
        [{ start: 13, end: 31 }],
      ],
    );
  });
  test('a message counts only where its body names no code', () => {
    assert.deepEqual(found('{"errorCode":"SVCSTG.SWR.4039999","errorMessage":"Authenticate Error"}'), [
      '? SWR.4039999',
    ]);
    assert.deepEqual(found('{"errorCode":"SVCSTG.SWR.4039999"}\ndenied: Authenticate Error'), [
      '? SWR.4039999',
      'SWR.4010000',
      'cause credentials-rejected',
    ]);
  });
  test('a message with several candidates lists them all', () => {
    assert.deepEqual(found(`denied: 'namespace' is invalid`).slice(0, 2).sort(), [
      'SWR.4001028',
      'SWR.4009010',
    ]);
  });
  test('two words of prose are no message', () => {
    assert.deepEqual(found('the parser found an invalid digest somewhere in the middle of it'), []);
    assert.deepEqual(found('"message":"invalid digest"').slice(0, 1), ['SWR.4000013']);
  });
});

describe('request id and region', () => {
  test('in their usual spellings', () => {
    assert.deepEqual(facts('X-Request-Id: 0a1b2c3d4e5f6071, region=cn-north-4'), [
      'request-id 0a1b2c3d4e5f6071',
      'region cn-north-4',
    ]);
    assert.deepEqual(facts(String.raw`{\"request_id\":\"0a1b2c3d-4e5f\"}`), ['request-id 0a1b2c3d-4e5f']);
    assert.deepEqual(facts('请求ID：abcdef123456'), ['request-id abcdef123456']);
    assert.deepEqual(facts('swr.ap-southeast-1.myhuaweicloud.com swr-api.eu-de.otc.t-systems.com'), [
      'region ap-southeast-1',
      'region eu-de',
    ]);
  });
  test('and nothing else', () => {
    assert.deepEqual(facts('request id is missing, cn-north, my-app-1'), []);
  });
});

describe('hostile text', () => {
  const hostile: Readonly<Record<string, string>> = {
    tags: '<img src=x onerror=alert(1)>SVCSTG.SWR.4001048</script><script>alert(1)</script>',
    'bidi controls': '\u202eSVCSTG.SWR.4001048\u202c\u2066\u2069\u200f',
    'null characters': '\0\0SVCSTG.SWR.4001048\0',
    'a line of 100,000 characters': `${'x '.repeat(50_000)}SVCSTG.SWR.4001048`,
    'a million digits': `${'7'.repeat(1_000_000)} SVCSTG.SWR.4001048`,
    'lone surrogates': '\ud800SVCSTG.SWR.4001048\udfff',
    'a wall of braces': `${'{['.repeat(50_000)}SVCSTG.SWR.4001048`,
  };
  for (const [name, text] of Object.entries(hostile)) {
    test(name, () => assert.deepEqual(found(text), ['SWR.4001048']));
  }
  test('nothing throws, and places lie inside the text', () => {
    const bit = fc.constantFrom(
      ...Object.values(BODIES).map(([body]) => body),
      '\n',
      '{',
      '"',
      '\u202e',
      '4',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(bit).map((bits) => bits.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end } of decode(text, index, causes).lines.flatMap(({ spans }) => spans)) {
          assert.ok(start >= 0 && start < end && end <= text.length);
        }
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
  test('invisible characters are shown, line ends and ideographs are left alone', () => {
    assert.equal(
      visible('a\u202eb\0c\r\nd\u200be\td镜\ufeff'),
      'a[U+202E]b[U+0000]c\nd[U+200B]e\td镜[U+FEFF]',
    );
  });
});

describe('marks', () => {
  const shown = (text: string, ...spans: [number, number][]) =>
    markUp(
      text,
      spans.map(([start, end]) => ({ start, end })),
    );
  test('a short text is shown whole', () => {
    assert.deepEqual(shown('abcdef', [4, 6], [1, 2]), [
      { kind: 'plain', text: 'a' },
      { kind: 'mark', text: 'b', start: 1 },
      { kind: 'plain', text: 'cd' },
      { kind: 'mark', text: 'ef', start: 4 },
    ]);
  });
  test('of two that overlap the earlier is marked', () => {
    assert.deepEqual(
      shown('abcdef', [0, 4], [2, 6]).map((segment) => segment.kind === 'mark' && segment.text),
      ['abcd', false],
    );
  });
  test('of a long text the surroundings are shown, and what is left out is counted', () => {
    const segments = shown('x'.repeat(1_000_000), [500_000, 500_010]);
    assert.deepEqual(
      segments.map((segment) => (segment.kind === 'omitted' ? segment.length : -segment.text.length)),
      [499_840, -160, -10, -160, 499_830],
    );
  });
  test('no character is lost or doubled', () => {
    const span = fc.tuple(fc.nat(30_000), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.array(span), fc.integer({ min: 30_100, max: 60_000 }), (pairs, length) => {
        const spans = pairs.map(([start, size]) => ({ start, end: start + size }));
        const total = markUp('x'.repeat(length), spans).reduce(
          (sum, segment) => sum + (segment.kind === 'omitted' ? segment.length : segment.text.length),
          0,
        );
        assert.equal(total, spans.length === 0 ? 0 : length);
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });
});

test('each different code is looked up once, however often it stands in a log', () => {
  let lookups = 0;
  const counting = new Proxy(index, {
    get(target, name) {
      if (name === 'find') lookups += 1;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const log = 'ts=1 SVCSTG.SWR.4001048 SVCSTG.SWR.4010000 4040010 padding padding\n'.repeat(15_000);
  assert.ok(log.length > 1_000_000);
  assert.equal(decode(log, counting, causes).lines.length, 3);
  assert.ok(lookups <= 10, `${lookups} look-ups`);
});
