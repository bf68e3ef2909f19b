import type { Block, CommandClient } from './prose.ts';

type Code = Extract<Block, { kind: 'code' }>;
type ClientCode = Code & { readonly client: CommandClient };

/** The same step for several clients, one block of code each. */
export interface ClientRun {
  readonly kind: 'clients';
  readonly blocks: readonly ClientCode[];
}

const isForClient = (block: Block): block is ClientCode =>
  block.kind === 'code' && block.client !== undefined;

/** Blocks with code for clients that stands side by side put together. */
export function withClientRuns(blocks: readonly Block[]): (Block | ClientRun)[] {
  const result: (Block | ClientRun)[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (!isForClient(block)) result.push(block);
    else if (last?.kind === 'clients')
      result[result.length - 1] = { ...last, blocks: [...last.blocks, block] };
    else result.push({ kind: 'clients', blocks: [block] });
  }
  return result;
}
