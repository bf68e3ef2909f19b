/** What programs are given: complete, valid by its own schema, safe in a spreadsheet; and what chat tools read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { linkPattern } from '../../src/addresses/link-pattern.ts';
import { toMarkdown } from '../../src/lib/escape.ts';
import {
  codeFileSchema,
  codesFileSchema,
  listedRecordSchema,
  observedRecordSchema,
  retiredRecordSchema,
} from '../../src/schema/record.ts';
import type { Actor, RetryVerdict } from '../../src/schema/verdicts.ts';
import { strings } from '../../src/i18n/index.ts';
import { attribute, builtPage, DIST } from './built.ts';

const read = (path: string) => readFileSync(join(DIST, path), 'utf8');
const readJson = (path: string): unknown => JSON.parse(read(path));

interface Listed {
  readonly code: string;
  readonly description: string;
  readonly httpStatus: number;
  readonly url: string;
  readonly actor?: Actor;
  readonly retry?: RetryVerdict;
}
const all = readJson('codes.json') as Record<'codes' | 'retired' | 'observed' | 'listed', Listed[]>;
const listed = [...all.codes, ...all.retired, ...all.observed, ...all.listed];
const source = readJson('../content/codes/swr-error-codes.zh-CN.json') as { codes: { code: string }[] };

describe('codes.json', () => {
  const schema = readJson('codes.schema.json') as { $defs: { code: object } };
  // Formats are told for readers; whether an address is well-formed is tested where it is used.
  const ajv = new Ajv2020({ strict: false, validateFormats: false });

  test('is valid by the schema beside it', () => {
    const validate = ajv.compile(schema);
    assert.ok(validate(all), JSON.stringify(validate.errors));
    assert.equal(validate({ ...all, codes: [{ code: 1 }] }), false);
    assert.equal(validate({ ...all, more: 1 }), false);
  });
  test('has the codes of the edition in their order; those of each other state stand apart', () => {
    assert.deepEqual(
      all.codes.map(({ code }) => code),
      source.codes.map(({ code }) => code),
    );
    assert.equal(new Set(listed.map(({ code }) => code)).size, listed.length);
  });
  test('the page of links says what every field is', () => {
    const described = new Set(strings('zh-CN').links.fieldNames.flatMap(({ name }) => name.split(', ')));
    const fields = [
      codesFileSchema,
      codeFileSchema,
      retiredRecordSchema,
      observedRecordSchema,
      listedRecordSchema,
    ].flatMap(({ shape }) => Object.keys(shape));
    assert.deepEqual(
      fields.filter((field) => !described.has(field)),
      [],
    );
  });
  test('every code has a file of its own, valid by the schema', () => {
    const validate = ajv.compile(schema.$defs.code);
    for (const record of listed) {
      const file = readJson(`codes/${record.code}.json`) as { code: Listed };
      assert.ok(validate(file), `${record.code}: ${JSON.stringify(validate.errors)}`);
      assert.deepEqual(file.code, record);
    }
  });
});

describe('codes.csv', () => {
  test('has a line a code, ended by CRLF, and nothing before the name of the first column', () => {
    const lines = read('codes.csv').split('\r\n');
    assert.equal(lines.length, listed.length + 2);
    assert.equal(lines.at(-1), '');
    assert.match(
      lines[0] ?? '',
      /^code,service,number,httpStatus,domain,description,actor,retry,url,descriptionEn,urlEn,state$/u,
    );
    const states = lines.slice(1, -1).map((line) => line.slice(line.lastIndexOf(',') + 1));
    assert.deepEqual(
      Map.groupBy(states, (state) => state)
        .entries()
        .map(([state, lines]) => [state, lines.length])
        .toArray(),
      [
        ['documented', all.codes.length],
        ['retired', all.retired.length],
        ['observed', all.observed.length],
        ['listed', all.listed.length],
      ],
    );
  });
});

test('llms.txt leads to every code, and says which are not in the current edition', () => {
  const text = read('llms.txt');
  for (const { code, url } of listed) assert.ok(text.includes(`- [${code}](${url}): `), code);
  for (const [state, records] of [
    ['已移除', all.retired],
    ['实测', all.observed],
    ['他表收录', all.listed],
  ] as const)
    assert.equal(text.match(new RegExp(`（${state}，[^）]*）$`, 'gmu'))?.length, records.length, state);
  assert.equal(toMarkdown('<b>*a*</b>\n[x](y)'), String.raw`\<b\>\*a\*\</b\> \[x\](y)`);
});

test('the pattern for ticket systems finds every code and nothing around it', () => {
  const written = linkPattern(listed.map(({ code }) => code)) ?? assert.fail();
  const pattern = new RegExp(written, 'gu');
  assert.ok(read('links/index.html').includes(written));
  for (const { code } of listed) assert.deepEqual(`(错误码${code}。)`.match(pattern), [code]);
  for (const other of [
    'SVCSTG.SWR.400104',
    'SVCSTG.S2I.40010481',
    'SVCSTG.SWR.400104810',
    'XSVCSTG.SWR.4001048',
    'SVCSTG-SWR-4001048',
  ]) {
    assert.equal(other.match(pattern), null, other);
  }
});

test('what is copied for a ticket tells the code and its state, leads to it and asks the customer', () => {
  const copied = ({ code }: Listed) =>
    builtPage(`codes/${code}/`)
      .elements.filter((element) => attribute(element, 'class')?.split(' ').includes('copy-button'))
      .map((button) => attribute(button, 'data-text') ?? '');
  for (const record of listed) {
    const { code, description, httpStatus, url } = record;
    const texts = copied(record);
    // Removed codes have no advice, and those of a new edition may wait for it.
    const isAnswered = record.actor !== undefined;
    const text = texts.find((each) => each.startsWith('错误码：')) ?? '';
    const markdown = texts.find((each) => each.startsWith('**')) ?? '';
    for (const fact of [
      `错误码：${code}\n`,
      `描述：${description}\n`,
      `HTTP 状态：${httpStatus}\n`,
      `说明：${url}\n`,
    ]) {
      assert.ok(text.includes(fact), `${code}: ${fact}`);
    }
    assert.ok(markdown.startsWith(`**[${code}](${url})**\n`), markdown);
    assert.ok(
      markdown.includes(`- 描述：${toMarkdown(description)}\n- HTTP 状态：${httpStatus}\n`) &&
        markdown.includes('- 建议：') === isAnswered,
      markdown,
    );
    for (const asked of ['区域', '发生时间', '组织和镜像', '客户端和版本', '请求 ID']) {
      assert.ok(
        text.includes(`\n- ${asked}：`) && markdown.includes(`\n- [ ] ${asked}：`),
        `${code}: ${asked}`,
      );
    }
    const reply = texts.find((each) => each.startsWith('您遇到的错误码是')) ?? '';
    if (isAnswered) {
      for (const fact of [`${code}：${description}\n`, '\n建议：', '\n谁来处理：', '\n1. ', `\n说明：${url}`])
        assert.ok(reply.includes(fact), `${code}: ${fact} in ${reply}`);
      assert.doesNotMatch(reply, /\[\^|undefined/u, code);
    }
    for (const form of [text, markdown])
      assert.equal(form.includes('收录情况'), !all.codes.includes(record), code);
  }
});

test('the head of every code page tells code, meaning, status and state to chat tools, and to programs', () => {
  const { verdict } = strings('zh-CN');
  for (const record of listed) {
    const { code, description, httpStatus, url } = record;
    const { elements } = builtPage(`codes/${code}/`);
    const having = (name: string, value: string) => elements.find((each) => attribute(each, name) === value);
    const textOf = (element: (typeof elements)[number] | undefined) =>
      element?.childNodes.map((node) => ('value' in node ? node.value : '')).join('') ?? '';
    const content = (name: string, value: string) => {
      const meta = having(name, value);
      return (meta && attribute(meta, 'content')) ?? '';
    };
    const title = textOf(elements.find(({ tagName }) => tagName === 'title'));
    for (const text of [title, content('property', 'og:title')]) {
      assert.ok(text.includes(code) && text.includes(description), `${code}: ${text}`);
    }
    const states = [
      ['已移除', all.retired],
      ['实测', all.observed],
      ['他表收录', all.listed],
    ] as const;
    const [state] = states.find(([, records]) => records.includes(record)) ?? [''];
    for (const text of [content('name', 'description'), content('property', 'og:description')]) {
      // The title names the code and what it means; here stands what to do and who does it.
      const { actor, retry } = record;
      const answer = actor && retry ? [verdict.actors[actor], verdict.retries[retry]] : [code, description];
      for (const told of [...answer, `${httpStatus}`, state]) assert.ok(text.includes(told), text);
      assert.equal(/本站依据的版本/u.test(text), state !== '', text);
    }
    const canonical = having('rel', 'canonical');
    assert.equal(canonical && attribute(canonical, 'href'), url);
    assert.equal(content('property', 'og:url'), url);
    const data = JSON.parse(textOf(having('type', 'application/ld+json'))) as {
      url: string;
      about: Record<string, string>;
    };
    assert.equal(data.url, url);
    assert.equal(data.about['termCode'], code);
    assert.equal(data.about['description'], description);
  }
});
