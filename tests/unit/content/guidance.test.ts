import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { z } from 'zod';
import {
  checkCodes,
  checkDistinct,
  checkGuidanceFile,
  GUIDANCE_SECTIONS,
} from '../../../src/prose/check-guidance.ts';
import { checkAnchors, checkSources } from '../../../src/prose/check-text.ts';
import { formatProblem } from '../../../src/lib/problem.ts';
import { editionsSchema } from '../../../src/schema/editions.ts';
import { guidanceSchema } from '../../../src/schema/guidance.ts';
import { read, readCatalog, readGuidance, readTopics, toTextFile } from './read.ts';

const guidance = readGuidance();
const topics = readTopics();
const catalog = readCatalog();

describe('the guidance as it stands', () => {
  test('keeps every rule', () => {
    const findings = [
      ...guidance.flatMap((file) => checkGuidanceFile(file, topics, catalog)),
      ...topics.flatMap((topic) => [...checkSources(topic), ...checkAnchors(topic)]),
      ...checkCodes(guidance, catalog),
      ...checkDistinct(guidance),
    ];
    assert.deepEqual(findings.map(formatProblem), []);
  });

  /** Codes of later editions may wait for their guidance: the build names them. */
  test('answers each of the 188 codes that the edition of 2021-09-13 lists, in exactly one file', () => {
    const { editions } = editionsSchema.parse(JSON.parse(read('content/editions/swr.json')));
    const first = editions.findIndex(({ edition }) => edition === '2021-09-13');
    const later = editions.slice(first + 1).flatMap(({ changes }) => changes?.added ?? []);
    const waiting = new Set(later.map(({ code }) => code));
    const answered = guidance.flatMap(({ data }) => data.codes);
    assert.equal(answered.length, new Set(answered).size);
    assert.ok(answered.length >= 188);
    assert.deepEqual(
      catalog.documented.filter(({ code }) => !answered.includes(code) && !waiting.has(code)),
      [],
    );
  });

  test('tells apart at least sixty situations', () => {
    assert.ok(guidance.length >= 60, `${guidance.length} files`);
    assert.equal(
      new Set(guidance.map(({ data }) => data.title)).size,
      guidance.length,
      'titles are distinct',
    );
    assert.equal(new Set(guidance.map(({ data }) => data.summary)).size, guidance.length, 'so are summaries');
  });

  test('has its headings in order', () => {
    const order = [...GUIDANCE_SECTIONS];
    for (const { file, prose } of guidance) {
      assert.deepEqual(
        prose.sections.map(({ title }) => title),
        order,
        file,
      );
    }
  });
});

const FILE = 'content/guidance/example.md';
const EXAMPLE = `---
title: 例子
summary: 一句话。
codes: [SVCSTG.SWR.4040058, SVCSTG.SWR.4041061]
actor: caller
retry:
  verdict: 'no'
  reason: 理由。
topics: [auth#login]
sources:
  - { id: doc, title: 文档, url: 'https://example.com/', date: 2022-11-08 }
---

## what

说明。[^doc]

## causes

1. 原因。[^inferred]

## steps

1. 列出组织。
   \`\`\`bash
   docker version
   \`\`\`
2. 仍不行就联系支持人员。

## unresolved

收集错误码。
`;

/** Messages about the example after `from` in it was replaced by `to`. */
function findingsAfter(from: string, to: string): string[] {
  const text = EXAMPLE.replace(from, to);
  assert.ok(from === to || text !== EXAMPLE, `the example holds ${from}`);
  const file = toTextFile(FILE, text, guidanceSchema);
  return [...checkGuidanceFile(file, topics, catalog), ...checkCodes([file], catalog)].map(formatProblem);
}

