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

test('what begins or ends a fence is four columns from its margin at most, and in the same block quote', () => {
  const table = `\n${pipeTable(['错误码', '描述'], [['LMP.0001', '不亮。']])}`;
  for (const before of [
    'text\n    ```\n', // goes on with the paragraph
    '    ```\n', // indented code
    '```\nx\n    ```\n```\n',
    '> ```\n> GET /lamps\n', // ends with its block quote
    '```\n> ```\n```\n', // a prompt in the code
    '-   item\n\n    ```\n    x\n# end\n',
  ]) {
    assert.deepEqual(rowsOf(before + table, 'code'), [['LMP.0001']], before);
  }
  for (const around of ['```\n', '-   item\n    ```\n    ']) {
    assert.equal(read(`${around}> ~~~\n${table}`).rows.length, around === '```\n' ? 0 : 1);
  }
  const afterQuote = '- item\n\n  > note\n\n' + table.trim().replace(/^/gm, '    ');
  assert.deepEqual(rowsOf(afterQuote, 'code'), [['LMP.0001']]);
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
  for (const other of ['-1', 'OK', '0 = Success', '0（成功）', '其他', '...'])
    assert.equal(read(table(other, '7001', '7002')).rows.length, 3, other);
  assert.deepEqual(rowsOf(table('0x1001', '0x1002'), 'code'), [['0x1001'], ['0x1002']]);
  assert.equal(read(table('1', '2', '3', '7001', '7002')).rows.length, 0);
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

test('a header may name the language of its column in many ways', () => {
  for (const [english, chinese] of [
    ['Error Message (EN)', 'Error Message (CN)'],
    ['错误信息（en_US）', '错误信息（zh_CN）'],
    ['含义（英）', '含义（中）'],
    ['英文', '中文'],
    ['英文信息', '中文信息'],
    ['英文提示', '中文提示'],
    ['Description-EN', 'Description-CN'],
    ['错误描述 English', '错误描述 中文'],
  ] as const) {
    const texts = [chinese, english];
    const inChinese = pipeTable(['错误码', ...texts], [['LMP.0001', '不亮。', 'Dark.']]);
    assert.deepEqual(rowsOf(inChinese, 'description', 'message'), [['不亮。', 'Dark.']], english);
    const inEnglish = pipeTable(['Error Code', ...texts], [['LMP.0001', '不亮。', 'Dark.']]);
    assert.deepEqual(rowsOf(inEnglish, 'description'), [['Dark.']], english);
    assert.notEqual(read(inEnglish).rows[0]?.message, '不亮。');
    assert.deepEqual(notesOf(inEnglish), [[1, `found columns that are not read: "${chinese}"`]]);
  }
});

test('the names of fields are in no language: the other headers tell that of the document', () => {
  const fields = ['LMP.0001', 'Dark.', '不亮。'];
  for (const headers of [
    ['error_code', 'error_msg', '中文'],
    ['errorCode', 'errorMsg', '说明'],
    ['errCode', '英文', '中文'],
  ]) {
    const table = pipeTable(headers, [fields]);
    assert.deepEqual(rowsOf(table, 'description', 'message'), [['不亮。', 'Dark.']], headers.join());
    assert.deepEqual(notesOf(table), []);
  }
  const english = pipeTable(['error_code', 'error_msg', 'Description'], [['LMP.0001', 'DARK', 'Dark.']]);
  assert.deepEqual(rowsOf(english, 'description', 'message'), [['Dark.', 'DARK']]);
});

test('a header that says the same in two languages is read', () => {
  const headers = ['错误码 Error Code', '状态码 Status Code', '错误信息 Message', '描述<br>Description'];
  const table = pipeTable(headers, [['LMP.0001', '404', 'Dark.', '不亮。']]);
  assert.deepEqual(rowsOf(table, 'code', 'status', 'message', 'description'), [
    ['LMP.0001', 404, 'Dark.', '不亮。'],
  ]);
  assert.equal(read(pipeTable(['错误码 Code', '描述'], [['LMP.0001', '不亮。']])).rows.length, 1);
  assert.equal(read(pipeTable(['错误码 Message', '描述'], [['LMP.0001', '不亮。']])).rows.length, 0);
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
  const { problems, rows: found } = read(pipeTable(['Error Code', 'Why the Lamp'], rows));
  assert.deepEqual(
    problems.map(({ line, message }) => [line, message]),
    [
      [
        1,
        'found no column of descriptions, and headers that are not read: "Why the Lamp"; expected one that says what the codes mean',
      ],
    ],
  );
  assert.match(problems[0]?.hint ?? '', /content\/headers\.yaml/);
  assert.deepEqual(
    found.map(({ description }) => description),
    ['Dark.', 'Hot.'],
  );
  // A second column of a known field is not it.
  const answers = pipeTable(['错误码', '处理措施', '解决方案'], [['LMP.0001', '开灯', '换灯']]);
  assert.equal(read(answers).rows[0]?.description, '');
  assert.equal(read(answers).problems.length, 1);
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
    '<td>这些错误码从明年起不再使用。</td><td></td><td></td>',
    '<td></td><td>这些错误码从明年起不再使用。</td><td></td>',
    '<td>从明年起不再使用。</td><td>从明年起不再使用。</td><td>从明年起不再使用。</td>',
    '<td>-</td><td colspan="2">从明年起不再使用。</td>',
    '<td>备注：从明年起不再使用。</td><td>-</td><td>-</td>',
    '<td colspan="3">从明年起不再使用。</td>',
  ]) {
    assert.deepEqual(rowsOf(html(cell), 'code'), [['LMP.0001']]);
    assert.match(
      notesOf(html(cell))[0]?.[1] ?? '',
      /^found a note across the columns: ".*从明年起不再使用。"/,
    );
  }
  for (const cell of ['<td></td><td>LMP.0002</td><td></td>', '<td></td><td>LMP. 0002</td><td></td>']) {
    assert.equal(read(html(cell)).rows.length, 2, cell);
  }
});

