import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { countChanges, diffEditions } from '../../src/editions/diff.ts';
import type { CodeRow } from '../../src/schema/codes.ts';
import type { Changes, Edition } from '../../src/schema/editions.ts';
import { histories, retiredCodes } from '../../src/editions/history.ts';
import { compareWording, wordsOnly } from '../../src/editions/wording.ts';
import { collectionSchema } from '../../src/schema/codes.ts';
import { editionsSchema } from '../../src/schema/editions.ts';
import './seed.ts';

const row = (code: string, description = `about ${code}`, status: number | null = 400): CodeRow => ({
  code,
  status,
  description,
});
const rows = (codes: string): CodeRow[] => codes.split(' ').map((code) => row(code));
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
/** The lists of a difference that are not empty. */
const told = (changes: Changes): Partial<Changes> =>
  Object.fromEntries(
    Object.entries(changes).filter(([, list]: [string, readonly unknown[]]) => list.length > 0),
  );

test('equal editions do not differ', () => {
  assert.equal(countChanges(diffEditions(rows('A B C'), rows('A B C'))), 0);
});

test('added and removed codes are told with status and description', () => {
  assert.deepEqual(told(diffEditions(rows('A B C'), [...rows('A C'), row('D', 'new', null)])), {
    added: [{ code: 'D', status: null, description: 'new' }],
    removed: [{ code: 'B', status: 400, description: 'about B' }],
  });
});

test('a new description is told, apart from one with other punctuation only', () => {
  const before = [
    row('A', '跨租户错误, 没有权限'),
    row('B', "参数'type' 应该为 'app'"),
    row('C', 'at most 1.5'),
  ];
  const after = [
    row('A', '跨帐号错误, 没有权限'),
    row('B', '参数“type”应该为“app”。'),
    row('C', 'at most 15'),
  ];
  const { reworded, punctuation } = diffEditions(before, after);
  assert.deepEqual(
    reworded.map(({ code }) => code),
    ['A', 'C'],
  );
  assert.deepEqual(punctuation, [
    { code: 'B', before: "参数'type' 应该为 'app'", after: '参数“type”应该为“app”。' },
  ]);
});

test('rows in another order or with other texts beside the description do not differ', () => {
  assert.equal(countChanges(diffEditions(rows('A B C D'), rows('B C D A'))), 0);
  assert.equal(countChanges(diffEditions(rows('A'), [{ ...row('A'), message: 'no', solution: 'ask' }])), 0);
});

test('an alias makes a renaming, whose other changes are told under the new name', () => {
  const changes = diffEditions(
    [row('S.1', 'before')],
    [row('T.1', 'after', 404)],
    [{ code: 'S.1', is: 'T.1' }],
  );
  assert.deepEqual(told(changes), {
    renamed: [{ from: 'S.1', to: 'T.1' }],
    reworded: [{ code: 'T.1', before: 'before', after: 'after' }],
    statusChanged: [{ code: 'T.1', before: [400], after: [404] }],
  });
});

test('all statuses of a row are compared', () => {
  const before = [row('A'), { ...row('B'), statuses: [400, 404] }];
  assert.deepEqual(told(diffEditions(before, rows('A B'))), {
    statusChanged: [{ code: 'B', before: [400, 404], after: [400] }],
  });
});

test('random editions: what is told leads from the one to the other', () => {
  const edition = fc.uniqueArray(
    fc.record({ code: fc.constantFrom(...'ABCDEFGH'), description: fc.constantFrom('a', 'a.', 'b') }),
    {
      selector: ({ code }) => code,
    },
  );
  fc.assert(
    fc.property(edition, edition, (before, after) => {
      const [old, fresh] = [before, after].map((list) => list.map((each) => ({ ...each, status: 400 })));
      const changes = diffEditions(old ?? [], fresh ?? []);
      const texts = new Map<string, string>((old ?? []).map(({ code, description }) => [code, description]));
      for (const { code } of changes.removed) texts.delete(code);
      for (const { code, before: was, after: is } of [...changes.reworded, ...changes.punctuation]) {
        assert.equal(texts.get(code), was);
        texts.set(code, is);
      }
      for (const { code, description } of changes.added) texts.set(code, description);
      assert.deepEqual([...texts].sort(), after.map(({ code, description }) => [code, description]).sort());
    }),
  );
});

test('changed words are marked', () => {
  assert.deepEqual(compareWording('无效的命名空间', '无效的组织'), [
    { kind: 'same', text: '无效的' },
    { kind: 'removed', text: '命名空间' },
    { kind: 'added', text: '组织' },
  ]);
  assert.deepEqual(compareWording('same', 'same'), [{ kind: 'same', text: 'same' }]);
  assert.deepEqual(compareWording('', ''), []);
});

test('marked words: the parts always give both texts back, and neighbours differ in kind', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '无', '效', '的', '.', '<') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = compareWording(before, after);
      const join = (kind: string) =>
        parts.flatMap((part) => (part.kind === 'same' || part.kind === kind ? [part.text] : [])).join('');
      assert.equal(join('removed'), before);
      assert.equal(join('added'), after);
      assert.ok(parts.every((part, index) => part.text !== '' && part.kind !== parts[index - 1]?.kind));
    }),
  );
});

