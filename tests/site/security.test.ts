/** Every page carries its policy, before anything that the policy is about; hosts get one that covers all pages. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { attribute, builtPages, DIST, type BuiltPage } from './built.ts';

/** Directives of a policy, by name. */
function directivesOf(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/u);
      return [name, values];
    }),
  );
}

/** The policies that a page carries, as directives. */
function policiesOf({ elements }: BuiltPage): Map<string, string[]>[] {
  return elements
    .filter((element) => attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy')
    .map((element) => directivesOf(attribute(element, 'content') ?? ''));
}

/** What lets a policy run scripts, or use styles, that are not told by their address or hash. */
function laxities(policy: Map<string, string[]>): string[] {
  const kinds = [...policy.keys()].filter((name) => /^(?:script|style)-src/u.test(name));
  const sources = [...new Set(['script-src', ...kinds])].flatMap(
    (name) => policy.get(name) ?? [`no ${name}`],
  );
  return sources.filter((source) => !/^'(?:self|wasm-unsafe-eval|sha256-[A-Za-z0-9+/]+=)'$/u.test(source));
}

const headers = readFileSync(join(DIST, '_headers'), 'utf8');
const headerPolicy = directivesOf(/Content-Security-Policy: (.*)/u.exec(headers)?.[1] ?? '');

test('every page has one policy, which lets no unknown script run and no style attribute count', () => {
  for (const page of builtPages()) {
    const [policy, ...more] = policiesOf(page);
    assert.ok(policy && more.length === 0, page.address);
    assert.deepEqual(policy.get('default-src'), ["'self'"], page.address);
    for (const name of ['frame-src', 'media-src', 'object-src'])
      assert.deepEqual(policy.get(name), ["'none'"], `${page.address}: ${name}`);
    assert.deepEqual(laxities(policy), [], page.address);
    for (const name of ['base-uri', 'form-action', 'connect-src']) assert.ok(policy.has(name), name);
  }
  assert.deepEqual(laxities(directivesOf("script-src 'self' https:; style-src-attr 'unsafe-inline'")), [
    'https:',
    "'unsafe-inline'",
  ]);
});

test('the policy stands before everything that is loaded or run', () => {
  for (const { address, html } of builtPages()) {
    const policy = html.indexOf('http-equiv="content-security-policy"');
    const first = html.search(/<(?:script|style|link|img|iframe)\b/iu);
    assert.ok(policy >= 0 && policy < first, address);
  }
});

/** Sources of the scripts that stand in a page, as browsers compute them. */
function inlineScripts({ elements }: BuiltPage): string[] {
  return elements
    .filter(({ tagName }) => tagName === 'script')
    .filter(
      (script) => attribute(script, 'src') === undefined && !/json$/u.test(attribute(script, 'type') ?? ''),
    )
    .map(({ childNodes }) => childNodes.map((node) => ('value' in node ? node.value : '')).join(''))
    .map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

const hashesIn = (policy: Map<string, string[]> | undefined) =>
  (policy?.get('script-src') ?? []).filter((source) => source.startsWith("'sha256-")).sort();

test('page and header know each inline script and no other, and no element has a handler or a style', () => {
  const known = new Set<string>();
  for (const page of builtPages()) {
    const scripts = [...new Set(inlineScripts(page))].sort();
    for (const script of scripts) known.add(script);
    const [policy] = policiesOf(page);
    assert.deepEqual(hashesIn(policy), scripts, page.address);
    const inline = page.elements.flatMap(({ attrs }) =>
      attrs.filter(({ name }) => name.startsWith('on') || name === 'style'),
    );
    assert.deepEqual(inline, [], page.address);
  }
  assert.ok(known.size > 0);
  assert.deepEqual(hashesIn(headerPolicy), [...known].sort());
});

test('the headers say what pages cannot', () => {
  assert.deepEqual(laxities(headerPolicy), []);
  assert.deepEqual(headerPolicy.get('frame-ancestors'), ["'none'"]);
  assert.match(headers, /X-Content-Type-Options: nosniff/u);
  assert.match(headers, /Referrer-Policy: strict-origin-when-cross-origin/u);
});
