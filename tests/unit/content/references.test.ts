import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { blocksOf, citedIn } from '../../../src/prose/check-text.ts';
import { apiMessagesSchema } from '../../../src/schema/lookup.ts';
import { observedSchema } from '../../../src/schema/observed.ts';
import { productSchema } from '../../../src/schema/products.ts';
import { referenceSchema, referencesSchema } from '../../../src/schema/references.ts';
import { read, readGuidance, readMessages, readReferences, readTopics } from './read.ts';

const references = readReferences();
const readList = <Entry>(file: string, parseEntry: (entry: unknown) => Entry): Entry[] =>
  (parse(read(file)) as unknown[]).map((entry) => parseEntry(entry));

const cited = new Set([
  ...[...readGuidance(), ...readMessages(), ...readTopics()].flatMap(({ prose }) => citedIn(blocksOf(prose))),
  ...readList('content/observed.yaml', (entry) => observedSchema.parse(entry).sources).flat(),
  ...readList('content/products.yaml', (entry) => productSchema.parse(entry).errorBodySources).flat(),
  apiMessagesSchema.parse(JSON.parse(read('content/api-messages/swr.json'))).source,
]);

test('every cited source has an entry', () =>
  assert.deepEqual(
    [...cited].filter((id) => !Object.hasOwn(references, id)),
    [],
  ));

test('every entry is cited', () =>
  assert.deepEqual(
    Object.keys(references).filter((id) => !cited.has(id)),
    [],
  ));

test('no source stands there twice', () => {
  const keys = Object.values(references).map((each) => JSON.stringify([each.title, each.url, each.date]));
  assert.equal(new Set(keys).size, keys.length);
});

describe('an entry', () => {
  for (const url of [
    'https://github.com/moby/moby/issues/51532',
    'https://github.com/huaweicloudDocs/swr/blob/7c07b27/README.md',
    'https://support.huaweicloud.com/api-swr/ErrorCode.html',
  ])
    test(`may lead to ${url}`, () => assert.ok(referenceSchema.safeParse({ title: 't', url }).success));

  for (const url of [
    'https://github.com/huaweicloudDocs/swr',
    'https://github.com/huaweicloudDocs/swr/',
    'https://support.huaweicloud.com/',
    'https://support.huaweicloud.com',
    'http://support.huaweicloud.com/api-swr/ErrorCode.html',
    'javascript:alert(1)',
    'somewhere',
  ])
    test(`may not lead to ${url}`, () => assert.ok(!referenceSchema.safeParse({ title: 't', url }).success));

  for (const [what, entry] of [
    ['no title', { url: 'https://a.invalid/b' }],
    ['a date in words', { title: 't', date: 'October 2025' }],
    ['a date on no calendar', { title: 't', date: '2021-13-45' }],
    ['a day that its month does not have', { title: 't', date: '2021-02-30' }],
    ['an unknown field', { title: 't', author: 'a' }],
  ] as const)
    test(`with ${what} is refused`, () => assert.ok(!referenceSchema.safeParse(entry).success));

  test('needs no address', () => assert.ok(referenceSchema.safeParse({ title: 't' }).success));

  for (const id of ['Upper', 'a_b', 'inferred', ''])
    test(`cannot be called '${id}'`, () =>
      assert.ok(!referencesSchema.safeParse({ [id]: { title: 't' } }).success));
});
