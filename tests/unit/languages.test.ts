/** What keeps the words of one language out of the pages of another. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const WORDLESS = ['components', 'load', 'outputs', 'pages'];
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
