/** What a host sends along with the files, told once for every kind of host. */
import { policy, type InlineHashes } from './policy.ts';

/** Files whose name changes with their content; everything else is asked for again and answered with 304. */
export const IMMUTABLE = ['_astro/', 'lookup/'];
export const CACHE_IMMUTABLE = 'public, max-age=31536000, immutable';
export const CACHE_REVALIDATE = 'no-cache';

/** Headers of every answer, `Cache-Control` aside. */
function securityHeaders(hashes: InlineHashes): Record<string, string> {
  return {
    'Content-Security-Policy': `${policy(hashes)}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  };
}

/**
 * The `_headers` file that Netlify, Cloudflare Pages and others read. These hosts make browsers ask again for
 * everything by themselves and add up the blocks that match, so only the exception is told.
 */
export function headersFile(base: string, hashes: InlineHashes): string {
  const block = (path: string, headers: Record<string, string>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  return [
    block(`${base}*`, securityHeaders(hashes)),
    ...IMMUTABLE.map((path) => block(`${base}${path}*`, { 'Cache-Control': CACHE_IMMUTABLE })),
  ].join('\n');
}
