/** What a process and all that it started use, read from Linux's /proc. */
import { readdirSync, readFileSync } from 'node:fs';

/** Kernel's clock ticks a second and bytes a page; both are fixed on every Linux that Node runs on. */
const TICKS = 100;
const PAGE = 4096;

interface Usage {
  readonly pid: number;
  readonly parent: number;
  /** Seconds, user and system. */
  readonly cpu: number;
  /** Bytes. */
  readonly resident: number;
}

/** proc(5): fields of /proc/<pid>/stat, counted after the name in parentheses, which may hold anything. */
function usageOf(pid: string): Usage[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const field = (number: number) => Number(fields[number - 3]);
    const cpu = (field(14) + field(15)) / TICKS;
    return [{ pid: Number(pid), parent: field(4), cpu, resident: field(24) * PAGE }];
  } catch {
    // It has ended since its name was read.
    return [];
  }
}

function treeOf(root: number): Usage[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap(usageOf);
  const tree = all.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
  return tree;
}

/** Watches a process and its descendants until `stop`. */
export class ProcessTree {
  readonly #root: number;
  readonly #timer: NodeJS.Timeout;
  readonly #cpu = new Map<number, number>();
  #peak = 0;

  constructor(root: number) {
    this.#root = root;
    this.#timer = setInterval(() => this.#sample(), 100);
  }

  /** Most bytes that were resident at once, and seconds of CPU; what happened between two looks is missing. */
  stop(): { readonly peak: number; readonly cpu: number } {
    clearInterval(this.#timer);
    return { peak: this.#peak, cpu: [...this.#cpu.values()].reduce((sum, seconds) => sum + seconds, 0) };
  }

  #sample(): void {
    const tree = treeOf(this.#root);
    for (const { pid, cpu } of tree) this.#cpu.set(pid, cpu);
    this.#peak = Math.max(
      this.#peak,
      tree.reduce((sum, { resident }) => sum + resident, 0),
    );
  }
}
