import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { brokenRules, mendedName, partsOfAddress, type NamedKind } from '../../src/lib/naming.ts';
import { zhCN } from '../../src/i18n/zh-CN.ts';

const KINDS: readonly NamedKind[] = ['organization', 'repository', 'tag'];

/** The rules as one expression each, written down independently of the module under test. */
const ONE_EXPRESSION: Readonly<Record<NamedKind, RegExp>> = {
  organization: /^(?!library$)(?=.{1,64}$)[a-z](?:(?:\.|_|__|-)?[a-z0-9])*$/u,
  repository: /^(?=.{1,128}$)[a-z0-9](?:(?:\.|_|__|-|\/)?[a-z0-9])*$/u,
  tag: /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/u,
};

describe('names that may be used', () => {
  for (const [kind, name] of [
    ['organization', 'my-org'],
    ['organization', 'a'],
    ['organization', 'dev__test.v1'],
    ['organization', `a${'b'.repeat(63)}`],
    ['repository', '0'],
    ['repository', 'team/nginx'],
    ['repository', 'a'.repeat(128)],
    ['tag', 'v1.0-RC_1'],
    ['tag', '_'],
    ['tag', 'a'.repeat(128)],
  ] as const) {
    test(`${kind} ${name.slice(0, 20)}`, () => assert.deepEqual(brokenRules(kind, name), []));
  }
});

describe('names that break a rule', () => {
  for (const [kind, name, rules] of [
    ['organization', '', ['empty']],
    ['organization', 'My-Org', ['upper-case', 'first-letter']],
    ['organization', '1team', ['first-letter']],
    ['organization', 'dev-', ['last']],
    ['organization', 'a._b', ['separators']],
    ['organization', 'a___b', ['separators']],
    ['organization', 'a--b', ['separators']],
    ['organization', 'a/b', ['characters']],
    ['organization', 'library', ['reserved']],
    ['organization', 'a'.repeat(65), ['too-long-64']],
    ['organization', '组织', ['characters', 'first-letter', 'last']],
    ['repository', 'Nginx', ['upper-case', 'first-letter-or-digit']],
    ['repository', 'a//b', ['separators']],
    ['repository', 'a/', ['last']],
    ['repository', 'a'.repeat(129), ['too-long-128']],
    ['tag', '-v1', ['tag-first']],
    ['tag', 'feature/login', ['tag-characters']],
    ['tag', '1.2.0+5', ['tag-characters']],
    ['tag', 'a'.repeat(129), ['too-long-128']],
    ['tag', '<img src=x onerror=alert(1)>', ['tag-characters']],
    ['repository', 'a\u0000b', ['repository-characters']],
    ['repository', 'a\u202eb', ['repository-characters']],
    ['repository', 'nginx\n', ['repository-characters', 'last']],
  ] as const) {
    test(`${kind} ${JSON.stringify(name.slice(0, 20))}`, () =>
      assert.deepEqual(brokenRules(kind, name), rules));
  }
});

test('agrees with one expression for each kind, whatever is typed', () => {
  const near = fc.stringMatching(/^[a-zA-Z0-9._/-]{0,140}$/u);
  const name = fc.oneof(near, fc.string({ unit: 'binary', maxLength: 200 }), fc.constant('library'));
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), name, (kind, typed) => {
      assert.equal(brokenRules(kind, typed).length === 0, ONE_EXPRESSION[kind].test(typed));
    }),
    { numRuns: 2000 },
  );
});

test('names made by the rules are accepted, long ones in linear time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), fc.integer({ min: 1, max: 64 }), (kind, length) => {
      assert.deepEqual(brokenRules(kind, 'a'.repeat(length)), []);
    }),
  );
  assert.ok(brokenRules('repository', '.'.repeat(1_000_000)).includes('separators'));
});

test('every rule has words', () => {
  const names = ['', 'A', 'a'.repeat(200), 'a/+', '-', '..', 'library', '组'];
  for (const kind of KINDS) {
    for (const rule of names.flatMap((name) => brokenRules(kind, name))) {
      assert.ok(zhCN().naming.rules[rule], `${rule} has no words`);
    }
  }
});

test('an address is read as docker reads it', () => {
  const parts = (address: string) => partsOfAddress(address).map(({ kind, name }) => `${kind} ${name}`);
  assert.deepEqual(parts(' https://swr.cn-north-4.myhuaweicloud.com/My-org/team/nginx:v1@sha256:ab '), [
    'host swr.cn-north-4.myhuaweicloud.com',
    'organization My-org',
    'repository team/nginx',
    'tag v1',
  ]);
  assert.deepEqual(parts('localhost:5000/org/app'), [
    'host localhost:5000',
    'organization org',
    'repository app',
  ]);
  assert.deepEqual(parts('org/app:'), ['organization org', 'repository app', 'tag ']);
  assert.deepEqual(parts('  '), []);
});

test('a mended name keeps the rules, or there is none', () => {
  assert.equal(mendedName('organization', ' My team '), 'my-team');
  assert.equal(mendedName('repository', 'Team//Nginx_'), 'team/nginx');
  assert.equal(mendedName('tag', 'feature/login'), 'feature-login');
  assert.equal(mendedName('organization', '组织'), undefined);
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), fc.string({ unit: 'binary', maxLength: 80 }), (kind, typed) => {
      const mended = mendedName(kind, typed);
      assert.ok(mended === undefined || ONE_EXPRESSION[kind].test(mended));
    }),
  );
});
