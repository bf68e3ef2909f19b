import { brotliCompressSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** What the first view of a page costs; bytes as a host sends them, compressed with brotli. */
export interface Cost {
  html: number;
  css: number;
  js: number;
  total: number;
  /** Paths of all that was asked for, the icon among them. */
  requests: string[];
}

const KINDS: Readonly<Record<string, 'html' | 'css' | 'js'>> = {
  document: 'html',
  stylesheet: 'css',
  script: 'js',
};

/** Loads a page until nothing more is asked for, and adds up what came. */
export async function firstView(page: Page, address: string): Promise<Cost> {
  // Chromium asks for the icon behind the back of the page's own requests.
  const requests = new Set(['/favicon.svg']);
  const cost: Cost = { html: 0, css: 0, js: 0, total: 0, requests: [] };
  const bodies: Promise<void>[] = [];
  const count = async (type: string, body: Promise<Buffer>) => {
    const bytes = brotliCompressSync(await body).length;
    cost.total += bytes;
    const kind = KINDS[type];
    if (kind) cost[kind] += bytes;
  };
  const take = (response: Response) => {
    const { protocol, pathname } = new URL(response.url());
    if (protocol === 'data:') return;
    requests.add(pathname);
    bodies.push(count(response.request().resourceType(), response.body()));
  };
  page.on('response', take);
  await page.goto(address, { waitUntil: 'networkidle' });
  // What comes later is no part of the first view, and its body goes with the page.
  page.off('response', take);
  await Promise.all(bodies);
  return { ...cost, requests: [...requests] };
}
