/** Kinds of tables that documents of the family have, in documents of our own making. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pipeTable, read } from './reading.ts';

type Fields = 'status' | 'code' | 'description' | 'message' | 'module';

/** The fields of the rows of a document that the reader does not object to. */
function rowsOf(text: string, ...fields: Fields[]): unknown[][] {
  const { rows, problems } = read(text);
  assert.deepEqual(problems, []);
  return rows.map((row) => fields.map((field) => row[field]));
}

const notesOf = (text: string): [line: number, message: string][] =>
  read(text).notes.map(({ line, message }) => [line, message]);

test('a fence right after a list item ends the item, whatever blank lines it has', () => {
  const text = `-   样例\n\`\`\`\nGET /lamps\n\n{}\n\`\`\`\n\n${pipeTable(['错误码', '描述'], [['LMP.0001', '灯不亮。']])}`;
  assert.deepEqual(rowsOf(text, 'code'), [['LMP.0001']]);
});

test('a header that may mean codes does where success and statuses stand among them', () => {
  const table = (...codes: string[]): string =>
    pipeTable(
      ['Code', 'Description'],
      codes.map((code) => [code, 'Words.']),
    );
  assert.deepEqual(rowsOf(table('0', '20000001', '20000002'), 'code'), [['0'], ['20000001'], ['20000002']]);
  assert.equal(read(table('400', '7001', '7002')).rows.length, 3);
  assert.equal(read(table('0', '20000001')).rows.length, 0);
  assert.equal(read(table('200', '404')).rows.length, 0);
  assert.equal(read(table('7001', '7002', 'words of any kind')).rows.length, 0);
});

test('a returned value is a code or a status in words, as its values say', () => {
  const table = (...values: string[]): string =>
    pipeTable(
      ['Status Code', 'Returned Value', 'Description'],
      values.map((value) => ['404', value, 'No such lamp.']),
    );
  assert.deepEqual(rowsOf(table('LMP.0001', 'LMP.0002'), 'status', 'code'), [
    [404, 'LMP.0001'],
    [404, 'LMP.0002'],
  ]);
  assert.equal(read(table('Not Found', 'OK')).rows.length, 0);
});

test('names beside a status are codes, the status in words is none', () => {
  const table = (...names: string[]): string =>
    pipeTable(
      ['Code', 'HTTP Status Code', 'Description'],
      names.map((name) => [name, '400 Bad Request', 'Words.']),
    );
  assert.deepEqual(rowsOf(table('LampBroken', 'BadRequest'), 'code', 'status'), [
    ['LampBroken', 400],
    ['BadRequest', 400],
  ]);
  assert.equal(read(table('BadRequest', 'BadRequest')).rows.length, 0);
  assert.equal(read(table('Bad Request', 'LampBroken')).rows.length, 0);
});

test('of two languages the document’s is the description; the English text of a Chinese one is its message', () => {
  for (const [english, chinese] of [
    ['错误描述（English）', '错误描述（中文）'],
    ['英文错误信息', '中文错误信息'],
    ['描述（英文）', '描述（中文）'],
  ] as const) {
    const table = pipeTable(['错误码', english, chinese], [['LMP.0001', 'Dark.', '不亮。']]);
    assert.deepEqual(rowsOf(table, 'description', 'message'), [['不亮。', 'Dark.']], english);
  }
  const text = pipeTable(
    ['Error Code', 'Description (Chinese)', 'Description (English)'],
    [['LMP.0001', '不亮。', 'Dark.']],
  );
  assert.deepEqual(rowsOf(text, 'description'), [['Dark.']]);
  assert.deepEqual(notesOf(text), [[1, 'found columns that are not read: "Description (Chinese)"']]);
});

test('a header over two columns counts for both', () => {
  const html = `<table><tr><th rowspan="2">错误码</th><th colspan="2">描述</th></tr>
    <tr><th>中文</th><th>英文</th></tr><tr><td>LMP.0001</td><td>不亮。</td><td>Dark.</td></tr></table>`;
  assert.deepEqual(rowsOf(html, 'code', 'description', 'message'), [['LMP.0001', '不亮。', 'Dark.']]);
});

test('a header that is not known is named as such, once, and its cells are not called empty', () => {
  const rows = [
    ['LMP.0001', 'Dark.'],
    ['LMP.0002', 'Hot.'],
  ];
  const { problems } = read(pipeTable(['Error Code', 'Why the Lamp'], rows));
  assert.deepEqual(
    problems.map(({ line, message }) => [line, message]),
    [
      [
        1,
        'found no column of descriptions, and headers that are not known: "Why the Lamp"; expected one that says what the codes mean',
      ],
    ],
  );
  assert.match(problems[0]?.hint ?? '', /content\/headers\.yaml/);
});

