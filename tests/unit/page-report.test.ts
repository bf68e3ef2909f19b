/** What a reader hands on who found a mistake on a page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSite } from '../../src/load/site.ts';
import { reportAddress, reportText } from '../../src/outputs/page-report.ts';
import { zhCN } from '../../src/i18n/zh-CN.ts';

const TITLE = 'SVCSTG.SWR.4001048 获取token失败。 & $1 {text}';
const text = reportText(TITLE, 'https://docs.example.com/codes/SVCSTG.SWR.4001048/', zhCN().pageReport);

test('the text names the page and asks for what is needed', () => {
  assert.deepEqual(text.split('\n').slice(0, 2), [
    `页面：${TITLE}`,
    '地址：https://docs.example.com/codes/SVCSTG.SWR.4001048/',
  ]);
  assert.match(text, /去掉令牌和密钥/u);
});

test('the owner’s address gets title and text as they are', () => {
  const address = new URL(
    reportAddress('https://git.example.com/new?title={title}&body={text}', TITLE, text),
  );
  assert.equal(address.searchParams.get('title'), TITLE);
  assert.equal(address.searchParams.get('body'), text);
  assert.equal(reportAddress('mailto:docs@example.com', TITLE, text), 'mailto:docs@example.com');
});

test('an address of another kind is refused, with the place where it stands', () => {
  const site = (feedback: string) =>
    `languages: [zh-CN]\ntitle: a\nfullName: a\ndescription: a\nexamples: [a]\nfeedback: ${feedback}\n`;
  assert.equal(readSite(site('mailto:a@example.com')).feedback, 'mailto:a@example.com');
  for (const wrong of ['javascript:alert(1)', 'http://example.com', 'docs@example.com'])
    assert.throws(
      () => readSite(site(`'${wrong}'`)),
      /content\/site\.yaml:6.*https:\/\/ or mailto:/su,
      wrong,
    );
});
