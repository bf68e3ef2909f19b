/** What keeps the words of one language out of the pages of another. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { translated, wordsOf } from '../../src/load/words.ts';

const WORDLESS = ['client', 'components', 'integrations', 'load', 'outputs', 'pages', 'styles'];
/** Chinese, and the full-width punctuation that goes with it. */
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u201c\u201d]/u;

test('what makes pages, and what runs in them, has no words and no punctuation of a language: src/i18n and content have them', () => {
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

test('names within Chinese punctuation are words, too', () =>
  assert.deepEqual([...wordsOf('clients', [{ name: 'a（b）' }, { name: 'a (b)' }])], ['a（b）']));
