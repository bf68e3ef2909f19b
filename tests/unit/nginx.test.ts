import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpConf, MAIN, serverConf } from '../../scripts/package/nginx.ts';

test('addresses that differ only in case are one to nginx', () => {
  const conf = httpConf('/', [
    { from: '/SWR.1', to: '/codes/SWR.1/' },
    { from: '/swr.1', to: '/codes/SWR.1/' },
  ]);
  assert.equal(conf.match(/swr\.1" /gi)?.length, 1);
});

test('an nginx of one’s own learns from http.conf what the package’s own knows', () => {
  assert.match(httpConf('/', []), /types \{ text\/csv csv; text\/plain sh; \}/);
  assert.doesNotMatch(MAIN, /\btypes \{/);
});

test('two places for what nginx takes for one address is refused', () => {
  const redirects = [
    { from: '/A', to: '/x/' },
    { from: '/a', to: '/y/' },
  ];
  assert.throws(() => httpConf('/', redirects), /\/A leads to \/x\/, \/a to \/y\//);
});

test('a redirect cannot smuggle directives into the configuration', () => {
  const conf = httpConf('/', [{ from: '/a"; } evil {', to: '/b\\"' }]);
  assert.ok(conf.includes('"/a\\"; } evil {" "/b\\\\\\"";'));
});

test('an address that cannot be read keeps its status, a folder that must not be listed gets another', () => {
  const conf = serverConf('/swr/', '/*\n  A: b\n');
  assert.match(conf, /^error_page 400 404 414 \/swr\/404\.html;$/mu);
  assert.match(conf, /^error_page 403 =404 \/swr\/404\.html;$/mu);
});

test('every answer gets the headers of the first block of _headers', () => {
  const conf = serverConf('/', '/*\n  A: b "c"\n  D-E: f\n\n/_astro/*\n  Cache-Control: never\n');
  assert.deepEqual(conf.match(/^add_header .*/gmu), [
    'add_header A "b \\"c\\"" always;',
    'add_header D-E "f" always;',
    'add_header Cache-Control "$site_cache" always;',
  ]);
  assert.throws(() => serverConf('/', ''), /_headers: found no headers/u);
});
