/** Dependencies are few, and docs/dependencies.md names each with its reason. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
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

test('nothing starts Astro without the settings that keep it from calling home', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Names };
  const starting = Object.entries(scripts).filter(([, command]) => /\bastro(?:\.mjs)? /u.test(command));
  assert.ok(starting.length >= 4);
  for (const [name, command] of starting)
    assert.ok(
      command.startsWith('node --env-file=scripts/astro.env node_modules/astro/bin/astro.mjs '),
      name,
    );
  assert.match(read('scripts/astro.env'), /^ASTRO_TELEMETRY_DISABLED=1$/mu);
  // Tests and scripts take the arguments from tests/astro.ts.
  const folder = fileURLToPath(new URL('../..', import.meta.url));
  const others = ['tests', 'scripts', '.ci', '.github'].flatMap((room) =>
    readdirSync(join(folder, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.png'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => /astro\.mjs|(?:npx|'npx', \[?)['\s]*astro\b/u.test(readFileSync(file, 'utf8')))
      .map((file) => relative(folder, file)),
  );
  assert.deepEqual(others.sort(), ['tests/astro.ts', 'tests/unit/dependencies.test.ts']);
});
