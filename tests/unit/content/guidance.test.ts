import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { z } from 'zod';
import {
  checkAnswer,
  checkCodes,
  checkDistinct,
  checkGuidanceFile,
  GUIDANCE_SECTIONS,
} from '../../../src/prose/check-guidance.ts';
import {
  blocksOf,
  checkAnchors,
  checkSources,
  checkWarnings,
  citedIn,
  isDestructive,
} from '../../../src/prose/check-text.ts';
import { formatProblem } from '../../../src/lib/problem.ts';
import { editionsSchema } from '../../../src/schema/editions.ts';
import { guidanceSchema } from '../../../src/schema/guidance.ts';
import {
  read,
  readCatalog,
  readGuidance,
  readListed,
  readMessages,
  readReferences,
  readTopics,
  toTextFile,
} from './read.ts';

const guidance = readGuidance();
const messages = readMessages();
const topics = readTopics();
const catalog = readCatalog();
const references: ReadonlySet<string> = new Set(Object.keys(readReferences()));
const context = { topics, catalog, references };

describe('the guidance as it stands', () => {
  test('keeps every rule', () => {
    const findings = [
      ...guidance.flatMap((file) => checkGuidanceFile(file, context)),
      ...topics.flatMap((topic) => [
        ...checkSources(topic, references),
        ...checkAnchors(topic),
        ...checkWarnings(topic),
      ]),
      ...messages.flatMap((file) => checkAnswer(file, context)),
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
    assert.deepEqual(
      catalog.documented.filter(({ code }) => !answered.includes(code) && !waiting.has(code)),
      [],
    );
  });

  test('answers each code of another list that has a page, and none of those that need none', () => {
    const answered = new Set(guidance.flatMap(({ data }) => data.codes));
    const pageless = readListed().flatMap((list) => list.pageless.flatMap(({ codes }) => Object.keys(codes)));
    assert.deepEqual(
      catalog.listed.filter(({ code }) => !answered.has(code)),
      [],
    );
    assert.ok(catalog.listed.length > 0 && pageless.length > 0);
    // An edition may list such a code one day; then it has a page, and may be answered.
    const inEdition = new Set([...catalog.documented, ...catalog.retired].map(({ code }) => code));
    assert.deepEqual(
      pageless.filter((code) => !inEdition.has(code) && (catalog.find(code) || answered.has(code))),
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
---

## what

说明。[^vendor-table]

## causes

1. 原因。[^vendor-table]

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
  return [...checkGuidanceFile(file, context), ...checkCodes([file], catalog)].map(formatProblem);
}

describe('each rule notices when it is broken', () => {
  test('the example keeps them all', () => assert.deepEqual(findingsAfter('', ''), []));

  for (const [what, from, to, expected] of [
    [
      'a missing heading',
      '## causes\n\n1. 原因。[^vendor-table]\n\n',
      '',
      /:12: found the headings what, steps, unresolved; expected/,
    ],
    [
      'text that no page shows',
      '## what',
      '<<<<<<< HEAD\n\n## what',
      /:12: found text before the first heading/,
    ],
    ['headings out of order', '## causes', '## steps', /found the headings/],
    ['a heading of its own', '## unresolved', '## 更多', /found the headings/],
    [
      'a cause without a marker',
      '原因。[^vendor-table]',
      '原因。',
      /:18: found a claim without a marker: 原因/,
    ],
    [
      'a paragraph without a marker',
      '说明。[^vendor-table]',
      '说明。[^vendor-table]\n\n又一段。',
      /:16: found a claim without a marker/,
    ],
    ['bullets for numbers', '1. 原因', '- 原因', /:16: found under causes something else/],
    [
      'a marker without a source',
      '说明。[^vendor-table]',
      '说明。[^vendor-table][^other]',
      /found the marker \[\^other\]; expected the id of an entry/,
    ],
    [
      'a list of guesses',
      '原因。[^vendor-table]',
      '原因。[^inferred]',
      /:16: found a list of causes that are all inferred/,
    ],
    [
      'two paragraphs of causes',
      '1. 原因。[^vendor-table]',
      '原因。[^inferred]\n\n又一个。[^inferred]',
      /:16: found under causes something else/,
    ],
    [
      'a paragraph of causes without a marker',
      '1. 原因。[^vendor-table]',
      '原因。',
      /:18: found a claim without a marker/,
    ],
    ['a likelihood that there is not', '1. 原因', '1. [likely] 原因', /:16: found \[likely\] under causes/],
    ['a likelihood of a step', '1. 列出', '1. [common] 列出', /:20: found \[common\] under steps/],
    [
      'a destructive command without a warning',
      'docker version',
      'docker rmi nginx:v1',
      /:23: found a destructive command without a warning/,
    ],
    [
      'a restart that stops every container',
      'docker version',
      'sudo systemctl restart docker',
      /:23: found a destructive command without a warning/,
    ],
    ...['再重启 docker。', 'Then restart docker.', 'Restarting the Docker daemon helps.'].map(
      (words) =>
        [
          `a restart in words: ${words}`,
          '列出组织。',
          words,
          /:22: found a restart of docker without a warning/,
        ] as const,
    ),
    [
      'a warning behind its command',
      'docker version\n   ```',
      'docker rmi nginx:v1\n   ```\n\n   > [!CAUTION]\n   > 删除后不能恢复。\n',
      /:23: found a destructive command without a warning/,
    ],
    [
      'a destructive command on the example',
      '```bash\n   docker version',
      '> [!CAUTION]\n   > 删除后不能恢复。\n\n   ```bash\n   docker rmi swr.cn-north-4.myhuaweicloud.com/my-org/nginx:v1',
      /:26: found a destructive command on the example my-org/,
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
    assert.deepEqual(checkGuidanceFile(toTextFile(FILE, text, guidanceSchema), context), []);
  });

  test('a warning lets a destructive command pass, a paragraph says that the cause is not known', () => {
    const steps = '> [!CAUTION]\n   > 删除后不能恢复。\n\n   ```bash\n   docker rmi YOUR_REPOSITORY:YOUR_TAG';
    assert.deepEqual(findingsAfter('```bash\n   docker version', steps), []);
    assert.deepEqual(
      findingsAfter('列出组织。', '再重启 docker。\n\n   > [!CAUTION]\n   > 容器会停。\n'),
      [],
    );
    assert.deepEqual(findingsAfter('1. 原因。[^vendor-table]', '原因未公开。[^inferred]'), []);
    assert.deepEqual(findingsAfter('1. 原因', '1. [common] 原因'), []);
  });

  test('what destroys and what does not', () => {
    for (const [command, isOne] of [
      ['curl -X DELETE https://a.invalid/b', true],
      ['curl -X POST https://a.invalid/retentions -d {}', true],
      ['curl https://a.invalid/retentions', false],
      ['docker image prune', true],
      ['docker run --rm nginx', false],
      ['crane delete YOUR_REPOSITORY', true],
      ['hcloud SWR DeleteRepo', true],
      ['docker push nginx', false],
    ] as const)
      assert.equal(isDestructive(command), isOne, command);
  });

  test('sources in the order of their first mention, each once', () => {
    const { prose } = toTextFile(
      't.md',
      '---\na: 1\n---\na[^b][^a]\n\n1. c[^b][^c]\n\n   > [!CAUTION]\n   > d[^d]\n',
      z.unknown(),
    );
    assert.deepEqual(citedIn(blocksOf(prose)), ['b', 'a', 'c', 'd']);
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
    ['sources of its own', /actor:/u, 'sources: []\nactor:'],
    ['an unknown actor', /caller/u, 'somebody'],
    ['a verdict that YAML 1.1 would read as false', /'no'/u, 'false'],
    ['no reason to retry or not', /\n {2}reason: .*/u, ''],
    ['an unknown field', /actor:/u, 'actors: 1\nactor:'],
    ['a title too long for a list', /例子/u, '例'.repeat(25)],
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