test('one cell alone in a row is a note where it says so, and else nothing that anyone could tell', () => {
  const table = (cell: string): string =>
    `|状态码|错误码|描述|\n|--|--|--|\n|404|LMP.0001|不亮。|\n|${cell}|\n|500|LMP.0002|太热。|\n`;
  assert.deepEqual(rowsOf(table('说明：仅限内测。'), 'code'), [['LMP.0001'], ['LMP.0002']]);
  assert.match(notesOf(table('说明：仅限内测。'))[0]?.[1] ?? '', /^found a note/);
  const { rows, problems } = read(table('灯坏了。'));
  assert.deepEqual(
    rows.map(({ isDoubtful }) => isDoubtful),
    [undefined, true, undefined],
  );
  assert.match(problems[0]?.message ?? '', /row of 1 cell; expected 3/);
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
  for (const [header, ...values] of [
    ['取值', '7006', '7007'],
    ['Value', '-7006', '-7007'],
    ['结果', '0x7006', '0x7007'],
    ['代号', 'DOR.0001'],
    ['Exception', 'DoorStuckException', 'DoorGoneException'],
  ] as const) {
    assert.equal(notesOf(`${known}\n${other(header, ...values)}`).length, 1, header);
  }
  for (const [header, ...values] of [
    ['灯码', '7006', '大'],
    ['取值', '1', '2'],
    ['参数', '7006', '7007'],
    ['名称', 'DoorStuck', 'DoorGone'],
    ['示例', '30001'],
  ] as const) {
    assert.deepEqual(notesOf(`${known}\n${other(header, ...values)}`), [], header);
  }
  const headless = '<table><tr><td>DOR.0001</td><td>a</td></tr><tr><td>DOR.0002</td><td>b</td></tr></table>';
  assert.equal(notesOf(`${known}\n${headless}`).length, 1);
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
  for (const status of [
    ...['HTTP 404', 'HTTP/1.1 404 Not Found', '404 未找到', '404（Not Found）', '404: Not Found'],
    ...[
      'HTTP-404',
      'HTTP_404',
      '404 - Not Found',
      '400、401',
      '4xx',
      '400-499',
      'Not Found',
      '400 Bad Request / 404 Not Found',
      '-',
    ],
  ]) {
    const { rows, problems } = read(
      table('500 Internal Server Error', status === 'Not Found' ? '-' : status),
    );
    assert.deepEqual(rows, [], status);
    assert.match(
      problems[0]?.message ?? '',
      /^found HTTP statuses under a header of error codes, such as "500/,
    );
  }
  assert.deepEqual(read(table('Not Found', 'Bad Request')).rows, []);
  assert.equal(read(table('NotFound', 'LampBroken')).rows.length, 2);
  const both = `${table('404 Not Found', '500')}\n${pipeTable(['错误码', '描述'], [['LMP.0001', '不亮。']])}`;
  assert.deepEqual(rowsOf(both, 'code'), [['LMP.0001']]);
  assert.match(notesOf(both)[0]?.[1] ?? '', /HTTP statuses under a header of error codes/);
});

test('a column of HTTP error codes holds statuses beside one of codes, and codes where it has some', () => {
  for (const header of ['HTTP Error Code', 'HTTP错误码']) {
    const beside = pipeTable([header, 'Error Code', 'Description'], [['404 Not Found', 'LMP.0001', 'Dark.']]);
    assert.deepEqual(rowsOf(beside, 'status', 'code'), [[404, 'LMP.0001']], header);
    assert.equal(read(pipeTable([header, 'Description'], [['404 Not Found', 'Dark.']])).rows.length, 0);
    assert.equal(read(pipeTable([header, 'Description'], [['LMP.0001', 'Dark.']])).rows.length, 1);
  }
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
  const whole = ['灯', 400, 'LMP.0002', '没有灯。'];
  for (const short of [
    ['灯', 'LMP.0002', '没有灯。'], // Its own module, and the status of the row above.
    ['LMP.0002', '没有灯。', '', ''], // Filled with empty cells.
  ]) {
    assert.deepEqual(rowsOf(table(...short), 'module', 'status', 'code', 'description').at(-1), whole);
  }
});

test('a row that lost its code is another cause of the one above; codes may be names', () => {
  const table = (...rows: string[]): string =>
    `|状态码|错误码|描述|处理措施|\n|--|--|--|--|\n${rows.map((row) => `|${row}|\n`).join('')}`;
  assert.deepEqual(
    rowsOf(table('400|LMP.0001|不亮。|开灯', '灯坏了。|换灯'), 'status', 'code', 'description'),
    [
      [400, 'LMP.0001', '不亮。'],
      [400, 'LMP.0001', '灯坏了。'],
    ],
  );
  assert.deepEqual(rowsOf(table('400|LampDark|不亮。|开灯', 'LampHot|太热。|等'), 'status', 'code'), [
    [400, 'LampDark'],
    [400, 'LampHot'],
  ]);
  // Of a row that fits nowhere nobody can tell the fields: it is said, and is no row.
  const { rows, problems } = read(table('太热。|LMP.0002|等', '400|LMP.0001|不亮。|开灯'));
  assert.equal(problems.length, 1);
  assert.equal(rows[0]?.isDoubtful, undefined);
  assert.equal(read(table('LMP.0002|太热。|等', '400|LMP.0001|不亮。|开灯')).rows[0]?.isDoubtful, true);
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
