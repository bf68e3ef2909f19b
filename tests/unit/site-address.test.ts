import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSiteAddress } from '../../src/lib/site-address.ts';

test('the address of a site is that of a folder, with or without a slash at its end', () => {
  for (const address of [
    'http://localhost:4321/',
    'https://docs.example.com',
    'https://docs.example.com/swr',
    'https://docs.example.com/a/b.c/swr_1~x-y/',
    'http://[::1]:8080/swr/',
  ])
    assert.equal(parseSiteAddress(address).href, new URL(address).href);
});

test('what is no such address is refused by the name of the setting', () => {
  for (const address of [
    '',
    'docs.example.com',
    '/swr/',
    'ftp://docs.example.com/',
    'javascript:alert(1)',
    'https://user:word@docs.example.com/',
    'https://docs.example.com/?a',
    'https://docs.example.com/#a',
    'https://docs.example.com/a b/',
    'https://docs.example.com/文档/',
    'https://docs.example.com/a%2Fb/',
    'https://docs.example.com//',
    'https://docs.example.com/a//b/',
    'https://docs.example.com/swr/index.html',
    'https://docs.example.com/.git/',
    'https://docs.example.com/$uri/',
  ])
    assert.throws(
      () => parseSiteAddress(address),
      /^Error: SITE_URL: found ".*"; expected the URL of a folder/u,
      address,
    );
});
