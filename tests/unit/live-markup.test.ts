/** The rule by which other tests tell that a text came to life sees it, wherever a page could make that mistake. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.ts';
import { elementsIn, liveMarkup } from '../live-markup.ts';

const problems = (html: string) => elementsIn(html).flatMap(liveMarkup);
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

test('every hostile text is harmless where it is escaped', () => {
  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    const html = `<p title="${escaped(text)}">${escaped(text)}</p><a href="/?q=${encodeURIComponent(text)}">x</a>`;
    assert.deepEqual(problems(html), [], name);
  }
});

test('every hostile text that is markup is noticed where it is not', () => {
  const markup = Object.entries(HOSTILE_TEXTS).filter(([, text]) =>
    /<(?:script>|style>.*|[a-z-]+[^<>]*)pwned/u.test(text),
  );
  assert.ok(markup.length > 10);
  for (const [name, text] of markup) {
    assert.notDeepEqual(
      problems(`<title><style><textarea></textarea></style></title><p>${text}</p>`),
      [],
      name,
    );
  }
});

test('a text that ends its attribute, its script or its address is noticed', () => {
  const { 'an end of a double-quoted attribute': double, 'a script address': address } = HOSTILE_TEXTS;
  const single = HOSTILE_TEXTS['an end of a single-quoted attribute'];
  const unquoted = HOSTILE_TEXTS['an end of an unquoted attribute'];
  for (const html of [
    `<p title="${double}">`,
    `<p title='${single}'>`,
    `<p title=${unquoted}>`,
    `<a href="${address}">x</a>`,
    `<a href="//pwned.example/">x</a>`,
    `<script>var x = "${address}"</script>`,
    `<meta http-equiv="refresh" content="0;url=pwned">`,
    `<p style="background:url(pwned)">`,
    `<p id="pwned">`,
    `<pwned>`,
    `<p pwned>`,
  ]) {
    assert.notDeepEqual(problems(html), [], html);
  }
  assert.deepEqual(problems(`<script type="application/ld+json">{"x":"pwned"}</script>`), []);
});
