import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeToHtml, createCssVariablesTheme } from 'shiki';
import { highlight } from '../../src/components/code/highlight.ts';

const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--' });
const body = (message: string) => JSON.stringify([{ errorCode: 'A.1', errorMessage: message }], null, 2);

/** What Shiki itself makes of it, with classes for the colours. */
async function byShiki(json: string): Promise<string> {
  const html = await codeToHtml(json, { lang: 'json', theme, mergeSameStyleTokens: true });
  return html
    .replace(/<pre [^>]*>/u, '<pre tabindex="0">')
    .replace(/(<span) style="color:var\(--(token-[a-z-]+)\)"/gu, '$1 class="$2"')
    .replace(/(<span) style="[^"]*"/gu, '$1');
}

for (const json of [
  body('Namespace already exists'),
  body("'namespace' is invalid"),
  body('</code><script>alert(1)</script> & "quoted" \\ \n'),
  body('slot0slot'),
  body(''),
  '{"it\'s": "on", "one": ["line\\n", "of <b>", "texts"]}',
]) {
  test(`highlighted as Shiki does it: ${json}`, async () => {
    assert.equal(await highlight(json, 'json'), await byShiki(json));
  });
}

test('tokens are told apart', async () => {
  assert.match(await highlight(body('x'), 'json'), /class="token-string-expression"/u);
  assert.match(await highlight('echo "$A" | wc', 'bash'), /class="token-function"/u);
});
