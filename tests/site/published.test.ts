import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LEDGER_FILE, readLedger } from '../../src/addresses/ledger.ts';
import { LOCALE_PATHS } from '../../src/addresses/locales.ts';
import { strings } from '../../src/i18n/index.ts';
import { attribute, builtFiles, builtPages } from './built.ts';

/** What carries a version in its name, serves a host or a crawler, or is fetched by the site's own scripts alone. */
const NOT_PUBLISHED =
  /^(?:_astro|lookup|pagefind)\/|^(?:_headers|_redirects|404\.html|favicon\.svg|icon-\d+\.png|licenses\.txt|robots\.txt|sitemap-\S+\.xml)$/;

/**
 * Anchors that lead about within a page, what they stand at is numbered anew with every change of its text; and the part
 * of a domain's page for a status, which goes with its last code: the page, which is promised, still has the others;
 * and the parts of an answer to a code or a line that its contents list where they are there: its steps are promised, and
 * the lines.
 */
const NOT_PROMISED =
  /#(?:_top|source-\S+)$|\/domains\/[^/]+\/#(?:\d{3}|no-status)$|\/codes\/[^/]+\/#(?:what|causes|unresolved)$|\/messages\/[^/]+\/#(?:what|causes|unresolved|apart|codes|sources)$|\/topics\/[^/]+\/#sources$/;

const ledger = readLedger(readFileSync(LEDGER_FILE, 'utf8')).map(({ address }) => address);

/** An expression over addresses, made of lines of the ledger; what stands in braces stands for any code. */
function anyOf(lines: readonly string[]): RegExp {
  const patterns = lines.map((line) =>
    line.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replace(/\{\w+\}/g, '[^/]+?'),
  );
  return new RegExp(`^(?:${patterns.join('|')})$`);
}

/** A line of the ledger promises the address in every language: `/codes/` and `/en/codes/`. */
const inLead = (address: string) =>
  address.replace(new RegExp(`^/(?:${Object.values(LOCALE_PATHS).filter(Boolean).join('|')})(?=/)`, 'u'), '');

test('whoever publishes an address promises to keep it: each is in the ledger', () => {
  const promised = anyOf(ledger.map((address) => address.replace(/#.*/, '')));
  const missing = builtFiles()
    .filter((file) => !NOT_PUBLISHED.test(file))
    .map((file) => inLead(`/${file.replace(/(^|\/)index\.html$/, '$1')}`))
    .filter((address) => !promised.test(address));
  assert.deepEqual(missing, [], `${LEDGER_FILE} lacks addresses of the built site; add them, one a line`);
});

test('so does whoever links to a section of a page', () => {
  const promised = anyOf(ledger);
  const missing = new Set<string>();
  for (const { address, elements } of builtPages()) {
    for (const element of elements) {
      const url = new URL(attribute(element, 'href') ?? '', `http://site.invalid/${address}`);
      if (url.origin !== 'http://site.invalid' || url.hash === '') continue;
      const section = inLead(url.pathname) + url.hash;
      if (!NOT_PROMISED.test(section) && !promised.test(section)) missing.add(section);
    }
  }
  assert.deepEqual(
    [...missing],
    [],
    `${LEDGER_FILE} lacks sections that pages link to; add them, one a line`,
  );
});

test('the sections of a code page that the page of links promises are promised', () => {
  for (const anchor of Object.keys(strings('zh-CN').links.anchorNames)) {
    assert.ok(
      ledger.some((line) => /^\/codes\/\{\w+\}\/#/.test(line) && line.endsWith(`#${anchor}`)),
      `${LEDGER_FILE} lacks #${anchor}`,
    );
  }
});
