/** Files for hosts that cannot be run here are at least well-formed and keep the rules. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const dockerfile = read('Dockerfile');
const instructions = dockerfile
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '');
const last = (keyword: string) => instructions.findLast((line) => line.startsWith(`${keyword} `));

test('the linter finds nothing in the Dockerfile', () => {
  assert.deepEqual(
    validate(dockerfile).map(({ message, range }) => `${range.start.line + 1}: ${message}`),
    [],
  );
  assert.notDeepEqual(validate('FROM\nRUM ls\n'), [], 'and it does find something where there is something');
});

test('images are pinned to a version, the Node among them is the project’s own', () => {
  const images = instructions.flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? []);
  assert.equal(images.length, 2);
  for (const image of images) assert.match(image, /:\d+\.\d+[.\w-]*$/);
  assert.ok(images[0]?.startsWith(`node:${read('.nvmrc').trim()}-`));
});

test('what serves has no Node and no privileges', () => {
  assert.doesNotMatch(last('FROM') ?? '', /node/);
  assert.equal(last('USER'), 'USER www-data');
  assert.ok(dockerfile.lastIndexOf('USER www-data') > dockerfile.lastIndexOf('RUN '));
  assert.match(last('EXPOSE') ?? '', /8080/);
});

test('nothing built or installed on the host gets into the image', () => {
  const ignored = new Set(read('.dockerignore').split('\n'));
  for (const path of ['.git', 'node_modules', 'dist', 'package']) assert.ok(ignored.has(path), path);
});

test('the Pages workflow pins its actions by version and gives each job no more than it needs', () => {
  const workflow = parse(read('.github/workflows/pages.yml')) as {
    permissions: Record<string, string>;
    jobs: Record<string, { permissions?: Record<string, string>; steps: { uses?: string; with?: object }[] }>;
  };
  const uses = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap((step) => step.uses ?? []));
  assert.ok(uses.length > 0);
  for (const action of uses) assert.match(action, /@v\d+\.\d+\.\d+$/);
  const checkout = workflow.jobs['build']?.steps.find((step) => step.uses?.startsWith('actions/checkout@'));
  assert.deepEqual(checkout?.with, { 'persist-credentials': false }, 'what the tests run reaches no token');
  assert.deepEqual(workflow.permissions, { contents: 'read' });
  assert.deepEqual(workflow.jobs['deploy']?.permissions, { pages: 'write', 'id-token': 'write' });
});

test('pull requests are tested with no rights, what ships and what builds is asked about, updates are asked for', () => {
  const workflow = parse(read('.github/workflows/checks.yml')) as {
    on: Record<string, unknown>;
    permissions: Record<string, string>;
    jobs: { checks: { steps: { run?: string; uses?: string }[] } };
  };
  // Not pull_request_target, which would run a stranger's code with the repository's rights.
  assert.deepEqual(Object.keys(workflow.on), ['pull_request']);
  assert.deepEqual(workflow.permissions, { contents: 'read' });
  const { steps } = workflow.jobs.checks;
  for (const command of ['npm audit --omit=dev --audit-level=low', 'npm run check', 'npm test'])
    assert.ok(
      steps.some(({ run }) => run === command),
      command,
    );
  for (const { uses } of steps) if (uses) assert.match(uses, /@v\d+\.\d+\.\d+$/);
  const { updates } = parse(read('.github/dependabot.yml')) as { updates: { 'package-ecosystem': string }[] };
  assert.deepEqual(
    updates.map((each) => each['package-ecosystem']),
    ['npm', 'github-actions', 'docker'],
  );
});

test('an image tells whether it serves', () => {
  assert.match(last('HEALTHCHECK') ?? '', /127\.0\.0\.1\/8080/);
});

test('the Pages workflow tests before it publishes', () => {
  const { jobs } = parse(read('.github/workflows/pages.yml')) as {
    jobs: { build: { steps: { run?: string; uses?: string }[] } };
  };
  const steps = jobs.build.steps.map(({ run, uses }) => run ?? uses ?? '');
  const at = (start: string) => steps.findIndex((step) => step.startsWith(start));
  assert.ok(at('npm test') > 0 && at('npm test') < at('actions/upload-pages-artifact'));
});
