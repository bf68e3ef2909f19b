/** The reader and the rules on random input; `seed.ts` prints the seed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { validateRows } from '../../scripts/extract/validate/validate.ts';
import { readDocument, type Reading } from '../../scripts/extract/read/read.ts';
import { htmlTable, pipeTable, read } from './reading.ts';
import './seed.ts';

const seed = readFileSync(
  new URL('../fixtures/project/content/sources/swr-error-codes.zh-CN.md', import.meta.url),
  'utf8',
);

/** Reads and validates; neither may throw, and whatever is lost must be said. */
function run(text: string): Reading {
  const reading = read(text);
  const problems = [...reading.problems, ...validateRows(reading.rows, undefined, reading.fieldsAt)];
  for (const { line, message, hint } of problems) {
    assert.ok(Number.isInteger(line) && line >= 1, message);
    assert.ok(message !== '' && hint !== '');
  }
  return { ...reading, problems };
}

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Texts that a cell may hold: any characters, and those that mean something in HTML or Markdown more often. */
const markup = fc.constantFrom(
  ...[
    '<',
    '>',
    '&',
    '|',
    '\\',
    '*',
    '**',
    '_',
    '`',
    '``',
    '[a](b)',
    '{id}',
    '&lt;',
    '&#60;',
    '<b>',
    '</td>',
    '<td>',
    '<table>',
  ],
  ...[
    '</table>',
    '<!--',
    '-->',
    '<script>',
    '```',
    '---',
    '# ',
    '- ',
    '> ',
    '1. ',
    '~~~',
    '\u00a0',
    '　',
    '\t',
    '"',
    "'",
    '中',
    '错误码',
    '\\|',
    '状态码',
  ],
);
const cell = fc
  .array(fc.oneof({ weight: 2, arbitrary: markup }, fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join('').replaceAll('\0', ''));

interface Field {
  key: 'status' | 'code' | 'description' | 'message' | 'solution' | 'module' | 'other';
  headers: string[];
}
const FIELDS: Field[] = [
  { key: 'code', headers: ['错误码', '错误代码', '返回错误码', 'Error Code', '错误码（Error Code）'] },
  { key: 'description', headers: ['描述', '错误码说明', '语义', 'Description'] },
  { key: 'status', headers: ['状态码', 'HTTP状态码', '错误返回码', 'Status Code'] },
  { key: 'message', headers: ['错误信息', 'Error Message'] },
  { key: 'solution', headers: ['处理措施', '解决方案', '描述（处理措施）'] },
  { key: 'module', headers: ['模块', 'Module'] },
  { key: 'other', headers: ['编码', '备注', '类型'] },
];

/** A table: some of the fields in any order, always with code and description, and rows of texts. */
const table = fc
  .tuple(fc.subarray(FIELDS.slice(2)), fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 8 }))
  .chain(([optional, order, height]) => {
    const fields = [...FIELDS.slice(0, 2), ...optional]
      .map((field) => ({ field, rank: order.next().value }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ field }) => field);
    const headers = fields.map(({ headers }) => headers[order.next().value % headers.length] ?? '');
    const row = fc.tuple(
      ...fields.map(({ key }) =>
        key === 'status' ? fc.constantFrom('400', '404 Not Found', '400/500') : cell,
      ),
    );
    return fc.array(row, { minLength: height, maxLength: height }).map((rows) => {
      const code = fields.findIndex(({ key }) => key === 'code');
      rows.forEach((cells, index) => (cells[code] = `DEMO.${1000 + index}`));
      return { fields, headers, rows };
    });
  });

/** What the reader has to find in the table. */
function expected({ fields, rows }: { fields: Field[]; rows: string[][] }): Record<string, unknown>[] {
  const statuses: Record<string, unknown> = { '400': 400, '404 Not Found': 404, '400/500': '400/500' };
  return rows.map((cells) => {
    const row: Record<string, unknown> = { status: null };
    fields.forEach(({ key }, index) => {
      if (key === 'other') return;
      const text = collapse(cells[index] ?? '');
      row[key] = key === 'status' ? statuses[text] : text;
    });
    return row;
  });
}

const found = ({ rows }: Reading): Record<string, unknown>[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'line')));

const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const asMarkdown = (text: string): string => text.replace(/[\n\r]/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');

test('random tables come back equal from HTML and from pipes', () => {
  fc.assert(
    fc.property(table, (value) => {
      const { headers, rows } = value;
      const wanted = expected(value);
      assert.deepEqual(
        found(
          run(
            htmlTable(
              headers,
              rows.map((cells) => cells.map(asHtml)),
            ),
          ),
        ),
        wanted,
      );
      assert.deepEqual(
        found(
          run(
            pipeTable(
              headers,
              rows.map((cells) => cells.map(asMarkdown)),
            ),
          ),
        ),
        wanted,
      );
    }),
    { numRuns: 300 },
  );
});

test('equal cells one above the other may be one cell that spans them', () => {
  fc.assert(
    fc.property(table, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 }), (value, heights) => {
      const { fields, headers, rows } = value;
      const module = fields.findIndex(({ key }) => key === 'module' || key === 'other');
      fc.pre(module >= 0);
      let group = 0;
      const lines: string[] = [];
      for (let top = 0; top < rows.length; group++) {
        const height = Math.min(heights[group % heights.length] ?? 1, rows.length - top);
        const shared = rows[top]?.[module] ?? '';
        for (let offset = 0; offset < height; offset++) {
          const cells = rows[top + offset] ?? [];
          cells[module] = shared;
          const own = cells.map((text, index) => {
            if (index !== module) return `<td>${asHtml(text)}</td>`;
            return offset === 0 ? `<td rowspan="${height}">${asHtml(text)}</td>` : '';
          });
          lines.push(`<tr>${own.join('')}</tr>`);
        }
        top += height;
      }
      const header = `<tr>${headers.map((text) => `<th>${text}</th>`).join('')}</tr>`;
      assert.deepEqual(found(run(`<table>${header}\n${lines.join('\n')}</table>`)), expected(value));
    }),
    { numRuns: 200 },
  );
});

