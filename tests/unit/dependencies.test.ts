/** Dependencies are few, and docs/dependencies.md names each with its reason. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { TableRow } from 'mdast';
import { packagesOf, SHIPS } from '../../scripts/dependencies/packages.ts';
import { lastOf } from '../../scripts/dependencies/releases.ts';
import { licences } from '../../src/outputs/licences.ts';
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
  assert.ok(starting.length >= 3);
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

test('packages are sorted by how far their code gets, each version once', () => {
  const listed = packagesOf({
    '': { version: '1.0.0' },
    'node_modules/pagefind': { version: '1.6.0', license: 'MIT' },
    'node_modules/@a/b': { version: '1.0.0', license: 'ISC', dev: true },
    'node_modules/c/node_modules/@a/b': { version: '1.0.0', license: 'ISC' },
    'node_modules/@a/b/node_modules/pagefind': { version: '0.9.0', dev: true },
    'node_modules/esbuild': { version: '2.0.0', license: 'MIT', hasInstallScript: true, optional: true },
  });
  assert.deepEqual(
    listed.map(({ name, version, reach, licence }) => [name, version, reach, licence]),
    [
      ['@a/b', '1.0.0', 'builds', 'ISC'],
      ['esbuild', '2.0.0', 'builds', 'MIT'],
      ['pagefind', '1.6.0', 'ships', 'MIT'],
      ['pagefind', '0.9.0', 'tests', 'not stated'],
    ],
  );
  assert.deepEqual(
    listed
      .filter(({ hasInstallScript, isOptional }) => hasInstallScript && isOptional)
      .map(({ name }) => name),
    ['esbuild'],
  );
});

test('what ships is in the lock file, and no script of the site imports another package', () => {
  const { packages: locked } = JSON.parse(read('package-lock.json')) as { packages: object };
  assert.deepEqual(
    Object.keys(SHIPS).filter((name) => !Object.hasOwn(locked, `node_modules/${name}`)),
    [],
  );
  const files = readdirSync(new URL('../../src/client', import.meta.url), {
    recursive: true,
    encoding: 'utf8',
  });
  const scripts = files.filter((name) => name.endsWith('.ts'));
  assert.ok(scripts.length > 10);
  for (const name of scripts) {
    const foreign = /from '[^.'][^']*'/u.exec(read(`src/client/${name}`));
    assert.equal(
      foreign,
      null,
      `src/client/${name}: found ${foreign?.[0]}; expected files of the site alone`,
    );
  }
});

test('the licence of each package whose code ships goes along with it', () => {
  const parts = licences().split(/\n-{80}\n/u);
  assert.equal(parts.length, Object.keys(SHIPS).length + 1);
  for (const part of parts) assert.match(part, /Copyright \(c\)[\s\S]*Permission is hereby granted/u);
  for (const name of Object.keys(SHIPS))
    assert.ok(
      parts.some((part) => part.trim().startsWith(`${name} `)),
      name,
    );
});

test('the last release is the highest that is no preview', () => {
  const times = {
    created: '2020-01-01T00:00:00Z',
    modified: '2026-11-28T00:00:00Z',
    '9.9.1': '2026-03-02T00:00:00Z',
    '10.0.0': '2026-03-01T00:00:00Z',
    '11.0.0-beta.1': '2026-04-01T00:00:00Z',
  };
  assert.deepEqual(lastOf(times), { version: '10.0.0', day: '2026-03-01' });
  assert.equal(lastOf({ created: '2020-01-01T00:00:00Z' }), undefined);
});
