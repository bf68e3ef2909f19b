/** What the project's documents tell people to type and where they send them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { nodesIn, readDocument, textOf } from '../markdown.ts';

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md')];
const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const { scripts } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/gu, '-');
const anchorsOf = (path: string) =>
  new Set(
    nodesIn(readDocument(path)).flatMap((node) => (node.type === 'heading' ? anchorOf(textOf(node)) : [])),
  );

test('every shell command parses', () => {
  let count = 0;
  for (const path of DOCUMENTS) {
    for (const node of nodesIn(readDocument(path))) {
      if (node.type !== 'code' || node.lang !== 'sh') continue;
      const { status, stderr } = spawnSync('bash', ['-n'], { input: node.value, encoding: 'utf8' });
      assert.equal(status, 0, `${path}:${node.position?.start.line}: ${stderr}`);
      count += 1;
    }
  }
  assert.ok(count > 5);
});

test('every npm script that is named is there, and every script for people is named', () => {
  const text = DOCUMENTS.map((path) => readFileSync(at(path), 'utf8')).join('\n');
  const named = new Set(
    [...text.matchAll(/npm (?:run )?(?<name>[a-z:-]+)/gu)].map((match) => match.groups?.['name']),
  );
  const ofNpm = new Set(['ci', 'audit', 'install', 'scripts']);
  for (const name of named) assert.ok(ofNpm.has(name ?? '') || scripts[name ?? ''], `npm run ${name}`);
  const parts = /^(?:pre|check:|test:|preview$)/u;
  for (const name of Object.keys(scripts))
    assert.ok(named.has(name) || parts.test(name), `${name} is not told`);
});

test('every link inside the project leads somewhere', () => {
  for (const path of DOCUMENTS) {
    for (const node of nodesIn(readDocument(path))) {
      if (node.type !== 'link' && node.type !== 'image') continue;
      if (/^https?:/u.test(node.url)) continue;
      const [file = '', anchor] = node.url.split('#');
      const target = file === '' ? path : join(dirname(path), decodeURIComponent(file));
      assert.ok(existsSync(at(target)), `${path}: ${node.url}`);
      if (anchor) assert.ok(anchorsOf(target).has(decodeURIComponent(anchor)), `${path}: ${node.url}`);
    }
  }
});
