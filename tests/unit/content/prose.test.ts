import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ProseError, readProse } from '../../../src/prose/prose.ts';
import { splitText } from '../../../src/prose/text.ts';
import { codeBlocksOf, inlinesOf, textOf } from '../../../src/prose/walk.ts';

const page = (body: string) => readProse(`---\ntitle: t\n---\n${body}`);

test('sections, anchors, lines', () => {
  const { frontmatter, lead, sections } = page('\n前言。\n\n## 登录方式 {#login}\n\n文字。\n\n## 没有锚点\n');
  assert.equal(frontmatter, 'title: t\n');
  assert.equal(textOf(lead), '前言。');
  assert.deepEqual(
    sections.map(({ title, id, line }) => [title, id, line]),
    [
      ['登录方式', 'login', 7],
      ['没有锚点', undefined, 11],
    ],
  );
});

test('markers and codes in a paragraph', () => {
  const [paragraph] = page(
    '见 `SVCSTG.SWR.4040058` 和 SVCSTG.SWR.4041061。**重点** `code`[^doc][^inferred]',
  ).lead;
  assert.deepEqual(paragraph?.kind === 'paragraph' && paragraph.children, [
    { kind: 'text', text: '见 ' },
    { kind: 'mention', code: 'SVCSTG.SWR.4040058' },
    { kind: 'text', text: ' 和 ' },
    { kind: 'mention', code: 'SVCSTG.SWR.4041061' },
    { kind: 'text', text: '。' },
    { kind: 'strong', children: [{ kind: 'text', text: '重点' }] },
    { kind: 'text', text: ' ' },
    { kind: 'code', text: 'code' },
    { kind: 'source', id: 'doc' },
    { kind: 'inferred' },
  ]);
});

test('a warning inside a step, and how likely a cause is', () => {
  const { lead } = page(
    '1. [rare] 一步：\n\n   > [!CAUTION]\n   > 删除后`不能`恢复。[^doc]\n\n2. 不是 [rare]\n',
  );
  assert.deepEqual(lead[0]?.kind === 'list' && lead[0].items, [
    [
      {
        kind: 'paragraph',
        line: 4,
        children: [
          { kind: 'likelihood', likelihood: 'rare' },
          { kind: 'text', text: '一步：' },
        ],
      },
      {
        kind: 'caution',
        line: 6,
        blocks: [
          {
            kind: 'paragraph',
            line: 6,
            children: [
              { kind: 'text', text: '删除后' },
              { kind: 'code', text: '不能' },
              { kind: 'text', text: '恢复。' },
              { kind: 'source', id: 'doc' },
            ],
          },
        ],
      },
    ],
    [{ kind: 'paragraph', line: 9, children: [{ kind: 'text', text: '不是 [rare]' }] }],
  ]);
});

test('code inside a step', () => {
  const { lead } = page('1. 一步：\n   ```bash\n   docker version\n   ```\n2. 又一步\n');
  assert.deepEqual(
    codeBlocksOf(lead).map(({ lang, text, line }) => [lang, text, line]),
    [['bash', 'docker version', 5]],
  );
});

for (const [what, body, line] of [
  ['raw HTML in a line', 'a\n\n<script>alert(1)</script>', 6],
  ['raw HTML in a paragraph', 'a <b onclick=alert(1)>b</b>', 4],
  ['a link', '[a](javascript:alert(1))', 4],
  ['a picture', '![a](b.png)', 4],
  ['a quotation', '> a', 4],
  ['a note that is no warning', '> [!NOTE]\n> a', 4],
  ['a heading of another depth', '### a', 4],
  ['code without a language', '```\na\n```', 4],
] as const) {
  test(`refuses ${what} and names the line`, () => {
    assert.throws(
      () => page(body),
      (error) =>
        error instanceof ProseError && error.problem.line === line && error.message.includes('expected'),
    );
  });
}

test('refuses a file without frontmatter', () => {
  assert.throws(() => readProse('# a'), ProseError);
});

test('no character of a text is lost or made up', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^[a-z-]{1,9}$/u),
      (text, id) => {
        const parts = splitText(`${text}[^${id}]`);
        const back = parts.map((part) => {
          if (part.kind === 'source') return `[^${part.id}]`;
          if (part.kind === 'inferred') return '[^inferred]';
          return part.kind === 'mention' ? part.code : 'text' in part ? part.text : '';
        });
        assert.equal(back.join(''), `${text}[^${id}]`);
      },
    ),
  );
});

test('whatever Markdown holds, it is read or refused with a line', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('#', '- ', '1. ', '`', '```', '\n', '[^a]', '<b>', '*', '>', '文', ' ', '|')),
      (bits) => {
        try {
          const { lead, sections } = page(bits.join(''));
          inlinesOf([...lead, ...sections.flatMap(({ blocks }) => blocks)]);
        } catch (error) {
          assert.ok(error instanceof ProseError && error.problem.line >= 4, String(error));
        }
      },
    ),
    { numRuns: 2000 },
  );
});
