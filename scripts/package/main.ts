/**
 * Makes `package/` from `dist/`: what a person needs to serve the site, no Node among it.
 *
 *     site/    the files, under the base path, each text also compressed; any static server will do
 *     nginx/   configuration for nginx with redirects, headers, compressed files
 */
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseRedirects } from '../../src/addresses/redirects.ts';
import { basePath, siteAddress } from '../../src/lib/site-address.ts';
import { compressFolder } from './compress.ts';
import { BROTLI, httpConf, MAIN, serverConf } from './nginx.ts';

const [DIST = 'dist', TARGET = 'package'] = process.argv.slice(2);

if (!existsSync(join(DIST, 'index.html'))) {
  throw new Error(`${DIST}/index.html is missing. Build the site first: npm run build`);
}

const site = join(TARGET, 'site');
const pages = join(site, basePath);
await rm(TARGET, { recursive: true, force: true });
await cp(DIST, pages, { recursive: true });

// Hosts look for these at the top, whatever the base path.
for (const name of ['_headers', '_redirects']) {
  if (basePath !== '/' && existsSync(join(pages, name))) await rename(join(pages, name), join(site, name));
}

const redirects = join(site, '_redirects');
const files: Record<string, string> = {
  'nginx.conf': MAIN,
  'http.conf': httpConf(basePath, parseRedirects(await readFile(redirects, 'utf8'), redirects)),
  'server.conf': serverConf(basePath, await readFile(join(site, '_headers'), 'utf8')),
  'brotli/module.conf': BROTLI.module,
  'brotli/server.conf': BROTLI.server,
};
for (const folder of ['brotli', 'optional']) await mkdir(join(TARGET, 'nginx', folder), { recursive: true });
for (const [name, text] of Object.entries(files)) await writeFile(join(TARGET, 'nginx', name), text);
await writeFile(
  join(TARGET, 'nginx', 'optional', 'README'),
  'A folder put here is read, too: its module.conf at the top of nginx.conf, its server.conf in the server block.\n',
);
// nginx keeps request bodies here, if one ever sends one.
await mkdir(join(TARGET, 'temp'), { recursive: true });
await writeFile(join(TARGET, 'temp', 'README'), 'Working files of nginx.\n');

const compressed = await compressFolder(site);
process.stdout.write(
  `${TARGET}/ serves ${siteAddress.href}: ${compressed} texts, compressed where worth it\n`,
);
