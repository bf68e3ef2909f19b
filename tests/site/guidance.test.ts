import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { EXPLAINED, variablesIn } from '../../src/prose/needs.ts';
import { attribute, builtPage, builtPages, DIST } from './built.ts';
import { documentOf, elementsNamed, linksIn, textOf } from './reading.ts';

interface CodeRecord {
  readonly code: string;
  readonly actor: string;
  readonly retry: string;
}

const { codes: all } = JSON.parse(readFileSync(join(DIST, 'codes.json'), 'utf8')) as {
  codes: readonly Partial<CodeRecord>[];
};
/** Codes of a new edition may wait for their guidance; which ones must not, the unit tests say. */
const codes = all.filter((record): record is CodeRecord => record.actor !== undefined);
/** An edition may list codes that were observed before; they keep the short answer that they had. */
const observed = new Set(
  (parse(readFileSync('content/observed.yaml', 'utf8')) as CodeRecord[]).map(({ code }) => code),
);
const idsOf = (address: string) =>
  new Set(builtPage(address).elements.map((element) => attribute(element, 'id')));

test('codes.json carries the verdicts of every code with guidance', () => {
  assert.ok(codes.length > 0);
  for (const { code, actor, retry } of codes) {
    assert.ok(['caller', 'org-admin', 'account-admin', 'vendor'].includes(actor), `${code}: ${actor}`);
    assert.ok(['no', 'after-change', 'backoff'].includes(retry), `${code}: ${retry}`);
  }
});

test('every page of a code has guidance with its sections, steps and sources', () => {
  for (const { code, actor, retry } of codes) {
    const address = `codes/${code}/`;
    const ids = idsOf(address);
    const whole = observed.has(code) ? [] : ['what', 'causes', 'unresolved'];
    for (const id of ['meaning', 'guidance', 'steps', 'sources', ...whole])
      assert.ok(ids.has(id), `${address}#${id}`);
    const { elements } = builtPage(address);
    assert.ok(
      elements.some((element) => attribute(element, 'id')?.startsWith('source-')),
      `${code}: sources`,
    );
    for (const verdict of [actor, retry])
      assert.ok(
        elements.some((element) => attribute(element, 'data-verdict') === verdict),
        `${code}: ${verdict}`,
      );
  }
});

test('no marker and no anchor of the Markdown is left over in the text', () => {
  for (const { code } of codes) assert.doesNotMatch(builtPage(`codes/${code}/`).html, /\[\^|\{#/, code);
  const topics = ['prepare', 'auth', 'permissions', 'naming', 'image-format', 'quotas', 'retry', 'support'];
  for (const topic of topics) assert.doesNotMatch(builtPage(`topics/${topic}/`).html, /\[\^|\{#/, topic);
});

test('what commands need is said above them: where their variables come from, a form for own names', () => {
  // The page of preparations itself says it in its text.
  const asks = /^(en\/)?(codes|messages|topics)\/(?!prepare\/)/u;
  const pages = builtPages().filter(({ address }) => asks.test(address));
  const unsaid = pages.flatMap(({ address, elements }) => {
    const page = documentOf(address);
    const commands = elementsNamed(page, 'pre').map(textOf);
    const isSet = (name: string) => commands.some((text) => new RegExp(`(?:^|\\s)${name}=`, 'u').test(text));
    const said = linksIn(page, /^(en\/)?topics\/prepare\/#/u).map(([, text]) => text);
    const variables = [...new Set(commands.flatMap(variablesIn))].filter(
      (name) => Object.hasOwn(EXPLAINED, name) && !isSet(name) && !said.includes(`$${name}`),
    );
    const hasNames = elements.some((element) => attribute(element, 'data-name') !== undefined);
    const hasForm = elements.some(({ tagName }) => tagName === 'reader-names');
    return [...variables, ...(hasNames && !hasForm ? ['no form'] : [])].map((what) => `${address}: ${what}`);
  });
  assert.ok(pages.length > 500, `${pages.length} pages`);
  assert.deepEqual(unsaid, []);
});

test('every topic is reached from codes and leads back to them', () => {
  for (const topic of ['auth', 'permissions', 'naming', 'image-format', 'quotas', 'retry', 'support']) {
    const leading = codes.filter(({ code }) =>
      builtPage(`codes/${code}/`).html.includes(`/topics/${topic}/#`),
    );
    const back = builtPage(`topics/${topic}/`)
      .elements.map((element) => attribute(element, 'href') ?? '')
      .filter((href) => href.includes('/codes/SVCSTG.'));
    assert.ok(leading.length > 0, `${topic} is reached`);
    for (const { code } of leading)
      assert.ok(
        back.some((href) => href.includes(`/codes/${code}/`)),
        `${topic} leads back to ${code}`,
      );
  }
});
