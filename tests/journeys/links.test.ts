/** `tests/site/links.test.ts` looks at the site as it is built for a root; below one, every link has the base path. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, elementsOf } from '../site/built.ts';
import { expect, test } from './journey.ts';

const ORIGIN = 'http://site.invalid';

test('every internal link leads to a file below the base path', ({ siteFolder, basePath }) => {
  const isAnswered = (address: string) => {
    const path = join(siteFolder, decodeURIComponent(address));
    return existsSync(path) && (statSync(path).isFile() || existsSync(join(path, 'index.html')));
  };
  const lost = new Set<string>();
  let seen = 0;
  for (const file of readdirSync(siteFolder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    const page = new URL(basePath + file.replace(/(?:^|(?<=\/))index\.html$/u, ''), ORIGIN);
    for (const element of elementsOf(readFileSync(join(siteFolder, file), 'utf8'))) {
      for (const name of ['href', 'src', 'action']) {
        const { origin, pathname } = new URL(attribute(element, name) ?? '#', page);
        if (origin !== ORIGIN) continue;
        seen += 1;
        if (!pathname.startsWith(basePath) || !isAnswered(pathname.slice(basePath.length)))
          lost.add(pathname);
      }
    }
  }
  expect([...lost]).toEqual([]);
  expect(seen).toBeGreaterThan(10_000);
});