describe('each rule notices when it is broken', () => {
  test('the example keeps them all', () => assert.deepEqual(findingsAfter('', ''), []));

  for (const [what, from, to, expected] of [
    [
      'a missing heading',
      '## causes\n\n1. 原因。[^inferred]\n\n',
      '',
      /:14: found the headings what, steps, unresolved; expected/,
    ],
    ['headings out of order', '## causes', '## steps', /found the headings/],
    ['a heading of its own', '## unresolved', '## 更多', /found the headings/],
    ['a cause without a marker', '原因。[^inferred]', '原因。', /:20: found a claim without a marker: 原因/],
    [
      'a paragraph without a marker',
      '说明。[^doc]',
      '说明。[^doc]\n\n又一段。',
      /:18: found a claim without a marker/,
    ],
    ['bullets for numbers', '1. 原因', '- 原因', /:18: found under causes something else/],
    [
      'a marker without a source',
      '说明。[^doc]',
      '说明。[^doc][^other]',
      /found the marker \[\^other\]; expected a source/,
    ],
    [
      'a source that nothing rests on',
      '说明。[^doc]',
      '说明。[^inferred]',
      /found the source doc, which no marker names/,
    ],
    [
      'a topic that is not there',
      'auth#login',
      'auth#logout',
      /found the topic auth#logout; expected one of its sections/,
    ],
    [
      'a topic page that is not there',
      'auth#login',
      'nothing#login',
      /expected a topic of that name, nothing\.md/,
    ],
    [
      'a code that is not there',
      'SWR.4041061',
      'SWR.4041999',
      /found SVCSTG\.SWR\.4041999, which the product swr does not have/,
    ],
    ['a code twice', 'SWR.4041061', 'SWR.4040058', /found SVCSTG\.SWR\.4040058, which .* answers as well/],
    ['unrelated 4xx codes', 'SWR.4041061', 'SWR.4010000', /found unrelated codes that share this text/],
    [
      'support as the only step',
      '1. 列出组织。\n   ```bash\n   docker version\n   ```\n2.',
      '1.',
      /found no step but asking support/,
    ],
  ] as const) {
    test(what, () => {
      const findings = findingsAfter(from, to);
      assert.ok(
        findings.some((finding) => expected.test(finding)),
        findings.join('\n') || 'nothing found',
      );
      for (const finding of findings)
        assert.match(finding, /^content\/.*:\d+: found .*; expected .*\n {4}hint: ./u);
    });
  }

  test('a reason lets unrelated codes share, and support be the only step', () => {
    assert.deepEqual(findingsAfter('SWR.4041061]', 'SWR.4010000]\nshared: 理由。'), []);
    const steps = '1. 列出组织。\n   ```bash\n   docker version\n   ```\n2.';
    const text = EXAMPLE.replace(steps, '1.').replace('actor:', 'supportOnly: 理由。\nactor:');
    assert.deepEqual(checkGuidanceFile(toTextFile(FILE, text, guidanceSchema), topics, catalog), []);
  });

  test('two files with the same answer', () => {
    const file = toTextFile(FILE, EXAMPLE, guidanceSchema);
    assert.equal(checkDistinct([file, { ...file, file: 'content/guidance/twin.md' }]).length, 1);
  });

  test('anchors of topics', () => {
    const topic = toTextFile('t.md', '---\na: 1\n---\n## A {#a}\n\n## B\n\n## C {#a}\n', z.unknown());
    assert.deepEqual(
      checkAnchors(topic).map(({ line, message }) => `${line} ${message.split(';')[0]}`),
      ['6 found the heading B without an anchor', '8 found the anchor #a a second time'],
    );
  });
});

describe('the schema', () => {
  for (const [what, from, to] of [
    ['no sources', /sources:\n.*\n/u, 'sources: []\n'],
    ['an unknown actor', /caller/u, 'somebody'],
    ['a verdict that YAML 1.1 would read as false', /'no'/u, 'false'],
    ['no reason to retry or not', /\n {2}reason: .*/u, ''],
    ['an unknown field', /actor:/u, 'actors: 1\nactor:'],
    ['a title too long for a list', /例子/u, '例'.repeat(25)],
    ['a source without an address', /https:\/\/example\.com\//u, 'somewhere'],
    ['two sources of one id', /( {2}- \{.*\}\n)/u, '$1$1'],
  ] as const) {
    test(`refuses ${what}`, () => {
      assert.notEqual(EXAMPLE.replace(from, to), EXAMPLE);
      assert.throws(() => toTextFile(FILE, EXAMPLE.replace(from, to), guidanceSchema));
    });
  }
});

test('the files of the repository are read whole', () => {
  const [first] = guidance;
  const text = readFileSync(first?.file ?? '', 'utf8');
  for (const code of first?.data.codes ?? []) assert.ok(text.includes(code));
});
