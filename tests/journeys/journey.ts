/**
 * What every journey starts from: the built site on a plain static server, and an eye on requests
 * to other hosts, on what the Content Security Policy refuses and on scripts that fail.
 */
import { test as base, expect } from '@playwright/test';
import { nginxPath, serveNginx } from '../nginx-server.ts';
import { hasPython, servePython } from '../python-server.ts';
import { serveStatic } from '../static-server.ts';

/** Stands in what Chromium writes on the console when a policy refuses something. */
export const POLICY = 'Content Security Policy';

export interface SiteOptions {
  /** The built site that is served. */
  siteFolder: string;
  /** Path under which it is served. */
  basePath: string;
  /** What serves it. */
  host: keyof typeof HOSTS;
}

/** The plainest server there is; nginx with the shipped configuration; Python's, which has the release archive alone. */
const HOSTS = {
  plain: { serve: serveStatic, missing: undefined },
  nginx: {
    serve: (_: string, base: string) => serveNginx(base),
    missing: nginxPath ? undefined : 'nginx is not installed: apt-get install nginx-light',
  },
  python: {
    serve: (_: string, base: string) => servePython(base),
    missing: hasPython ? undefined : 'Python is not installed: apt-get install python3',
  },
} as const;

/** A test that knows of a site and needs no browser. */
export const siteTest = base.extend<object, SiteOptions>({
  siteFolder: ['dist', { option: true, scope: 'worker' }],
  basePath: ['/', { option: true, scope: 'worker' }],
  host: ['plain', { option: true, scope: 'worker' }],
});

export const test = siteTest.extend<
  { hostPresent: undefined; onlyThisHost: undefined; noRefusal: undefined },
  { siteUrl: string }
>({
  siteUrl: [
    async ({ siteFolder, basePath, host }, use) => {
      if (HOSTS[host].missing) return use(`http://${host}.invalid/`);
      const server = await HOSTS[host].serve(siteFolder, basePath);
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  hostPresent: [
    async ({ host }, use, testInfo) => {
      testInfo.skip(HOSTS[host].missing !== undefined, HOSTS[host].missing);
      await use(undefined);
    },
    { auto: true },
  ],
  baseURL: async ({ siteUrl }, use) => use(siteUrl),
  onlyThisHost: [
    async ({ context, siteUrl }, use) => {
      const elsewhere: string[] = [];
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== new URL(siteUrl).origin) elsewhere.push(request.url());
      });
      await use(undefined);
      expect(elsewhere, 'no request may go to another host').toEqual([]);
    },
    { auto: true },
  ],
  noRefusal: [
    async ({ context }, use) => {
      const wrong: string[] = [];
      context.on('console', (message) => {
        if (message.text().includes(POLICY)) wrong.push(message.text());
      });
      context.on('weberror', (error) => wrong.push(error.error().message));
      await use(undefined);
      expect(wrong, 'the policy refuses nothing, no script fails').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
