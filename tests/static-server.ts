import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** A running server and where it is reached, e.g. `http://127.0.0.1:40123/docs/swr/`. */
export interface StaticServer {
  readonly url: string;
  close(): Promise<void>;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

/**
 * The plainest host there is: serves files, compressed where a compressed one lies beside, and `404.html` with status
 * 404 for everything else.
 *
 * @param folder the built site
 * @param base path under which it is served, with slashes at both ends
 */
export async function serveStatic(folder: string, base = '/'): Promise<StaticServer> {
  const files = sirv(folder, { dev: true, etag: true, gzip: true, brotli: true });
  const server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      createReadStream(join(folder, '404.html')).pipe(response);
    };
    if (!request.url?.startsWith(base)) return notFound();
    request.url = `/${request.url.slice(base.length)}`;
    files(request, response, notFound);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