test('megabytes of differing text are marked as a whole, at once', () => {
  const parts = compareWording('甲 '.repeat(500_000), '乙 '.repeat(500_000));
  assert.deepEqual(
    parts.map(({ kind }) => kind),
    ['removed', 'added'],
  );
  assert.deepEqual(compareWording('', '乙 '.repeat(2000)), [{ kind: 'added', text: '乙 '.repeat(2000) }]);
});

test('the recorded rewordings of SWR keep their marks', () => {
  const marks = {
    same: (text: string) => text,
    removed: (text: string) => `[-${text}-]`,
    added: (text: string) => `{+${text}+}`,
  };
  const { editions } = editionsSchema.parse(read('content/editions/swr.json'));
  const lines = editions
    .slice(0, 4)
    .flatMap(({ changes }) => [...(changes?.reworded ?? []), ...(changes?.punctuation ?? [])])
    .map(({ code, before, after }) => {
      const marked = compareWording(before, after).map(({ kind, text }) => marks[kind](text));
      return `${code} ${marked.join('')}\n`;
    });
  assert.equal(lines.length, 162);
  assert.equal(lines.join(''), readFileSync('tests/fixtures/swr-rewordings.txt', 'utf8'));
});

test('mere punctuation is told from symbols that mean something', () => {
  assert.equal(wordsOnly('错误: “a”。'), wordsOnly('错误：a'));
  assert.notEqual(wordsOnly('size < 5'), wordsOnly('size > 5'));
  assert.notEqual(wordsOnly('version 1.5'), wordsOnly('version 15'));
  assert.notEqual(wordsOnly('编辑/管理'), wordsOnly('编辑管理'));
});

const edition = (date: string, codes: number, changes?: Partial<Changes>): Edition => ({
  edition: date,
  sha256: '0'.repeat(64),
  codes,
  ...(changes && { changes: { ...diffEditions([], []), ...changes } }),
});

test('what was dropped is retired until it is listed again', () => {
  const gone = { removed: [row('A'), row('B')] };
  const editions = [edition('2018', 3), edition('2019', 1, gone), edition('2020', 2, { added: [row('B')] })];
  assert.deepEqual(retiredCodes(editions), [{ ...row('A'), lastEdition: '2018', goneIn: '2019' }]);
  assert.deepEqual(retiredCodes(editions, [{ code: 'A', is: 'C' }]), []);
});

test('the history of a code goes back beyond its renaming', () => {
  const editions = [
    edition('2018', 1),
    edition('2019', 1, { reworded: [{ code: 'S.1', before: 'a', after: 'b' }] }),
    edition('2020', 2, { renamed: [{ from: 'S.1', to: 'T.1' }], added: [row('X')] }),
  ];
  const told = (code: string) =>
    histories(editions)(code).map(({ edition: { edition: date }, events }) => [
      date,
      ...events.map(({ kind }) => kind),
    ]);
  assert.deepEqual(told('T.1'), [
    ['2018', 'listed'],
    ['2019', 'reworded'],
    ['2020', 'renamed'],
  ]);
  assert.deepEqual(told('X'), [['2020', 'added']]);
});

test('the record of SWR: its first four editions, what they dropped and what they renamed', () => {
  const editions = editionsSchema.parse(read('content/editions/swr.json')).editions.slice(0, 4);
  assert.deepEqual(
    editions.map(({ edition: date, codes }) => [date, codes]),
    [
      ['2018-12-07', 192],
      ['2020-07-23', 192],
      ['2020-10-29', 188],
      ['2021-09-13', 188],
    ],
  );
  assert.deepEqual(editions[1]?.changes?.renamed, [{ from: 'SVCSTG.SWR.4019000', to: 'SVCSTG.S2I.4019000' }]);
  assert.deepEqual(
    retiredCodes(editions).map(({ code, lastEdition, goneIn }) => [code, lastEdition, goneIn]),
    ['5000026', '4001031', '5001034', '4001040'].map((number) => [
      `SVCSTG.SWR.${number}`,
      '2020-07-23',
      '2020-10-29',
    ]),
  );
});

test('the record of SWR ends in what is listed now', () => {
  const { editions } = editionsSchema.parse(read('content/editions/swr.json'));
  const { source, codes } = collectionSchema.parse(read('content/codes/swr-error-codes.zh-CN.json'));
  const last = editions.at(-1);
  assert.deepEqual([last?.edition, last?.sha256, last?.codes], [source.edition, source.sha256, codes.length]);
  const now = new Map(codes.map(({ code, description }) => [code, description]));
  const worded = new Map(
    editions.flatMap(({ changes }) =>
      [...(changes?.reworded ?? []), ...(changes?.punctuation ?? [])].map(
        ({ code, after }) => [code, after] as const,
      ),
    ),
  );
  for (const { code } of retiredCodes(editions)) assert.ok(!now.has(code));
  for (const [code, description] of worded) {
    if (now.has(code)) assert.equal(now.get(code), description, code);
  }
});