test('a column that is not read is said', () => {
  const table = pipeTable(['错误码', '灯型', '描述'], [['LMP.0001', '大', '不亮。']]);
  assert.deepEqual(notesOf(table), [[1, 'found columns that are not read: "灯型"']]);
});

test('a note across the columns is no row', () => {
  const html = (cell: string): string =>
    `<table><tr><th>模块</th><th>错误码</th><th>描述</th></tr><tr><td>灯</td><td>LMP.0001</td><td>不亮。</td></tr>
<tr>${cell}</tr></table>`;
  for (const cell of [
    '<td></td><td colspan="2">这些错误码从明年起不再使用。</td>',
    '<td>说明：从明年起不再使用。</td><td></td><td></td>',
  ]) {
    assert.deepEqual(rowsOf(html(cell), 'code'), [['LMP.0001']]);
    assert.match(
      notesOf(html(cell))[0]?.[1] ?? '',
      /^found a note across the columns: ".*从明年起不再使用。"/,
    );
  }
  assert.equal(read(html('<td></td><td>LMP.0002</td><td></td>')).rows.length, 2);
});

test('a table that nobody recognises is said beside one that is read', () => {
  const known = pipeTable(['错误码', '描述'], [['30001', '不亮。']]);
  const other = (header: string, ...values: string[]): string =>
    pipeTable(
      [header, '意思'],
      values.map((value) => [value, '太热。']),
    );
  assert.deepEqual(notesOf(`${known}\n${other('灯码', '7006', '7007')}`), [
    [5, 'found a table that was not read, though it may list error codes under "灯码"'],
  ]);
  assert.deepEqual(notesOf(`${known}\n${other('灯数', '7006', '7007')}`), []);
  assert.deepEqual(notesOf(`${known}\n${other('灯码', '7006', '大')}`), []);
});

test('HTTP statuses with their words, and sentences, are no codes whatever the header says', () => {
  const table = (...codes: string[]): string =>
    pipeTable(
      ['HTTP error code', 'Description'],
      codes.map((code) => [code, 'Words.']),
    ).replace('HTTP error code', 'Error Code');
  assert.equal(read(table('301 Moved Permanently', '403 Forbidden')).rows.length, 0);
  assert.equal(read(table('The lamp is not lit.', 'The lamp is far too hot.')).rows.length, 0);
  assert.equal(read(table('301 Moved Permanently', 'LMP.0001')).rows.length, 2);
});

test('a row that lost the cells it shares with the row above gets them back', () => {
  const table = (...short: string[]): string =>
    `|模块|状态码|错误码|描述|\n|--|--|--|--|\n|灯|400|LMP.0001|不亮。|\n|${short.join('|')}|\n`;
  assert.deepEqual(rowsOf(table('404', 'LMP.0002', '没有灯。'), 'module', 'status', 'code', 'description'), [
    ['灯', 400, 'LMP.0001', '不亮。'],
    ['灯', 404, 'LMP.0002', '没有灯。'],
  ]);
  assert.deepEqual(rowsOf(table('LMP.0002', '没有灯。'), 'module', 'status', 'code').at(-1), [
    '灯',
    400,
    'LMP.0002',
  ]);
  assert.match(notesOf(table('404', 'LMP.0002', '没有灯。'))[0]?.[1] ?? '', /lost the cells it shares/);
  assert.match(read(table('门', '404', 'LMP.0002')).problems[0]?.message ?? '', /row of 3 cells; expected 4/);
});

test('a cell of a pipe table goes on on the next lines where these close it', () => {
  const head = '|错误码|描述|\n|--|--|\n';
  const tail = '|LMP.0002|太热。|\n';
  assert.deepEqual(rowsOf(`${head}|LMP.0001|原因：\n- 甲\n- 乙 |\n${tail}`, 'code', 'description'), [
    ['LMP.0001', '原因： - 甲 - 乙'],
    ['LMP.0002', '太热。'],
  ]);
  const open = 'a | b\n--|--\n'.replace('a', '错误码').replace('b', '描述');
  assert.deepEqual(rowsOf(`${open}LMP.0001 | 不亮。\nLMP.0002 | 太热。\n`, 'code'), [
    ['LMP.0001'],
    ['LMP.0002'],
  ]);
  assert.equal(read(`${head}|LMP.0001|不亮。\n\n太热。|\n`).rows.length, 1);
});

test('a status in words and numbers, in any order', () => {
  const table = (status: string): string =>
    pipeTable(['Error Code', 'HTTP Status Codes', 'User Message'], [['LampBroken', status, 'Dark.']]);
  for (const status of ['409', '409 Conflict', 'Conflict (409)', 'HTTP 409 Conflict']) {
    assert.deepEqual(rowsOf(table(status), 'status', 'description'), [[409, 'Dark.']], status);
  }
  assert.deepEqual(rowsOf(table('Conflict (40)'), 'status'), [['Conflict (40)']]);
});
