import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { questionWords, rankPages } from '../../src/search/full-text.ts';

describe('words of a question', () => {
  it('are those that stand in it, longer than a character, each once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'镜像不存在𠮷 ab1，|"') }), (text) => {
        const words = questionWords(text);
        assert.equal(new Set(words).size, words.length);
        for (const word of words) {
          assert.ok(text.includes(word), word);
          assert.match(word, /^[\p{L}\p{N}]+$/u);
        }
      }),
    );
  });

  for (const [text, ...words] of [
    ['临时登录指令多久过期', '临时', '登录', '指令', '多久', '过期'],
    ['docker login，docker Login', 'docker', 'login'],
    // The segmenter splits words that it does not know into ideographs.
    ['磁盘还剩 20G', '磁盘', '还剩', '20g'],
    ['镜像层，镜像', '镜像', '像层'],
    ['还，剩', '还', '剩'],
    ['a 权', '权'],
    ['a ？'],
  ] as const) {
    it(`of ${text}`, () => {
      assert.deepEqual(questionWords(text), words);
    });
  }
});

describe('pages of full-text search', () => {
  const page = (id: string, score: number) => ({ id, score });
  const ranked = (...input: Parameters<typeof rankPages>) => rankPages(...input).map(({ id }) => id);

  it('with all words come first, whatever their score', () => {
    const found = [
      [page('one', 9), page('all', 1)],
      [page('all', 1), page('two', 3)],
      [page('all', 1), page('two', 3)],
    ];
    assert.deepEqual(ranked(found, []), ['all', 'two']);
  });

  it('with the same number of words are ordered by score', () => {
    assert.deepEqual(ranked([[page('low', 1), page('high', 2)]], []), ['high', 'low']);
  });

  it('with the question as it stands come before all others', () => {
    const found = [
      [page('scattered', 5), page('verbatim', 1)],
      [page('scattered', 5), page('verbatim', 1)],
    ];
    assert.deepEqual(ranked(found, [page('verbatim', 1)]), ['verbatim', 'scattered']);
  });

  it('that have too few of the words are none', () => {
    assert.deepEqual(ranked([[page('some', 5)], [], [], []], []), []);
    assert.deepEqual(ranked([], []), []);
  });
});
