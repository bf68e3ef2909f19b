/** What keeps the words of one language out of the pages of another. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { translated } from '../../src/load/words.ts';
import { checkTranslation } from '../../src/prose/check-translation.ts';
import { readProse } from '../../src/prose/prose.ts';

const WORDLESS = ['components', 'load', 'outputs', 'pages', 'styles'];
/** Chinese, and the full-width punctuation that goes with it. */
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u201c\u201d]/u;

test('what makes pages has no words and no punctuation of a language: src/i18n and content have them', () => {
  const found = WORDLESS.flatMap((room) => {
    const folder = join('src', room);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.\w+$/u.test(name),
    );
    return files.flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          CHINESE.test(line) ? [`${folder}/${name}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
  });
  assert.deepEqual(found, []);
});

test('data in another language have its words and the same facts', () => {
  const statuses = new Map([
    [
      '404',
      { status: 404, name: 'Not Found', label: '未找到', retry: { verdict: 'no', reason: '先核对地址。' } },
    ],
  ]);
  const english = { 未找到: 'Not found', '先核对地址。': 'Check the address first.' };
  const inEnglish = (words: Record<string, string>) =>
    translated('statuses', statuses, new Map([['en/statuses', words]]), 'en');
  assert.deepEqual(inEnglish(english).get('404'), {
    status: 404,
    name: 'Not Found',
    label: 'Not found',
    retry: { verdict: 'no', reason: 'Check the address first.' },
  });
  assert.throws(
    () => inEnglish({ 未找到: 'Not found' }),
    /^Error: \ncontent\/en\/statuses\.yaml:1: found no translation of "先核对地址。"; expected one\n {4}hint: /u,
  );
  assert.throws(
    () => inEnglish({ ...english, 没有找到: 'Not found' }),
    /found "没有找到"; expected a text of content\/statuses\.yaml/u,
  );
});

test('a translated text is built as the text that it translates', () => {
  const text = (body: string) => ({
    id: 'a',
    file: 'content/topics/zh-CN/a.md',
    data: {},
    prose: readProse(`---\ntitle: t\n---\n${body}`),
  });
  const lead = text('## 名称 {#names}\n\n一。[^s]\n\n1. 甲 SWR.1234567\n2. 乙[^inferred]\n');
  const problems = (body: string) =>
    checkTranslation(lead, text(body), 'content/topics/en/a.md').map(
      ({ line, message }) => `${line}: ${message}`,
    );
  const english = '## Names {#names}\n\nOne.[^s]\n\n1. A of SWR.1234567\n2. B[^inferred]\n';
  assert.deepEqual(problems(english), []);
  for (const [changed, found] of [
    [english.replace('#names', '#name'), '4: found the section name; expected the section names'],
    [english.replace('[^s]', ''), '6: found a paragraph; expected a paragraph [^s]'],
    [english.replace('2. B[^inferred]\n', ''), '8: found a list of 1; expected a list of 2'],
    [
      english.replace('SWR.1234567', 'SWR.1234568'),
      '8: found a paragraph SWR.1234568; expected a paragraph SWR.1234567',
    ],
    [`${english}\nMore.\n`, '11: found a paragraph; expected the end'],
  ] as const)
    assert.deepEqual(
      problems(changed).map((problem) => problem.split(', as in')[0]),
      [found],
    );
  const [missing] = checkTranslation(lead, undefined, 'content/topics/en/a.md');
  assert.match(missing?.message ?? '', /^found no translation of content\/topics\/zh-CN\/a\.md/u);
});
