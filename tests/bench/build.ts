/**
 * `npm run bench:build [-- COUNT…]`: builds the site with so many codes (188, 2,000 and 20,000 unless told), each in a
 * copy of the project: document, extract, build. Prints a table, judges nothing. Needs Linux's /proc.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { brotliCompressSync } from 'node:zlib';
import { makeLargeProject } from '../fixtures/large-project.ts';
import { newCopyFolder } from '../project-copy.ts';
import { ProcessTree } from './process-tree.ts';

/** The page that is weighed: a real one, which stands in every edition. */
const CODE_PAGE = 'codes/SVCSTG.SWR.4001048/index.html';

const COLUMNS = {
  codes: 'codes',
  wall: 'wall, s',
  cpu: 'CPU, s',
  peak: 'peak, MB',
  size: 'output, MB',
  files: 'files',
  page: 'code page',
  view: 'first view',
  heaviest: 'heaviest page',
} as const;
type Result = Record<keyof typeof COLUMNS, string>;

const bytes = (count: number) => count.toLocaleString('en');
const megabytes = (count: number) => (count / 1e6).toFixed(0);
const brotli = (file: string) => brotliCompressSync(readFileSync(file)).length;

/** What `npm run build` has Node do; npm itself is not measured. */
function buildArguments(folder: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    scripts: { build: string };
  };
  const [program, ...args] = scripts.build.split(' ');
  if (program !== 'node') throw new Error(`package.json: found "build": "${scripts.build}"; expected node …`);
  return args;
}

/** Runs the build in a folder; rejects with what it printed when it fails. */
async function build(folder: string): Promise<{ wall: number; cpu: number; peak: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, buildArguments(folder), {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const tree = new ProcessTree(child.pid ?? 0);
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed.push(chunk);
      // A page a line: only the end tells why a build failed.
      if (printed.length > 100) printed.shift();
    });
  const status = await new Promise((resolve) => child.once('close', resolve));
  const wall = (performance.now() - start) / 1000;
  const usage = tree.stop();
  if (status !== 0) throw new Error(`the build failed:\n${Buffer.concat(printed).toString()}`);
  return { wall, ...usage };
}

/** Files that a browser needs to show a page: itself, its style sheets, scripts, and its icon. */
function firstView(dist: string, page: string): string[] {
  const html = readFileSync(join(dist, page), 'utf8');
  const tags = html.match(/<link rel="(?:stylesheet|shortcut icon)"[^>]*>|<script [^>]*src=[^>]*>/gu) ?? [];
  const assets = tags.map((tag) => /(?:href|src)="\/([^"]+)"/u.exec(tag)?.[1] ?? '');
  return [page, ...assets].map((file) => join(dist, file));
}

/** The page that weighs most, and how much. */
function heaviest(pages: readonly string[]): { page: string; weight: number } {
  // Compressing all of them would take longer than building them: the largest plain ones are candidates enough.
  const candidates = pages
    .map((page) => ({ page, plain: statSync(page).size }))
    .sort((a, b) => b.plain - a.plain)
    .slice(0, 5)
    .map(({ page }) => ({ page, weight: brotli(page) }));
  return candidates.reduce((most, each) => (each.weight > most.weight ? each : most));
}

/** @param folder an empty one */
async function measure(count: number, folder: string): Promise<Result> {
  makeLargeProject(folder, count);
  const { wall, cpu, peak } = await build(folder);
  const dist = join(folder, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const { page, weight } = heaviest(files.filter((file) => file.endsWith('.html')));
  return {
    codes: bytes(count),
    wall: wall.toFixed(1),
    cpu: cpu.toFixed(1),
    peak: megabytes(peak),
    size: megabytes(files.reduce((sum, file) => sum + statSync(file).size, 0)),
    files: bytes(files.length),
    page: bytes(brotli(join(dist, CODE_PAGE))),
    view: bytes(firstView(dist, CODE_PAGE).reduce((sum, file) => sum + brotli(file), 0)),
    heaviest: `${bytes(weight)} ${page.slice(dist.length).replace('index.html', '')}`,
  };
}

function printRow(row: Result): void {
  const cells = (Object.keys(COLUMNS) as (keyof Result)[]).map((key) =>
    key === 'heaviest' ? `  ${row[key]}` : row[key].padStart(11),
  );
  process.stdout.write(`${cells.join('')}\n`);
}

if (!existsSync('/proc/self/stat')) throw new Error('found no /proc; this benchmark runs on Linux');
const counts = process.argv.slice(2).map(Number);
process.stdout.write(
  `${cpus().length} × ${cpus()[0]?.model ?? ''}, Node ${process.version}; pages in brotli, bytes\n`,
);
printRow(COLUMNS);
const folders: string[] = [];
try {
  for (const count of counts.length > 0 ? counts : [188, 2_000, 20_000]) {
    const folder = newCopyFolder('bench-build-');
    folders.push(folder);
    printRow(await measure(count, folder));
  }
} finally {
  // Not before: for minutes after files are deleted, a file system may be slow to make new ones.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
