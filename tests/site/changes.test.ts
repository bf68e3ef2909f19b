import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { strings } from '../../src/i18n/index.ts';
import { attribute, builtPage, builtPages, DIST } from './built.ts';

const { editions } = JSON.parse(
  readFileSync(new URL('../../content/editions/swr.json', import.meta.url), 'utf8'),
) as { editions: { edition: string; changes?: { removed: { code: string }[] } }[] };

test('the page of editions has a section for each', () => {
  const { elements } = builtPage('changes/');
  const anchors = elements.flatMap((element) =>
    element.tagName === 'h2' ? (attribute(element, 'id') ?? []) : [],
  );
  // Who goes back to an edition records its date a second time.
  const expected = editions.map(({ edition }, index) => {
    const count = editions.slice(0, index + 1).filter((other) => other.edition === edition).length;
    return count === 1 ? edition : `${edition}-${count}`;
  });
  assert.deepEqual(anchors.filter((anchor) => /^\d/.test(anchor)).sort(), expected.sort());
});

test('changed words are marked as text', () => {
  const { html } = builtPage('changes/');
  assert.match(html, /无效的<del[^>]*>命名空间<\/del><ins[^>]*>组织<\/ins>/);
});

test('a code page tells its history; a code that no edition ever had has none', () => {
  const history = (code: string) => builtPage(`codes/${code}/`).html.split('id="history"')[1] ?? '';
  assert.match(history('SVCSTG.SWR.4009010'), /#2020-07-23[\s\S]*<del[^>]*>命名空间/);
  assert.match(history('SVCSTG.S2I.4019000'), /改名：SVCSTG\.SWR\.4019000 改为 SVCSTG\.S2I\.4019000/);
  assert.match(history('SVCSTG.SWR.5000026'), /#2020-10-29[\s\S]*不再收录/);
  assert.equal(history('SVCSTG.SWR.4030170'), '');
  assert.equal(history('SVCSTG.SWR.4090125'), '');
});

test('mere punctuation stands on the page of changes alone', () => {
  const mark = strings('zh-CN').changes.kinds.punctuation;
  assert.ok(builtPage('changes/').html.includes(mark));
  for (const { address, html } of builtPages().filter(({ address: each }) => /^codes\/[^/]+\/$/u.test(each)))
    assert.ok(!html.includes(mark), address);
});

test('feed and JSON carry every edition', () => {
  const feed = readFileSync(join(DIST, 'changes.xml'), 'utf8');
  const data = JSON.parse(readFileSync(join(DIST, 'changes.json'), 'utf8'));
  assert.equal(feed.match(/<entry>/g)?.length, editions.length);
  assert.equal(data.editions.length, editions.length);
  for (const { edition, changes } of editions) {
    assert.ok(feed.includes(`#${edition}</id>`), edition);
    for (const { code } of changes?.removed ?? []) assert.ok(feed.includes(code), code);
  }
});
