import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { FullTextIndex } from '../../src/integrations/full-text/full-text-index.ts';
import { PageTextReader } from '../../src/integrations/full-text/page-text.ts';
import { WordTaker } from '../../src/integrations/full-text/page-words.ts';
import { readMarkup } from '../../src/integrations/markup.ts';
import { indexWords, questionWords, rankPages } from '../../src/search/full-text.ts';

describe('words of full-text search', () => {
  it('are Latin letters and digits, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of indexWords(text)) assert.match(word, /^[a-z0-9]+$/);
      }),
    );
  });

  it('are found in every text that the question stands in', () => {
    const han = fc.string({ unit: fc.constantFrom(...'镜像仓库不存在权限𠮷'), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(han, han, han, (before, asked, after) => {
        const words = new Set(indexWords(`${before}${asked}${after}，Docker`));
        assert.ok(questionWords(asked).every((word) => words.has(word)));
      }),
    );
  });

  it('of a question leave out the pairs across its words', () => {
    assert.deepEqual(questionWords('登录指令过期'), indexWords('登录 指令 过期'));
    assert.deepEqual(questionWords('docker login'), indexWords('docker login'));
  });

  it('tell one pair of characters from another, and a pair from a lone one', () => {
    assert.equal(new Set(indexWords('镜像 像镜 镜镜 镜')).size, 4);
    assert.deepEqual(indexWords('镜像'), ['zjffmfamp']);
  });
});

describe('pages of full-text search', () => {
  const page = (id: string, score: number) => ({ id, score });

  it('with all words come first, whatever their score', () => {
    const found = [
      [page('one', 9), page('all', 1)],
      [page('all', 1), page('two', 3)],
      [page('all', 1), page('two', 3)],
    ];
    assert.deepEqual(
      rankPages(found).map(({ id }) => id),
      ['all', 'two'],
    );
  });

  it('with the same number of words are ordered by score', () => {
    const found = [[page('low', 1), page('high', 2)]];
    assert.deepEqual(
      rankPages(found).map(({ id }) => id),
      ['high', 'low'],
    );
  });

  it('that have too few of the words are none', () => {
    assert.deepEqual(rankPages([[page('some', 5)], [], [], []]), []);
    assert.deepEqual(rankPages([]), []);
  });
});

describe('text of a built page', () => {
  const html = (main: string) =>
    `<!doctype html><html><head><meta name="description" content="about &amp; so on"></head><body>${main}</body></html>`;

  function pageText(main: string) {
    const reader = new PageTextReader();
    readMarkup(html(main), reader);
    return reader.page;
  }

  it('is nothing outside of data-pagefind-body', () => {
    assert.equal(pageText('<main>text</main>'), undefined);
  });

  it('comes by weight, without what is ignored and without the frame', () => {
    const page = pageText(
      '<p>outside</p><main data-pagefind-body><h1 data-pagefind-weight="10">The <code>title</code></h1>' +
        '<p>one<a href="#">two</a></p>three<p>four</p><p data-pagefind-ignore>no</p><script>no</script><nav>no</nav></main>' +
        '<p>behind</p>',
    );
    assert.equal(page?.title, 'The title');
    assert.equal(page.summary, 'about & so on');
    const texts = page.stretches.map(({ weight, text }) => [weight, text.replace(/\s+/g, ' ').trim()]);
    assert.deepEqual(texts, [
      [1, 'onetwo three four'],
      [10, 'The title'],
    ]);
  });

  it('has each word once, where it weighs most', () => {
    const page = pageText('<main data-pagefind-body><p>docker login</p><h1>docker</h1></main>');
    assert.ok(page);
    assert.deepEqual(new WordTaker().take(page).stretches, [
      { weight: 10, words: 'docker' },
      { weight: 1, words: 'login' },
    ]);
  });
});

describe('index of full-text search', () => {
  it('has a text that many pages share on the first five, and what is a page’s own on every one', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'full-text-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const index = await FullTextIndex.create();
    const words = new WordTaker();
    const shared = { weight: 2, text: Array.from({ length: 20 }, (_, at) => `shared${at}`).join(' ') };
    for (let at = 0; at < 8; at++) {
      // What many pages share and this one does not have is no reason to leave out a word of its own.
      const own = { weight: 1, text: at === 7 ? `own${at} shared0` : `own${at}` };
      const page = { title: `${at}`, summary: '', stretches: [own, shared] };
      await index.add(`/codes/${at}/`, words.take(page));
    }
    await index.write(folder);
    const counts = readdirSync(join(folder, 'fragment')).map((file) => {
      const text = gunzipSync(readFileSync(join(folder, 'fragment', file))).toString();
      return (JSON.parse(text.slice(text.indexOf('{'))) as { word_count: number }).word_count;
    });
    assert.deepEqual(
      counts.sort((a, b) => a - b),
      [1, 1, 2, 21, 21, 21, 21, 21],
    );
  });
});
