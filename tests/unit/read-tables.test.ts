import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readDocument } from '../../scripts/extract/read/read.ts';
import { codesOf, HEADERS, htmlTable, pipeTable, read, ROW } from './reading.ts';

const ONE: [string, string][] = [['DEMO.0001', '不存在。']];
const html = htmlTable(HEADERS, [ROW]);
const pipes = pipeTable(HEADERS, [ROW]);
const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/sources/${name}`, import.meta.url));

test('columns go by their headers, in any order, with columns between that mean nothing here', () => {
  const headers = ['序号', '描述', '错误码', '备注', 'HTTP状态码'];
  const cells = ['1', '不存在。', 'DEMO.0001', 'x', '404'];
  for (const table of [htmlTable(headers, [cells]), pipeTable(headers, [cells])]) {
    const { line, ...row } = read(table).rows[0] ?? { line: 0 };
    assert.ok(line > 0);
    assert.deepEqual(row, { status: 404, code: 'DEMO.0001', description: '不存在。' });
  }
});

test('message, solution and module only where the table has them', () => {
  const headers = ['模块', '错误码', '错误信息', '处理措施'];
  const { rows } = read(pipeTable(headers, [['公共', 'DEMO.0001', 'Not found.', '']]));
  assert.deepEqual(rows, [
    {
      line: 3,
      status: null,
      code: 'DEMO.0001',
      description: 'Not found.',
      message: 'Not found.',
      solution: '',
      module: '公共',
    },
  ]);
});

test('说明 is the description and 描述（处理措施） the solution of one table', () => {
  const { rows } = read(pipeTable(['错误码', '说明', '描述（处理措施）'], [['DEMO.0001', 'a', 'b']]));
  assert.deepEqual([rows[0]?.description, rows[0]?.solution], ['a', 'b']);
});

test('status cells', () => {
  const cells = [
    '404',
    '404 Not Found',
    '400/404/500',
    '4XX',
    '',
    '416 Client Requested Range Not Satisfiable',
    '0404',
  ];
  const { rows } = read(
    pipeTable(
      HEADERS,
      cells.map((status, n) => [status, `DEMO.000${n}`, 'x']),
    ),
  );
  assert.deepEqual(
    rows.map(({ status }) => status),
    [404, 404, '400/404/500', '4XX', null, 416, '0404'],
  );
});

test('the line is the one on which the code stands', () => {
  const table =
    '前言\n\n<table><tr><th>错误码</th><th>描述</th></tr>\n<tr>\n<td>\n\n<p>DEMO.0001</p></td>\n<td>x</td></tr></table>';
  assert.equal(read(table).rows[0]?.line, 7);
  assert.equal(read(table.replaceAll('\n', '\r\n')).rows[0]?.line, 7);
  assert.equal(read(`\ufeff${table.replace('\n\n', '\r\n\r')}`).rows[0]?.line, 7);
});

test('an HTML table is taken whole: blank lines, indents and what looks like Markdown in it mean nothing', () => {
  const table = html.replaceAll('<td>', '\n\n      <td>\n\n```\n\n    ').replaceAll('</td>', '\n\n</td>');
  assert.deepEqual(
    read(table).rows.map(({ code }) => code),
    ['``` DEMO.0001'],
  );
  assert.deepEqual(codesOf(html.replaceAll('\n', '\n\n        \n')), ONE);
});

test('tables in lists and block quotes', () => {
  const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);
  assert.deepEqual(codesOf(`-   列表\n\n${indented(html, '    ')}`), ONE);
  assert.deepEqual(codesOf(`-   列表\n\n${indented(pipes, '    ')}`), ONE);
  assert.deepEqual(codesOf(`1.  a\n    -   b\n\n${indented(pipes, '        ')}`), ONE);
  assert.deepEqual(codesOf(indented(pipes, '> ')), ONE);
  assert.deepEqual(codesOf(indented(html, '> > ')), ONE);
});

