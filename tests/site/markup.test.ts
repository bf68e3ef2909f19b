import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { readMarkup } from '../../src/integrations/markup.ts';
import { builtFiles, builtPages, DIST } from './built.ts';

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

/** A page as a line for each element and the text in between, however the one who read it splits and spaces that. */
class Transcript {
  #text = '';
  readonly #lines: string[] = [];

  open(tag: string, attributes: Iterable<readonly [name: string, value: string]>): void {
    // Browsers know some attributes of pictures by another spelling.
    const names = [...attributes].map(([name, value]) => `${name.toLowerCase()}=${value}`).sort();
    this.#lines.push(this.#text, `<${tag} ${names.join(' ')}>`);
    this.#text = '';
  }

  text(piece: string): void {
    this.#text += piece.replace(/\s+/gu, '');
  }

  get lines(): readonly string[] {
    return [...this.#lines, this.#text];
  }
}

function asBuildReads(html: string): readonly string[] {
  const transcript = new Transcript();
  readMarkup(html, {
    open: (tag, attributes) => {
      transcript.open(tag, Object.entries(attributes));
    },
    text: (piece) => {
      transcript.text(piece);
    },
    close: () => undefined,
  });
  return transcript.lines;
}

function asBrowsersRead(html: string): readonly string[] {
  const transcript = new Transcript();
  const read = (node: DefaultTreeAdapterTypes.Node) => {
    if ('value' in node) transcript.text(node.value);
    if ('tagName' in node)
      transcript.open(
        node.tagName,
        node.attrs.map(({ name, value }) => [name, value] as const),
      );
    if ('content' in node) read(node.content);
    if ('childNodes' in node) node.childNodes.forEach(read);
  };
  read(parse(html, { scriptingEnabled: false }));
  return transcript.lines;
}

test('the build finds in every page what a browser finds', () => {
  for (const { address, html } of builtPages())
    assert.deepEqual(asBuildReads(html), asBrowsersRead(html), address);
  const broken = '<!doctype html><title>t</title><p>a<table>b<td>c';
  assert.notDeepEqual(asBuildReads(broken), asBrowsersRead(broken));
});
