/**
 * What every journey starts from: the built site on a plain static server, and an eye on requests
 * to other hosts, on what the Content Security Policy refuses and on scripts that fail.
 */
import { test as base, expect } from '@playwright/test';
import { nginxPath, serveNginx } from '../nginx-server.ts';
import { serveStatic } from '../static-server.ts';

export interface SiteOptions {
  /** The built site that is served. */
  siteFolder: string;
  /** Path under which it is served. */
  basePath: string;
  /** What serves it: the plainest server there is, or nginx with the shipped configuration. */
  host: 'plain' | 'nginx';
}

export const test = base.extend<
  { hostPresent: undefined; onlyThisHost: undefined; noRefusal: undefined },
  SiteOptions & { siteUrl: string }
>({
  siteFolder: ['dist', { option: true, scope: 'worker' }],
  basePath: ['/', { option: true, scope: 'worker' }],
  host: ['plain', { option: true, scope: 'worker' }],
  siteUrl: [
    async ({ siteFolder, basePath, host }, use) => {
      if (host === 'nginx' && !nginxPath) return use('http://nginx.invalid/');
      const serve = host === 'nginx' ? serveNginx : serveStatic;
      const server = await serve(siteFolder, basePath);
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  hostPresent: [
    async ({ host }, use, testInfo) => {
      testInfo.skip(host === 'nginx' && !nginxPath, 'nginx is not installed: apt-get install nginx-light');
      await use(undefined);
    },
    { auto: true },
  ],
  baseURL: async ({ siteUrl }, use) => use(siteUrl),
  onlyThisHost: [
    async ({ page, siteUrl }, use) => {
      const elsewhere: string[] = [];
      page.on('request', (request) => {
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
        if (message.text().includes('Content Security Policy')) wrong.push(message.text());
      });
      context.on('weberror', (error) => wrong.push(error.error().message));
      await use(undefined);
      expect(wrong, 'the policy refuses nothing, no script fails').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