test('no table in code, in comments, or where the text speaks of tables', () => {
  const hidden = [
    `\`\`\`\n${pipes}\n${html}\`\`\`\n`,
    `~~~~ html\n${html}\n~~~\n${pipes}~~~~\n`,
    `-   a\n\n    \`\`\`\n    ${pipes.replaceAll('\n', '\n    ')}\n    \`\`\`\n`,
    `text\n\n    ${pipes.trim().replaceAll('\n', '\n    ')}\n\n`,
    `<!-- ${html} -->\n<!-- --> <!--\n${pipes}-->\n`,
    'the tag `<table>` and ``<table> ` <table>`` and \\<table>\n\n',
  ];
  for (const text of hidden) {
    assert.equal(read(text).rows.length, 0, text);
    assert.deepEqual(codesOf(`${text}\n${pipes}`), ONE, text);
  }
});

test('several tables, those that are none of ours among them', () => {
  const parameters = htmlTable(
    ['参数', '描述'],
    [
      ['errorCode', '错误码说明'],
      ['error_msg', '错误描述'],
    ],
  );
  const bare =
    '<table><tr><td>参数</td><td>描述</td></tr><tr><td>error_code</td><td>错误码说明</td></tr><tr><td>x</td><td>y</td></tr></table>\n';
  const statuses = pipeTable(['状态码', '编码', '错误码说明'], [['404', 'NotFound', '不存在。']]);
  const second = pipeTable(HEADERS, [['400', 'DEMO.0002', '无效。']]);
  const text = [parameters, html, bare, statuses, second].join('\n\n');
  assert.deepEqual(codesOf(text), [...ONE, ['DEMO.0002', '无效。']]);
  const { rows, problems } = read(parameters + bare + statuses);
  assert.equal(rows.length, 0);
  assert.match(
    problems[0]?.message ?? '',
    /found 3 tables \(line 1: "参数 \| 描述"; .*expected a table with a column of error codes/,
  );
});

test('a table inside a cell of a table that is none of ours', () => {
  assert.deepEqual(
    codesOf(
      `<table><tr><td>x</td><td>${html}</td></tr><tr><td>${html.replace('0001', '0002')}</td></tr></table>`,
    ),
    [...ONE, ['DEMO.0002', '不存在。']],
  );
});

test('a column of error codes that holds HTTP statuses only is none', () => {
  const { rows, problems } = read(
    pipeTable(
      ['错误码', '描述'],
      [
        ['400', 'x'],
        ['404', 'y'],
      ],
    ),
  );
  assert.equal(rows.length, 0);
  assert.equal(problems.length, 1);
});

test('a header that may mean error codes means them where all below it looks like some', () => {
  const results: [string, string][] = [
    ['E000102', 'app_key 无效。'],
    ['1010001', '系统繁忙。'],
  ];
  const statuses: [string, string][] = [
    ['200', '成功。'],
    ['404 Not Found', '不存在。'],
  ];
  const phrases: [string, string][] = [['BadRequest', '无效。']];
  for (const header of ['返回码', '响应码', 'Code']) {
    for (const table of [htmlTable, pipeTable]) {
      assert.deepEqual(codesOf(table([header, '描述'], results)), results, header);
      for (const others of [statuses, phrases, [...results, ...phrases]]) {
        assert.deepEqual(read(table([header, '描述'], others)).rows, [], header);
      }
    }
  }
  // Beside a column that is surely of error codes it stays what it is.
  assert.deepEqual(
    read(pipeTable(['返回码', '错误码', '描述'], [['404', '1010001', 'x']])).rows[0]?.status,
    404,
  );
});

test('tags and comments of any length end nothing but themselves', () => {
  const [second, third] = ['0002', '0003'].map(
    (number) => [`DEMO.${number}`, '不存在。'] as [string, string],
  );
  const after = `${pipes.replace('0001', '0002')}\n${html.replace('0001', '0003')}`;
  for (let length = 1; length < 70; length++) {
    const lines = '\nx > <td> |'.repeat(length);
    for (const long of [`<!--${lines}-->`, `<colgroup title="${lines}">`]) {
      const text = `${html.replace('</table>', `${long}</table>`)}\n${after}`;
      assert.deepEqual(codesOf(text), [...ONE, second, third], text);
    }
  }
});

test('the tag of a table may go on over lines', () => {
  const tag = '<table\n  summary="x"\n  border="1"\n>';
  assert.deepEqual(codesOf(html.replace('<table>', tag)), ONE);
  const { rows, problems } = read(`less <table\n\n${pipes}`);
  assert.equal(rows.length, 1);
  assert.match(problems[0]?.message ?? '', /<table without its ">"/);
});

test('header rows: without thead, repeated, repeated in another order, in two rows, after a title', () => {
  const row = (cells: string[], tag = 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>\n`;
  const table = (...rows: string[]): string => `<table>${rows.join('')}</table>`;
  const two = [...ONE, ['DEMO.0002', '无效。']];
  assert.deepEqual(codesOf(table(row(HEADERS), row(ROW))), ONE);
  assert.deepEqual(
    codesOf(table(row(HEADERS), row(ROW), row(HEADERS), row(['400', 'DEMO.0002', '无效。']))),
    two,
  );
  const turned = table(
    row(HEADERS, 'th'),
    row(ROW),
    row(['描述', '状态码', '错误码'], 'th'),
    row(['无效。', '400', 'DEMO.0002']),
  );
  assert.deepEqual(codesOf(turned), two);
  const high =
    '<tr><th rowspan="2">状态码</th><th colspan="2">错误</th></tr><tr><th>错误码</th><th>描述</th></tr>';
  assert.deepEqual(codesOf(table(high, row(ROW))), ONE);
  const title = '<tr><td colspan="3">错误码</td></tr>';
  assert.deepEqual(codesOf(table(title, row(HEADERS), row(ROW), '<tr><td colspan="3">其他</td></tr>')), ONE);
  assert.deepEqual(
    codesOf(
      table(row(HEADERS, 'th'), '<tr><td>404</td><th scope="row">DEMO.0001</th><td>不存在。</td></tr>'),
    ),
    ONE,
  );
});

test('rowspan and colspan', () => {
  const table = `<table><tr><th>模块</th><th>状态码</th><th>错误码</th><th>描述</th></tr>
    <tr><td rowspan="3">公共</td><td rowspan="2">400</td><td>DEMO.0001</td><td rowspan=2>a</td></tr>
    <tr><td>DEMO.0002</td></tr>
    <tr><td>404</td><td>DEMO.0003</td><td>b</td></tr>
    <tr><td colspan="2">500</td><td>DEMO.0004</td><td>c</td></tr></table>`;
  assert.deepEqual(
    read(table).rows.map(({ module, status, code, description }) => [module, status, code, description]),
    [
      ['公共', 400, 'DEMO.0001', 'a'],
      ['公共', 400, 'DEMO.0002', 'a'],
      ['公共', 404, 'DEMO.0003', 'b'],
      ['500', 500, 'DEMO.0004', 'c'],
    ],
  );
});

test('a rowspan ends with its group of rows', () => {
  const table = `<table><thead><tr><th>模块</th><th>错误码</th><th>描述</th></tr></thead>
    <tbody><tr><td rowspan="0">公共</td><td>DEMO.0001</td><td>a</td></tr><tr><td>DEMO.0002</td><td>b</td></tr></tbody>
    <tbody><tr><td rowspan="9">其他</td><td>DEMO.0003</td><td>c</td></tr></tbody>
    <tbody><tr><td>末</td><td>DEMO.0004</td><td>d</td></tr></tbody></table>`;
  assert.deepEqual(
    read(table).rows.map(({ module, code }) => [module, code]),
    [
      ['公共', 'DEMO.0001'],
      ['公共', 'DEMO.0002'],
      ['其他', 'DEMO.0003'],
      ['末', 'DEMO.0004'],
    ],
  );
});

test('documents in the shapes of the family', () => {
  const queue = readDocument(fixture('queue.md'));
  assert.deepEqual(queue.problems, []);
  assert.deepEqual(
    queue.rows.map(({ line, code }) => [line, code]),
    [
      [15, 'QUE.0001'],
      [16, 'QUE.0002'],
      [17, 'QUE.0003'],
      [18, 'QUE.0010'],
      [19, 'SVCSTG.SWR.4010000'],
    ],
  );
  assert.deepEqual(queue.rows[3], {
    line: 18,
    status: 429,
    code: 'QUE.0010',
    description: '请求过多 & 被限流。',
    message: 'Too many requests: a | b || c',
    solution: '1. 降低频率 2. 稍后重试',
  });
  const vault = readDocument(fixture('vault.md'));
  assert.deepEqual(vault.problems, []);
  assert.deepEqual(
    vault.rows.map(({ line, code, module }) => [line, code, module]),
    [
      [15, 'VLT.0101', 'Common'],
      [17, 'VLT.0102', 'Common'],
      [18, 'VLT.0103', 'Common'],
      [21, 'VLT.0201', 'Keys'],
    ],
  );
  assert.equal(vault.rows[0]?.description, 'The <token> is missing.');
  assert.equal(vault.rows[2]?.solution, 'Check the keys. Then retry.');
});

test('the hint for bytes that are no UTF-8 names the encoding that they look like', () => {
  const hintOf = (bytes: Uint8Array) => readDocument(bytes).problems[0]?.hint;
  assert.match(hintOf(Buffer.from(`\ufeff${pipes}`, 'utf16le')) ?? '', /begins as UTF-16 does/);
  assert.match(hintOf(Buffer.from([0xb4, 0xed])) ?? '', /GB18030/);
});

test('what cannot be read is named with its line', async (t) => {
  const cases: [string, text: string | Uint8Array, line: number, message: RegExp][] = [
    ['no table', '# 错误码\n', 1, /found no table; expected a table with a column of error codes/],
    ['a table without rows', pipeTable(HEADERS, []), 1, /without rows/],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from('a\n错误'), Buffer.from([0xb4, 0xed])]),
      2,
      /byte 0xB4 at offset 8/,
    ],
    ['UTF-16', Buffer.from(pipes, 'utf16le'), 1, /UTF-8|NUL/],
    ['a NUL character', 'a\nb\0', 2, /NUL/],
    ['a table that does not end', html.replace('</table>', ''), 1, /<table> without an end/],
    ['a table cut off inside a tag', html.slice(0, html.indexOf('DEMO') - 2), 1, /<table> without an end/],
    [
      'a table that begins before the last has ended',
      `${html.replace('</table>', '')}\n${html}`,
      8,
      /<table> while the table of line 1 is open/,
    ],
    [
      'text outside the cells',
      html.replace('<td>404', '404'),
      4,
      /the text "404" inside a table but outside its cells/,
    ],
    [
      'an end tag too many',
      html.replace('</tr></tbody>', '</td></tr></tbody>'),
      6,
      /<\/td> where no <td> is open/,
    ],
    [
      'a tag without its end',
      html.replace('<td>DEMO', '<td class="x" DEMO'),
      5,
      /broken HTML \(unexpected-character-in-attribute-name\)/,
    ],
    ['a comment without its end', `${html}\n<!-- x`, 8, /comment without an end/],
    ['a fence without its end', `${html}\n\`\`\`\n`, 8, /code fence without an end/],
    ['too few cells', pipeTable(HEADERS, [['404', 'DEMO.0001']]), 3, /row of 2 cells; expected 3/],
    ['too many cells', pipeTable(HEADERS, [[...ROW, 'x']]), 3, /row of 4 cells; expected 3/],
    [
      'rows parted from their table',
      `${pipes}\n|404|DEMO.0002|x|\n|404|DEMO.0003|x|\n`,
      5,
      /looks like a row of a pipe table/,
    ],
    [
      'a table that lost its header',
      html +
        htmlTable(
          ['x', 'y'],
          [
            ['DEMO.0001', 'a'],
            ['DEMO.0002', 'b'],
            ['DEMO.0003', 'c'],
          ],
        ),
      7,
      /found "DEMO\.0002" in a table without a column of error codes/,
    ],
    [
      'a row above the header',
      `<table><tr><td>400</td><td>DEMO.0002</td></tr><tr><th>错误码</th><th>描述</th></tr></table>`,
      1,
      /row above the header row/,
    ],
  ];
  for (const [name, text, line, message] of cases) {
    await t.test(name, () => {
      const { problems } = readDocument(Buffer.from(text));
      const found = problems.find((problem) => message.test(problem.message));
      assert.ok(found, `no problem like ${String(message)}: ${JSON.stringify(problems)}`);
      assert.equal(found.line, line);
      assert.ok(found.hint.length > 0);
    });
  }
});
