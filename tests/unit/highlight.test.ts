import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeToHtml, createCssVariablesTheme } from 'shiki';
import { highlight } from '../../src/site/highlight.ts';

const theme = createCssVariablesTheme({ name: 'css-variables', variablePrefix: '--astro-code-' });
const body = (message: string) => JSON.stringify([{ errorCode: 'A.1', errorMessage: message }], null, 2);

for (const json of [
  body('Namespace already exists'),
  body("'namespace' is invalid"),
  body('</code><script>alert(1)</script> & "quoted" \\ \n'),
  body('slot0slot'),
  body(''),
  '{"it\'s": "on", "one": ["line\\n", "of <b>", "texts"]}',
]) {
  test(`highlighted as Shiki does it: ${json}`, async () => {
    assert.equal(await highlight(json, 'json'), await codeToHtml(json, { lang: 'json', theme }));
  });
}
