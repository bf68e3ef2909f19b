import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { builtFiles, DIST } from './built.ts';

const validator = new HtmlValidate(new FileSystemConfigLoader());

async function problemsIn(path: string, html?: string): Promise<string[]> {
  const report = await (html === undefined
    ? validator.validateFile(join(DIST, path))
    : validator.validateString(html, join(DIST, path)));
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId}: ${message}`),
  );
}

test('every page is valid HTML', async () => {
  const pages = builtFiles().filter((file) => file.endsWith('.html'));
  assert.ok(pages.length > 188);
  const problems: string[] = [];
  for (const page of pages) problems.push(...(await problemsIn(page)));
  assert.deepEqual(problems, []);
});

test('the validator sees what is wrong', async () => {
  const html =
    '<!DOCTYPE html><html lang="zh-CN"><head><title>t</title></head><body><p><div></div><b></body></html>';
  assert.notDeepEqual(await problemsIn('index.html', html), []);
});

test('tabs of clients stand where their styles are, and nothing of Starlight’s that no page needs', () => {
  const pages = builtFiles()
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, html: readFileSync(join(DIST, file), 'utf8') }));
  const tabbed = pages.filter(({ html }) => html.includes('<client-tabs'));
  assert.ok(tabbed.length > 0);
  assert.deepEqual(
    tabbed.filter(({ html }) => !html.includes('client-tabs .client-name')).map(({ file }) => file),
    [],
  );
  assert.deepEqual(
    pages.filter(({ html }) => html.includes('sl-sidebar-state')).map(({ file }) => file),
    [],
  );
});
