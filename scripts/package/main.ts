/**
 * Makes `package/` from `dist/`: what a person needs to serve the site, no Node among it.
 *
 *     site/    the files, under the base path, each text also compressed; any static server will do
 *     nginx/   configuration for nginx with redirects, headers, compressed files
 *     temp/    working files of nginx
 *
 * A server may go on reading an earlier package there: the new one is made beside it and moved in file by file.
 */
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { IMMUTABLE } from '../../src/integrations/headers.ts';
import { parseRedirects } from '../../src/addresses/redirects.ts';
import { basePath, siteAddress } from '../../src/lib/site-address.ts';
import { compressFolder } from './compress.ts';
import { BROTLI, httpConf, MAIN, serverConf } from './nginx.ts';
import { addFiles, replaceFiles } from './replace.ts';

const [DIST = 'dist', TARGET = 'package'] = process.argv.slice(2);

if (!existsSync(join(DIST, 'index.html'))) {
  throw new Error(`${DIST}/index.html is missing. Build the site first: npm run build`);
}

// The user that a server runs as reads the package, whoever made it.
process.umask(0o022);
const next = `${TARGET.replace(/\/+$/u, '')}.next`;
const site = join(next, 'site');
const pages = join(site, basePath);
await rm(next, { recursive: true, force: true });
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
  'optional/README':
    'A folder put here is read, too: its module.conf at the top of nginx.conf, its server.conf in the server block.\n',
};
for (const folder of ['brotli', 'optional']) await mkdir(join(next, 'nginx', folder), { recursive: true });
for (const [name, text] of Object.entries(files)) await writeFile(join(next, 'nginx', name), text);
const compressed = await compressFolder(site);

const lasting = IMMUTABLE.map((path) => join(basePath.slice(1), path));
const isLasting = (path: string) => lasting.some((folder) => path.startsWith(folder));
await replaceFiles(join(TARGET, 'site'), site, isLasting);
// Beside what the operator put into optional/.
await addFiles(join(next, 'nginx'), join(TARGET, 'nginx'));
await rm(next, { recursive: true });

// nginx keeps its process id here, and request bodies, if one ever sends one.
await mkdir(join(TARGET, 'temp'), { recursive: true });
await writeFile(join(TARGET, 'temp', 'README'), 'Working files of nginx.\n');
process.stdout.write(
  `${TARGET}/ serves ${siteAddress.href}: ${compressed} texts, compressed where worth it\n`,
);
