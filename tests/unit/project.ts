import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../scripts/extract/extract.ts';

/** The folder of the project under test. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
export const script = join(root, 'scripts/extract/main.ts');
export const SOURCE = 'content/sources/swr-error-codes.zh-CN.md';
export const CODES = 'content/codes/swr-error-codes.zh-CN.json';
export const EDITIONS = 'content/editions/swr.json';

/** Content that no edition changes; see its README. */
export const frozen = join(root, 'tests/fixtures/project');

interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** A project of its own with a real document and its collection, removed when the test ends. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'extract-'));

  /** @param t the test, or whatever else calls back at the end */
  constructor(t: { after(done: () => void): void }) {
    t.after(() => rmSync(this.folder, { recursive: true, force: true }));
    cpSync(join(frozen, 'content'), join(this.folder, 'content'), { recursive: true });
  }

  /** What a run of extract does and says. */
  run(...args: string[]): Outcome {
    const said = { stdout: '', stderr: '' };
    const output = (name: keyof typeof said) => ({ write: (text: string) => (said[name] += text) });
    const place = { root: this.folder, stdout: output('stdout'), stderr: output('stderr') };
    return { status: main(args, place), ...said };
  }

  /** The same in a process of its own, as npm starts it. */
  runAlone(...args: string[]): Outcome {
    return spawnSync(process.execPath, [script, ...args], { cwd: this.folder, encoding: 'utf8' });
  }

  /** Starts a run that can be killed. */
  start(args: readonly string[], nodeArgs: readonly string[] = []): ChildProcess {
    return spawn(process.execPath, [...nodeArgs, script, ...args], { cwd: this.folder, stdio: 'ignore' });
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(join(this.folder, path, '..'), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Replaces a text that has to be there. */
  edit(path: string, from: string | RegExp, to: string): void {
    const before = this.read(path);
    const after = before.replace(from, to);
    assert.notEqual(after, before, `nothing to replace in ${path}`);
    this.write(path, after);
  }

  addProduct(id: string, file: string): void {
    cpSync(join(root, 'tests/fixtures/sources', file), join(this.folder, 'content/sources', file));
    this.edit(
      'content/products.yaml',
      /$/,
      `
- id: ${id}
  name: ${id}
  shortName: ${id.toUpperCase()}
  path: ${id}
  source: { file: ${file}, edition: 2024-01, title: Error codes, language: en, publishedAt: 'https://example.com/' }
`,
    );
  }

  /** Every file of the project with a hash of its bytes. */
  snapshot(): Record<string, string> {
    const files = readdirSync(this.folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return Object.fromEntries(
      files
        .map(({ parentPath, name }) => join(parentPath, name))
        .sort()
        .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
    );
  }
}
