/** Dependencies are few, and docs/dependencies.md names each with its reason. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { TableRow } from 'mdast';
import { readDocument, textOf } from '../markdown.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

type Names = Readonly<Record<string, string>>;
const {
  dependencies,
  devDependencies,
  optionalDependencies,
  allowScripts = {},
} = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Names
> & { allowScripts?: Readonly<Record<string, boolean>> };
const needed = [dependencies, devDependencies, optionalDependencies].flatMap(Object.keys).sort();

/** Rows of the first table after a heading, its own head left out. */
function rowsAfter(path: string, heading: string): TableRow[] {
  const { children } = readDocument(path);
  const start = children.findIndex((node) => node.type === 'heading' && textOf(node) === heading);
  const table = children.slice(start).find((node) => node.type === 'table');
  assert.ok(start >= 0 && table, `${path}: found no table after "${heading}"`);
  return table.children.slice(1);
}

test('each dependency stands in the table of docs/dependencies.md with a reason, and nothing else does', () => {
  const named: string[] = [];
  for (const { children } of rowsAfter('docs/dependencies.md', 'Dependencies')) {
    const [packages, reason] = children;
    assert.ok(packages && reason && textOf(reason).trim().length > 4, 'a row without a reason');
    named.push(...packages.children.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : [])));
  }
  assert.deepEqual(named.sort(), needed);
});

test('no install script of a dependency is allowed to run', () => {
  assert.deepEqual(Object.values(allowScripts).filter(Boolean), []);
});
