/**
 * Configuration for nginx. Paths are relative to the package's folder, so that `nginx -p <folder>` finds everything
 * and the test runs the very files that ship.
 */
import type { Redirect } from '../../src/addresses/redirects.ts';
import { CACHE_IMMUTABLE, CACHE_REVALIDATE, IMMUTABLE } from '../../src/integrations/headers.ts';

const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** All of nginx.conf: runs without privileges, listens on 8080, serves `site/`. */
export const MAIN = `# Serves this folder: nginx -p /path/to/this/folder -c nginx/nginx.conf
# Compressed files are served with Debian's plain nginx; brotli needs libnginx-mod-http-brotli-static
# and this folder's nginx/brotli/ copied into nginx/optional/.
pid temp/nginx.pid;
error_log stderr;
worker_processes auto;
include optional/*/module.conf;

events {}

http {
  access_log off;
  client_body_temp_path temp/body;
  proxy_temp_path temp/proxy;
  fastcgi_temp_path temp/fastcgi;
  uwsgi_temp_path temp/uwsgi;
  scgi_temp_path temp/scgi;

  include /etc/nginx/mime.types;
  default_type application/octet-stream;

  include http.conf;

  server {
    listen 8080;
    root site;
    include server.conf;
  }
}
`;

/**
 * What nginx/brotli/ holds. The module is named by its full path: Debian's own /etc/nginx/modules-enabled names it
 * relative to the folder given with `-p`, where it is not.
 */
export const BROTLI = {
  module: `# Where Debian puts libnginx-mod-http-brotli-static.
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
`,
  server: 'brotli_static on;\n',
};

/**
 * Redirects without those that differ only in case, because a map of nginx ignores case.
 *
 * @throws Error when two such addresses lead to different places
 */
function ignoringCase(redirects: readonly Redirect[]): Redirect[] {
  const known = new Map<string, Redirect>();
  for (const redirect of redirects) {
    const key = redirect.from.toLowerCase();
    const other = known.get(key);
    if (other && other.to !== redirect.to) {
      throw new Error(
        `${other.from} leads to ${other.to}, ${redirect.from} to ${redirect.to}; ` +
          'nginx cannot tell them apart, so let both lead to the same place',
      );
    }
    if (!other) known.set(key, redirect);
  }
  return [...known.values()];
}

/**
 * A page with the end of a sentence or a bracket behind it, as ticket systems glue it on; captured is the page without
 * its slash. Only characters that cannot end the header of a redirect, and only so many that matching takes no time.
 */
const glued = (base: string) =>
  `~^(?<site_page>${escaped(base)}[A-Za-z0-9._~/-]{0,200}[A-Za-z0-9_~-])/?(?:[].,;:!?)>]|。|，|；|：|）|】|、){1,8}/?$`;

/** For the `http` block: caching by address, and the redirects of old and mistyped addresses. */
export function httpConf(base: string, redirects: readonly Redirect[]): string {
  return `# For the http block.
# Beside those of mime.types, which lacks them.
types { text/csv csv; text/plain sh; }
map_hash_max_size 262144;
map_hash_bucket_size 256;
map $uri $site_cache {
  default ${quoted(CACHE_REVALIDATE)};
${IMMUTABLE.map((path) => `  ${quoted(`~^${escaped(base + path)}`)} ${quoted(CACHE_IMMUTABLE)};`).join('\n')}
}
# Asked only for what is no file, because a map does not tell upper from lower case.
map $uri $site_redirect {
  default "";
${ignoringCase(redirects)
  .map(({ from, to }) => `  ${quoted(from)} ${quoted(to)};`)
  .join('\n')}
  ${quoted(glued(base))} $site_page/;
}
`;
}

/**
 * For the `server` block, next to `listen` and `root`.
 *
 * @param headersText the site's `_headers` file; its first block has the headers of every answer
 * @throws when it has none: the site would go without its Content Security Policy
 */
export function serverConf(base: string, headersText: string): string {
  const [everywhere = ''] = headersText.split('\n\n');
  const headers = Array.from(everywhere.matchAll(/^ +([\w-]+): (.*)$/gmu), ([, name, value]) => [name, value]);
  if (headers.length === 0) throw new Error('_headers: found no headers in its first block; build the site again');
  return `# For the server block. Its root is the folder site/.
charset utf-8;
charset_types text/css text/csv text/plain text/xml application/javascript application/json;
server_tokens off;
absolute_redirect off;
gzip_static on;
gzip_vary on;
include optional/*/server.conf;

${[...headers, ['Cache-Control', '$site_cache']]
  .map(([name = '', value = '']) => `add_header ${name} ${quoted(value)} always;`)
  .join('\n')}

# Files for hosts of other kinds.
location = /_headers { internal; }
location = /_redirects { internal; }
location ${base} {
  index index.html;
  try_files $uri $uri/ @elsewhere;
}
location @elsewhere {
  if ($site_redirect) { return 301 $site_redirect$is_args$args; }
  return 404;
}
# The page that helps, also for an address that is too long or so broken that nginx cannot read it. A folder without a
# page of its own leads nowhere.
error_page 400 404 414 ${base}404.html;
error_page 403 =404 ${base}404.html;
`;
}
