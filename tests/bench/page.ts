/**
 * `npm run bench:page`, after `npm run build`: what the first view of every kind of page costs, and how Lighthouse judges
 * it on a slow phone. Files are served as `npm run package` ships them, compressed. Prints a table, judges nothing.
 *
 *     npm run bench:page -- code 'status class'    only these kinds of page
 */
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { chromium, type Browser } from '@playwright/test';
import lighthouse from 'lighthouse';
import { CHROMIUM_ARGS, chromiumPath } from '../browser/chromium.ts';
import { firstView } from '../first-view.ts';
import { PAGE_KINDS } from '../fixtures/page-kinds.ts';
import { freePort } from '../free-port.ts';
import { serveStatic } from '../static-server.ts';

const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const PACKAGE = 'node_modules/.cache/page-benchmark';

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Judgement {
  /** 0 to 100, in the order of CATEGORIES. */
  readonly scores: readonly number[];
  /** Ids of the audits that cost points. */
  readonly lost: readonly string[];
}

/** One run of Lighthouse with its own settings for a phone; also of pages that are answered with status 404. */
async function judge(url: string, port: number): Promise<Judgement> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: CATEGORIES,
    ignoreStatusCode: true,
  });
  if (!result || result.lhr.runtimeError) {
    throw new Error(`Lighthouse could not load ${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
  }
  const { categories, audits } = result.lhr;
  const judged = CATEGORIES.flatMap((id) => categories[id] ?? []);
  return {
    scores: judged.map(({ score }) => Math.round((score ?? Number.NaN) * 100)),
    lost: judged
      .filter(({ score }) => score !== 1)
      .flatMap(({ auditRefs }) =>
        auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1).map(({ id }) => id),
      ),
  };
}

async function costOf(browser: Browser, url: string): Promise<string[]> {
  const page = await browser.newPage();
  const { requests, html, css, js, total } = await firstView(page, url);
  await page.close();
  return [requests.length, html, css, js, total].map(String);
}

const row = (cells: readonly string[]) =>
  process.stdout.write(
    `${cells.map((cell, at) => (at === 0 ? cell.padEnd(30) : cell.padStart(at > 9 ? 0 : 8))).join(' ')}\n`,
  );

const packed = spawnSync('node', ['scripts/package/main.ts', 'dist', PACKAGE], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (packed.status !== 0) throw new Error('packaging failed; run: npm run build');
const server = await serveStatic(`${PACKAGE}/site`);
const executablePath = await chromiumPath();
const port = await freePort();
const browser = await chromium.launch({
  args: [...CHROMIUM_ARGS, `--remote-debugging-port=${port}`],
  ...(executablePath === undefined ? {} : { executablePath }),
});

const chosen = process.argv.slice(2);
process.stdout.write(`First view: requests, bytes in brotli. Lighthouse, phone: median of ${RUNS}.\n`);
row([
  'kind of page',
  'requests',
  'HTML',
  'CSS',
  'JS',
  'total',
  'perf.',
  'access.',
  'practice',
  'SEO',
  'lost',
]);
for (const [kind, address] of Object.entries(PAGE_KINDS)) {
  if (chosen.length > 0 && !chosen.includes(kind)) continue;
  const url = server.url + address;
  const cost = await costOf(browser, url);
  const runs: Judgement[] = [];
  for (let count = 0; count < RUNS; count++) runs.push(await judge(url, port));
  const scores = CATEGORIES.map((_, at) => median(runs.map(({ scores: each }) => each[at] ?? Number.NaN)));
  const lost = new Set(runs.flatMap((run) => run.lost));
  row([kind, ...cost, ...scores.map(String), [...lost].join(', ')]);
}
await browser.close();
await server.close();
await rm(PACKAGE, { recursive: true });