test('a document cut off anywhere inside its table says so', () => {
  const begin = seed.indexOf('<table>') + '<table>'.length;
  const end = seed.indexOf('</table>') + '</table>'.length;
  fc.assert(
    fc.property(fc.integer({ min: begin, max: end - 1 }), (length) => {
      assert.notEqual(run(seed.slice(0, length)).problems.length, 0);
    }),
    { numRuns: 100 },
  );
});

test('a tag that is lost changes no row without a word', () => {
  const document = htmlTable(
    ['状态码', '错误码', '描述'],
    [
      ['404', 'DEMO.1', '<p>甲</p>'],
      ['400', 'DEMO.2', '<ul><li>乙</li></ul>'],
    ],
  );
  const whole = JSON.stringify(found(run(document)));
  for (const { 0: tag, index } of document.matchAll(/<[^>]*>/g)) {
    const lost = run(document.slice(0, index) + document.slice(index + tag.length));
    const { problems } = lost;
    assert.ok(
      JSON.stringify(found({ ...lost, problems })) === whole || problems.length > 0,
      `${tag} at ${index}`,
    );
  }
});

test('nothing that is done to a document makes the reader crash', () => {
  const piece = fc.oneof(
    markup,
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '\n',
      '\r',
      '\n\n',
      '<tr>',
      '</tr>',
      '<th>',
      '<caption>',
      '<tbody>',
      '|--|--|\n',
      '<td rowspan=0 colspan=9999>',
    ),
  );
  const small = `${seed.slice(0, 3000)}</tr></tbody></table>\n\n|错误码|描述|\n|--|--|\n|A.1|b|\n`;
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.nat(small.length), cut: fc.nat(40), insert: piece }), {
        minLength: 1,
        maxLength: 12,
      }),
      (edits) => {
        run(
          edits.reduce(
            (text, { at, cut, insert }) => text.slice(0, at) + insert + text.slice(at + cut),
            small,
          ),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('any bytes at all', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      const { problems } = readDocument(bytes);
      assert.notEqual(problems.length, 0);
    }),
    { numRuns: 500 },
  );
});

test('hostile sizes: no stack overflows, no row is lost', async (t) => {
  const head = '<table><tr><th>错误码</th><th>描述</th></tr>';
  const one = (description: string): string => `${head}<tr><td>A.1</td><td>${description}</td></tr></table>`;
  const cases: [string, text: string, rows: number][] = [
    ['10,000 elements deep', one('<div>'.repeat(10_000) + 'x' + '</div>'.repeat(10_000)), 1],
    ['10,000 open elements', one('<b>'.repeat(10_000) + 'x'), 1],
    [
      '10,000 tables deep',
      '<table><tr><td>'.repeat(10_000) + one('x') + '</td></tr></table>'.repeat(10_000),
      1,
    ],
    [
      '10,000 tables inside a cell',
      one('<table><tr><td>'.repeat(10_000) + 'x' + '</td></tr></table>'.repeat(10_000)),
      1,
    ],
    [
      '10,000 tables deep below a header that may mean codes',
      '<table><tr><th>Code</th><th>描述</th></tr><tr><td>A.1000</td><td>'.repeat(10_000) + one('x'),
      0,
    ],
    ['an attribute over 200,000 lines', one(`<p title="${'x\n'.repeat(200_000)}">y</p>`), 1],
    ['200,000 tags that do not end', `${'<table\n'.repeat(200_000)}\n${one('x')}`, 1],
    ['10,000 block quotes deep', `${'>'.repeat(10_000)}a\n\n${one('x')}`, 1],
    ['10,000 lists deep', `${'- '.repeat(10_000)}a\n\n${one('x')}`, 1],
    ['200,000 tables on a line', '<table></table>'.repeat(200_000) + one('x'), 1],
    ['a cell of a megabyte', one('字'.repeat(1_000_000)), 1],
    ['a pipe cell of a megabyte of Markdown', `|错误码|描述|\n|-|-|\n|A.1|${'*a_ '.repeat(250_000)}|`, 1],
    [
      '100,000 rows of HTML',
      `${head}${Array.from({ length: 100_000 }, (_, n) => `<tr><td>A.${n}</td><td>x</td></tr>`).join('\n')}</table>`,
      100_000,
    ],
    [
      '100,000 rows of pipes',
      `|错误码|描述|\n|-|-|\n${Array.from({ length: 100_000 }, (_, n) => `|A.${n}|x|\n`).join('')}`,
      100_000,
    ],
    [
      'cells that claim to span everything',
      `${head}${'<tr><td rowspan=65534 colspan=1000>A.1</td></tr>'.repeat(10_000)}</table>`,
      0,
    ],
  ];
  for (const [name, text, rows] of cases) {
    await t.test(name, () => {
      const reading = run(text);
      if (rows > 0) assert.equal(reading.rows.length, rows);
    });
  }
});
