import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { httpConf, MAIN } from '../../scripts/package/nginx.ts';
import { redirectsIn } from '../../scripts/package/redirects.ts';

test('addresses that differ only in case are one to nginx', () => {
  const conf = httpConf('/', [
    { from: '/SWR.1', to: '/codes/SWR.1/' },
    { from: '/swr.1', to: '/codes/SWR.1/' },
  ]);
  assert.equal(conf.match(/swr\.1" /gi)?.length, 1);
});

test('an nginx of one’s own learns from http.conf what the package’s own knows', () => {
  assert.match(httpConf('/', []), /types \{ text\/csv csv; \}/);
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

test('redirects are read line by line, and what is none is named', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'redirects-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, '_redirects');
  assert.deepEqual(await redirectsIn(file), []);
  writeFileSync(file, '# old\n\n/a /codes/a/ 301\n');
  assert.deepEqual(await redirectsIn(file), [{ from: '/a', to: '/codes/a/' }]);
  for (const wrong of ['/a/* /b/ 301', '/a https://elsewhere.example/ 301', '/a /b/ 200', '/a']) {
    writeFileSync(file, `/a /b/ 301\n${wrong}\n`);
    await assert.rejects(redirectsIn(file), /_redirects:2: found/);
  }
});
