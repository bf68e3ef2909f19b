import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LEDGER_FILE, readLedger } from '../../scripts/addresses/ledger.ts';
import { builtFiles } from './built.ts';

/** What carries a version in its name, serves a host or a crawler, or is fetched by the site's own scripts alone. */
const NOT_PUBLISHED =
  /^(?:_astro|lookup|pagefind)\/|^(?:_headers|_redirects|404\.html|favicon\.svg|robots\.txt|sitemap-\S+\.xml)$/;

/** A line of the ledger as an expression over addresses; `{code}` and `{documented}` stand for any code. */
const pattern = (address: string) =>
  address
    .replace(/#.*/, '')
    .replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
    .replace(/\{(?:code|documented)\}/g, '[^/]+?');

test('whoever publishes an address promises to keep it: each is in the ledger', () => {
  const ledger = readLedger(readFileSync(LEDGER_FILE, 'utf8')).map(({ address }) => pattern(address));
  const promised = new RegExp(`^(?:${ledger.join('|')})$`);
  const missing = builtFiles()
    .filter((file) => !NOT_PUBLISHED.test(file))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
    .filter((address) => !promised.test(address));
  assert.deepEqual(missing, [], `${LEDGER_FILE} lacks addresses of the built site; add them, one a line`);
});
