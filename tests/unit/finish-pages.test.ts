import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { finishPages } from '../../src/integrations/finish-pages.ts';
import { elementsOf } from '../../src/integrations/markup.ts';
import { inlineHashes } from '../../src/integrations/policy.ts';

const page = (inner: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"/><title>t</title></head><body>${inner}`;

/** Runs the build step on a folder with these files, and returns its path. */
async function finished(context: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'policy-'));
  context.after(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, '_astro'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  const hook: AstroIntegration['hooks']['astro:build:done'] = finishPages().hooks['astro:build:done'];
  const options = { dir: pathToFileURL(`${folder}/`), logger: { info: () => undefined } };
  await hook?.(options as unknown as Parameters<typeof hook>[0]);
  return folder;
}

test('after the build each page has the policy of its own scripts, the hosts one of all, and other files are left alone', async (context) => {
  const json = JSON.stringify({ html: page('<script>3</script>') });
  const folder = await finished(context, {
    'index.html': page('<script>1</script>'),
    '错 %误/index.html': page('甲 &amp; 乙<script>2</script>'),
    'a.json': json,
  });
  const read = (file: string) => readFile(join(folder, file), 'utf8');
  const hashes = (text: string) => [...new Set(text.match(/'sha256-[^']+'/gu))].sort();
  const [one, two] = ['1', '2'].map((text) => [
    ...inlineHashes(elementsOf(page(`<script>${text}</script>`))).scripts,
  ]);
  assert.deepEqual(hashes(await read('index.html')), one);
  assert.deepEqual(hashes(await read('错 %误/index.html')), two);
  assert.ok((await read('错 %误/index.html')).includes('甲 &amp; 乙'));
  assert.deepEqual(hashes(await read('_headers')), [...(one ?? []), ...(two ?? [])].sort());
  assert.equal(await read('a.json'), json);
});

test('a page that cannot have a policy is named', async (context) => {
  await assert.rejects(
    finished(context, { 'broken/index.html': '<p>no head' }),
    /broken\/index\.html: found no/u,
  );
});

test('style sheets lose what neither pages nor scripts use, and get a new name', async (context) => {
  const folder = await finished(context, {
    'index.html': page('<link rel="stylesheet" href="/_astro/style.OLDHASH1.css"><p class="a b">'),
    '_astro/style.OLDHASH1.css': '.a{color:red}.b{color:blue}.made{color:tan}.c{color:pink}',
    '_astro/page.js': 'element("p", { class: "made" })',
  });
  const [style = ''] = (await readdir(join(folder, '_astro'))).filter((file) => file.endsWith('.css'));
  assert.match(style, /^style\.[\w-]{8}\.css$/u);
  assert.notEqual(style, 'style.OLDHASH1.css');
  assert.doesNotMatch(await readFile(join(folder, '_astro', style), 'utf8'), /\.c\b/u);
  assert.match(await readFile(join(folder, '_astro', style), 'utf8'), /\.made\b/u);
  assert.ok((await readFile(join(folder, 'index.html'), 'utf8')).includes(`href="/_astro/${style}"`));
});
