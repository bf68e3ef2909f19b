/** Kills runs of extract, and checks what they left. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { LEDGER_FILE } from '../../src/addresses/ledger.ts';
import { CODES, EDITIONS, Project, SOURCE } from './project.ts';

/** A project whose vendor has published another edition, and what the collection may look like from then on. */
export class KilledProject {
  readonly project: Project;
  readonly #old: Record<string, string>;
  readonly #fresh: Record<string, string>;

  constructor(t: { after(done: () => void): void }) {
    this.project = new Project(t);
    this.project.addProduct('queue', 'queue.md');
    this.#run('--accept');
    const paths = [CODES, EDITIONS, 'content/codes/queue.json', 'content/editions/queue.json', LEDGER_FILE];
    const read = (): Record<string, string> =>
      Object.fromEntries(paths.map((path) => [path, this.project.read(path)]));
    this.#old = read();
    this.project.edit(SOURCE, 'SVCSTG.SWR.4040010', 'SVCSTG.SWR.4040999');
    this.project.edit('content/sources/queue.md', 'QUE.0003', 'QUE.0009');
    this.#run('--accept');
    this.#fresh = read();
    for (const path of paths) assert.notEqual(this.#old[path], this.#fresh[path], path);
  }

  /** Puts the old collection back; the documents stay those of the new edition. */
  restore(): void {
    for (const [path, text] of Object.entries(this.#old)) this.project.write(path, text);
  }

  /**
   * Checks what a killed run left: each file whole, all old or all new, or else the rest lies ready; then lets the
   * next run make an end of it.
   *
   * @returns the state that was found
   */
  outcome(): 'old' | 'new' | 'between' {
    const states = Object.entries(this.#old).map(([path, old]) => {
      const text = this.project.read(path);
      assert.ok(text === old || text === this.#fresh[path], `${path} is neither old nor new`);
      return text === old ? 'old' : 'new';
    });
    const state = new Set(states).size === 1 ? states[0] : 'between';
    const isReady = existsSync(join(this.project.folder, '.extract/ready'));
    assert.ok(state !== 'between' || isReady, 'some files are old, some new, and nothing lies ready');
    const checked = this.project.run('--check');
    assert.equal(checked.status, state === 'new' && !isReady ? 0 : 1, checked.stderr);
    this.#run('--accept');
    for (const [path, text] of Object.entries(this.#fresh)) assert.equal(this.project.read(path), text);
    assert.deepEqual(readdirSync(this.project.folder), ['content']);
    return state ?? 'old';
  }

  #run(...args: string[]): void {
    const { status, stderr } = this.project.run(...args);
    assert.equal(status, 0, stderr);
  }
}

/** Kills a run after a time in milliseconds, or lets it end before. */
export async function killAfter(project: Project, milliseconds: number): Promise<void> {
  const child = project.start(['--accept']);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await ended;
  clearTimeout(timer);
}

/** Kills a run so many milliseconds after it began to write, or lets it end before. */
export async function killWhileWriting(project: Project, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(project.folder, (_, name) => {
    if (name === '.extract') timer ??= setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  const child = project.start(['--accept']);
  await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
  watcher.close();
}
