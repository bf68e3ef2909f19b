import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementsOf } from '../../src/integrations/markup.ts';
import { inlineHashes, policy, withPolicy } from '../../src/integrations/policy.ts';

const hashesOf = (html: string) => inlineHashes(elementsOf(html));

const page = (inner: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"/><title>t</title></head><body>${inner}`;

test('the policy counts scripts, not text that looks like one', () => {
  for (const harmless of [
    '<p data-text="<script>alert(1)</script>">',
    '<!-- <script>alert(1)</script> -->',
    '<textarea><script>alert(1)</script></textarea>',
    '<script src="/a.js"></script>',
    '<script type="application/ld+json">{}</script>',
  ]) {
    assert.equal(hashesOf(page(harmless)).scripts.size, 0, harmless);
  }
});

test('each inline script and style counts once, by the hash that browsers compute', () => {
  // printf 1 | openssl dgst -sha256 -binary | base64
  assert.deepEqual(hashesOf(page('<script>1</script><script>1</script> <style>a{}</style> </body>')), {
    scripts: new Set(["'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='"]),
    styles: new Set(["'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"]),
  });
});

test('the policy stands before everything that could be loaded, and lets nothing inline run unhashed', () => {
  const html = page('<script>1</script>');
  const secured = withPolicy(html, hashesOf(html), 'a.html');
  assert.match(
    secured,
    /<meta charset="utf-8"\/><meta http-equiv="content-security-policy" content="default-src 'self'; /,
  );
  assert.doesNotMatch(policy(hashesOf(html)), /script-src[^;]* 'unsafe-/);
});

test('a page without a charset is refused', () => {
  assert.throws(() => withPolicy('<p>', hashesOf('<p>'), 'a.html'), /charset/);
});
