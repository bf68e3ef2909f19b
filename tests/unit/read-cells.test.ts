import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlCell, pipeCell } from './reading.ts';

test('a cell of an HTML table', async (t) => {
  const cases: [string, html: string, text: string][] = [
    ['inline elements part nothing', '镜像<em>不</em>存在<a name="x"></a>。', '镜像不存在。'],
    [
      'block elements part words',
      '<p>one</p><p>two</p><ul><li>three</li><li>four</li></ul>',
      'one two three four',
    ],
    ['a line break parts words', 'one<br>two<br/>three', 'one two three'],
    ['white space of any kind is one space', '  a\n\n\t b&nbsp;&emsp;c　d  ', 'a b c d'],
    ['a link leaves its text', '见<a href="https://example.com/?a=1&amp;b=2">说明</a>', '见说明'],
    ['entities', '&lt;b&gt; &amp;amp; &#x4e2d; &copy; &nosuch;', '<b> &amp; 中 © &nosuch;'],
    [
      'braces, pipes, backslashes and quotes are text',
      `{id} a|b \\n \\_ C:\\x "q" 'q'`,
      `{id} a|b \\n \\_ C:\\x "q" 'q'`,
    ],
    ['Markdown is text', '**a** `b` [c](d) _e_ # f', '**a** `b` [c](d) _e_ # f'],
    ['what is no tag stays', 'a < b, 1<2, <>, < p>, <中>', 'a < b, 1<2, <>, < p>, <中>'],
    [
      'a tag that HTML does not have stays',
      'the <token> of <x:y id="1"/> and </token>',
      'the <token> of <x:y id="1"/> and </token>',
    ],
    ['a script is text', '<script>alert("<b>")</script>', 'alert("<b>")'],
    ['a comment and an image are nothing', 'a<!-- <b> -->b<img src="x.gif" alt="icon">', 'ab'],
    ['a nested table is text', 'a<table><tr><td>b</td><td>c</td></tr></table>d', 'a b c d'],
    ['an unclosed element ends with its cell', '<p><b>bold', 'bold'],
  ];
  for (const [name, html, text] of cases) {
    await t.test(name, () => assert.equal(htmlCell(html), text));
  }
});

test('a cell of a pipe table', async (t) => {
  const cases: [string, markdown: string, text: string][] = [
    ['plain text', '镜像 不存在。', '镜像 不存在。'],
    ['a dash is no list', '-', '-'],
    ['a number with a dot is no list', '1. one 2. two', '1. one 2. two'],
    ['a hash is no heading', '# one', '# one'],
    ['emphasis leaves its text', 'value of **hw_type** is *not* __x__', 'value of hw_type is not x'],
    [
      'what CommonMark does not count as emphasis stays',
      'x**y** a * b ** c project_id snake_case_name',
      'xy a * b ** c project_id snake_case_name',
    ],
    ['stars around a full stop go, though CommonMark leaves them', '超过配额**。**', '超过配额。'],
    ['stars around quoted Chinese go, too', '见**“甲”**乙', '见“甲”乙'],
    ['stars in code stay', '`配额**。**`', '配额**。**'],
    ['code leaves its text', '`a_b` and ``c ` d``', 'a_b and c ` d'],
    [
      'a link leaves its text',
      '见[说明](说明.md#a "t")和<https://example.com/>',
      '见说明和https://example.com/',
    ],
    ['an image is nothing', 'a![icon](x.gif)b', 'ab'],
    ['escapes', '\\{id\\} \\<b\\> \\_x\\_ \\\\ \\n C:\\dir', '{id} <b> _x_ \\ \\n C:\\dir'],
    ['escaped pipes', 'a \\| b \\|\\| c', 'a | b || c'],
    ['an escaped pipe inside code', '`a \\| b`', 'a | b'],
    ['entities', '&lt;b&gt; &amp;amp; &#x4e2d;', '<b> &amp; 中'],
    ['HTML', '<p>one</p><ul><li>two</li></ul>three<br>four <b>fi</b>ve', 'one two three four five'],
    ['what is no tag stays', '不支持<、>和 a < b', '不支持<、>和 a < b'],
    ['a tag that HTML does not have stays', 'the <token> is missing', 'the <token> is missing'],
    ['a script is text', '<script>alert(1)</script>', 'alert(1)'],
  ];
  for (const [name, markdown, text] of cases) {
    await t.test(name, () => assert.equal(pipeCell(markdown), text));
  }
});

test('a pipe cell that is too much for Markdown is taken as written, escapes and entities resolved', () => {
  const many = '*a*'.repeat(400);
  assert.equal(pipeCell(`${many} \\| \\<b\\> &lt;`), `${many} | <b> <`);
});
