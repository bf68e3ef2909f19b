/** What nginx sends with the shipped configuration. */
import { hasBrotli } from '../nginx-server.ts';
import { expect, test } from './journey.ts';

const CODE_PAGE = 'codes/SVCSTG.SWR.4001048/';

test('every answer carries the security headers, and the policy of the header agrees with the pages', async ({
  page,
  request,
}) => {
  // Redirects and refusals among them.
  for (const address of [
    '',
    CODE_PAGE,
    'codes.json',
    '_astro/',
    'no/such/page',
    '4001048',
    'search',
    '%',
    '%00',
  ]) {
    const answer = await request.get(address, { maxRedirects: 0 });
    const headers = answer.headers();
    const twice = answer
      .headersArray()
      .filter(({ name }, index, all) =>
        all.slice(0, index).some((other) => other.name.toLowerCase() === name.toLowerCase()),
      );
    expect(twice, address).toEqual([]);
    expect(headers['content-security-policy'], address).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*'unsafe-inline'/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['server']).toBe('nginx');
  }
  // The fixture fails this journey if the header refuses what the page needs.
  for (const address of ['', CODE_PAGE, 'codes/', '404.html']) await page.goto(address);
  await expect(page.locator('theme-select select').first()).toBeVisible();
});

test('compressed files are served as they were made', async ({ request }) => {
  const plain = await request.get(CODE_PAGE, { headers: { 'Accept-Encoding': 'identity' } });
  const gzip = await request.get(CODE_PAGE, { headers: { 'Accept-Encoding': 'gzip' } });
  expect(plain.headers()['content-encoding']).toBeUndefined();
  expect(gzip.headers()['content-encoding']).toBe('gzip');
  expect(gzip.headers()['content-length']).toBeDefined();
  expect(gzip.headers()['vary']).toContain('Accept-Encoding');
  expect(await gzip.text()).toBe(await plain.text());
  const brotli = await request.get(CODE_PAGE, { headers: { 'Accept-Encoding': 'br' } });
  expect(brotli.headers()['content-encoding']).toBe(hasBrotli ? 'br' : undefined);
  expect(await brotli.text()).toBe(await plain.text());
});

test('pages are asked for again and answered with 304; hashed files are kept for good', async ({
  request,
}) => {
  // Each compressed twin has an ETag of its own.
  const coding = 'gzip';
  const first = await request.get(CODE_PAGE, { headers: { 'Accept-Encoding': coding } });
  expect(first.headers()['cache-control']).toBe('no-cache');
  const again = await request.get(CODE_PAGE, {
    headers: { 'If-None-Match': first.headers()['etag'] ?? '', 'Accept-Encoding': coding },
  });
  expect(again.status()).toBe(304);
  const style = /[^"]*\/_astro\/([^"]*\.css)"/.exec(await first.text())?.[1];
  const css = await request.get(`_astro/${style}`);
  expect(css.status()).toBe(200);
  expect(css.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
  const missing = await request.get('_astro/no-such.css');
  expect(missing.status()).toBe(404);
  expect(missing.headers()['cache-control']).toBe('no-cache');
});

test('types and character set are told', async ({ request }) => {
  const type = async (address: string) => (await request.get(address)).headers()['content-type'];
  expect(await type('')).toBe('text/html; charset=utf-8');
  expect(await type('codes.json')).toBe('application/json; charset=utf-8');
  expect(await type('codes.csv')).toBe('text/csv; charset=utf-8');
  expect(await type('robots.txt')).toBe('text/plain; charset=utf-8');
  expect(await type('favicon.svg')).toBe('image/svg+xml');
});

test('what was glued to an address is taken off, and nothing gets into the header', async ({
  request,
  siteUrl,
}) => {
  const target = new URL(siteUrl).pathname + CODE_PAGE;
  for (const marks of ['.', '.).', '%E3%80%82', '/)', ')/']) {
    const address = CODE_PAGE.slice(0, -1) + marks;
    const answer = await request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(301);
    expect(answer.headers()['location'], address).toBe(target);
  }
  for (const address of [
    'a%0d%0aX-Evil:%20b.',
    '%2F%2Fevil.example.',
    'codes/..%2f.',
    `${'a'.repeat(300)}.`,
  ]) {
    const answer = await request.get(address, { maxRedirects: 0 });
    expect(answer.headers()['location'] ?? '', address).toMatch(/^(?:(?:\/[\w~-][\w.~-]*)+\/)?$/u);
    expect(answer.headers()['x-evil']).toBeUndefined();
  }
});

test('files for hosts of other kinds are not served', async ({ request, siteUrl }) => {
  for (const name of ['_headers', '_redirects'])
    expect((await request.get(new URL(`/${name}`, siteUrl).href)).status(), name).toBe(404);
});

test('an address without its slash is sent to the one with it, on the same host', async ({
  request,
  siteUrl,
}) => {
  const answer = await request.get(CODE_PAGE.slice(0, -1), { maxRedirects: 0 });
  expect(answer.status()).toBe(301);
  expect(answer.headers()['location']).toBe(new URL(siteUrl).pathname + CODE_PAGE);
});

test('old and mistyped addresses are redirected for good, without a page in between', async ({
  request,
  siteUrl,
}) => {
  for (const address of ['codes/svcstg.swr.4001048/', '4001048', 'codes/4001048', 'swr.4001048']) {
    const answer = await request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(301);
    expect(answer.headers()['location'], address).toBe(new URL(siteUrl).pathname + CODE_PAGE);
  }
});

test('what leads nowhere gets the page that helps, with the status that is true', async ({ request }) => {
  for (const [address, status] of [
    ['codes/SVCSTG.SWR.4039999/', 404],
    ['nothing', 404],
    ['_astro/', 404],
    ['%00', 400],
    [`search/?q=${'a'.repeat(9000)}`, 414],
  ] as const) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(status);
    expect(await answer.text(), address).toContain('<not-found');
  }
});
