import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { inlineHashes, policy, withPolicy } from '../../src/integrations/policy.ts';
import { security } from '../../src/integrations/security.ts';

const page = (inner: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"/><title>t</title></head><body>${inner}`;

test('the policy counts scripts, not text that looks like one', () => {
  for (const harmless of [
    '<p data-text="<script>alert(1)</script>">',
    '<!-- <script>alert(1)</script> -->',
    '<textarea><script>alert(1)</script></textarea>',
    '<script src="/a.js"></script>',
    '<script type="application/ld+json">{}</script>',
  ]) {
    assert.equal(inlineHashes(page(harmless)).scripts.size, 0, harmless);
  }
});

test('each inline script and style counts once, by the hash that browsers compute', () => {
  // printf 1 | openssl dgst -sha256 -binary | base64
  assert.deepEqual(inlineHashes(page('<script>1</script><script>1</script> <style>a{}</style> </body>')), {
    scripts: new Set(["'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='"]),
    styles: new Set(["'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"]),
  });
});

test('the policy stands before everything that could be loaded, and lets nothing inline run unhashed', () => {
  const html = page('<script>1</script>');
  const secured = withPolicy(html, inlineHashes(html));
  assert.match(
    secured,
    /<meta charset="utf-8"\/><meta http-equiv="content-security-policy" content="default-src 'none'; /,
  );
  assert.doesNotMatch(policy(inlineHashes(html)), /script-src[^;]* 'unsafe-/);
});

test('a page without a charset is refused', () => {
  assert.throws(() => withPolicy('<p>', inlineHashes('<p>')), /charset/);
});

/** Runs the build step on a folder with these files, and returns its path. */
async function secured(context: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'policy-'));
  context.after(() => rm(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  const hook: AstroIntegration['hooks']['astro:build:done'] = security().hooks['astro:build:done'];
  const options = { dir: pathToFileURL(`${folder}/`), logger: { info: () => undefined } };
  await hook?.(options as unknown as Parameters<typeof hook>[0]);
  return folder;
}

test('after the build each page has the policy of its own scripts, the hosts one of all, and other files are left alone', async (context) => {
  const json = JSON.stringify({ html: page('<script>3</script>') });
  const folder = await secured(context, {
    'index.html': page('<script>1</script>'),
    '错 %误/index.html': page('甲 &amp; 乙<script>2</script>'),
    'a.json': json,
  });
  const read = (file: string) => readFile(join(folder, file), 'utf8');
  const hashes = (text: string) => [...new Set(text.match(/'sha256-[^']+'/gu))].sort();
  const [one, two] = ['1', '2'].map((text) => [...inlineHashes(page(`<script>${text}</script>`)).scripts]);
  assert.deepEqual(hashes(await read('index.html')), one);
  assert.deepEqual(hashes(await read('错 %误/index.html')), two);
  assert.ok((await read('错 %误/index.html')).includes('甲 &amp; 乙'));
  assert.deepEqual(hashes(await read('_headers')), [...(one ?? []), ...(two ?? [])].sort());
  assert.equal(await read('a.json'), json);
});

test('a page that cannot have a policy is named', async (context) => {
  await assert.rejects(
    secured(context, { 'broken/index.html': '<p>no head' }),
    /broken\/index\.html: found no/u,
  );
});
