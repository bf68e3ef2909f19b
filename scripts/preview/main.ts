/**
 * `npm run preview`: serves `dist/` to this machine, the way a plain static server does: files, `index.html` of folders,
 * and `404.html` for everything else.
 */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { basePath, siteAddress } from '../../src/lib/site-address.ts';

const DIST = resolve(process.argv[2] ?? 'dist');

/** The default, unless `SITE_URL` names another port of this machine: links that are copied from pages lead here then. */
const PORT = siteAddress.hostname === 'localhost' ? Number(siteAddress.port || 80) : 4321;

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.sh': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml; charset=utf-8',
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The path of a request below the base path; undefined where it is outside, or no text. */
function pathOf(url: string): string | undefined {
  const [path = ''] = url.split('?');
  if (!path.startsWith(basePath)) return undefined;
  try {
    const below = decodeURIComponent(path.slice(basePath.length));
    return /[\0\\]/u.test(below) || !`${resolve(DIST, `./${below}`)}${sep}`.startsWith(DIST + sep)
      ? undefined
      : below;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, file: string): void {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
  response.end(readFileSync(file));
}

function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const path = pathOf(url);
  const file = path === undefined ? undefined : join(DIST, path, /(?:^|\/)$/u.test(path) ? 'index.html' : '');
  if (file !== undefined && isFile(file)) send(response, 200, file);
  else if (file !== undefined && isFile(join(file, 'index.html')))
    response.writeHead(301, { Location: `${encodeURI(`${basePath}${path}`).replace(/^\/+/u, '/')}/` }).end();
  else send(response, 404, join(DIST, '404.html'));
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

const address = new URL(basePath, `http://localhost:${PORT}`).href;

if (!isFile(join(DIST, '404.html')))
  fail(`${DIST}${sep}404.html: found no site; expected a built one\n    hint: npm run build`);
else
  createServer(answer)
    .on('error', (error: NodeJS.ErrnoException) =>
      fail(
        `${address}: cannot be served (${error.code ?? error.message}); expected a free port\n` +
          `    hint: end the program that listens there, or choose another: SITE_URL=http://localhost:${PORT + 1}/ npm start`,
      ),
    )
    .listen(PORT, 'localhost', () => process.stdout.write(`${address} (Ctrl+C ends it)\n`));
