import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { test, type TestContext } from 'node:test';
import { PageFinisher } from '../../src/integrations/pages/finisher.ts';

const page = (title: string, script = '') =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title>${script}</head>` +
  `<body><main data-pagefind-body><h1>${title}</h1></main></body></html>`;

const html = (text: string, status = 200) =>
  new Response(text, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });

function finisher(context: TestContext, delay = 0) {
  const added: string[] = [];
  const finisher = new PageFinisher({
    add: async (address, { title }) => {
      await setTimeout(delay);
      added.push(`${address} ${title}`);
    },
  });
  context.after(() => finisher.close());
  return { finisher, added };
}

test('a page gets the policy of its own scripts, and its text goes to full-text search', async (context) => {
  const { finisher: pages, added } = finisher(context);
  const answer = await pages.finish(
    '/a/',
    Promise.resolve(html(page('甲 &amp; 乙', '<script>1</script>'), 404)),
  );
  assert.equal(answer.status, 404);
  const text = await answer.text();
  assert.match(
    text,
    /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="[^"]*'sha256-/u,
  );
  assert.ok(text.includes('<h1>甲 &amp; 乙</h1>'));
  await pages.close();
  assert.deepEqual(added, ['/a/ 甲 & 乙']);
  assert.equal(pages.count, 1);
  assert.equal(pages.hashes.scripts.size, 1);
});

test('pages are taken in the order in which they were begun, whichever is rendered first', async (context) => {
  const { finisher: pages, added } = finisher(context, 2);
  const delays = [30, 0, 15, 0, 5];
  const answers = delays.map((delay, at) => pages.finish(`/${at}/`, setTimeout(delay, html(page(`${at}`)))));
  const texts = await Promise.all(answers.map(async (answer) => (await answer).text()));
  await pages.close();
  assert.deepEqual(added, ['/0/ 0', '/1/ 1', '/2/ 2', '/3/ 3', '/4/ 4']);
  texts.forEach((text, at) => assert.ok(text.includes(`<h1>${at}</h1>`)));
});

test('what is no page stays as it is', async (context) => {
  const { finisher: pages, added } = finisher(context);
  const json = Response.json({ html: page('text') });
  assert.equal(await pages.finish('/a.json', Promise.resolve(json)), json);
  assert.deepEqual([added.length, pages.count], [0, 0]);
});

test('a page that cannot be finished is named, and so is one that is not rendered; others go on', async (context) => {
  const { finisher: pages, added } = finisher(context);
  const answers = [
    pages.finish('/broken/', Promise.resolve(html('<p>no head'))),
    pages.finish('/thrown/', Promise.reject(new Error('not rendered'))),
    pages.finish('/good/', Promise.resolve(html(page('good')))),
  ];
  const [broken, thrown, good] = await Promise.allSettled(answers);
  assert.match(String(broken?.status === 'rejected' && broken.reason), /\/broken\/: found no <meta charset/u);
  assert.match(String(thrown?.status === 'rejected' && thrown.reason), /not rendered/u);
  assert.equal(good?.status, 'fulfilled');
  await pages.close();
  assert.deepEqual(added, ['/good/ good']);
});

test('when full-text search refuses a page, the build learns of it', async () => {
  const pages = new PageFinisher({ add: () => Promise.reject(new Error('Pagefind, /a/: no')) });
  await pages.finish('/a/', Promise.resolve(html(page('a'))));
  await assert.rejects(pages.finish('/b/', Promise.resolve(html(page('b')))), /Pagefind, \/a\/: no/u);
  await assert.rejects(pages.close(), /Pagefind, \/a\/: no/u);
});
