import type { Block } from './prose.ts';
import type { Inline } from './text.ts';

/** Every stretch of these blocks, nested ones included, in reading order; code blocks have none. */
export function inlinesOf(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return flatten(block.children);
    if (block.kind === 'caution') return inlinesOf(block.blocks);
    return block.kind === 'list' ? block.items.flatMap(inlinesOf) : [];
  });
}

function flatten(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) =>
    'children' in inline ? [inline, ...flatten(inline.children)] : [inline],
  );
}

/** Every code block, nested ones included. */
export function codeBlocksOf(blocks: readonly Block[]): Extract<Block, { kind: 'code' }>[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'code') return [block];
    if (block.kind === 'caution') return codeBlocksOf(block.blocks);
    return block.kind === 'list' ? block.items.flatMap(codeBlocksOf) : [];
  });
}

/** What a reader reads of these blocks, without markers, as one text. */
export function textOf(blocks: readonly Block[]): string {
  return inlinesOf(blocks)
    .map((inline) => ('text' in inline ? inline.text : 'code' in inline ? inline.code : ''))
    .join('');
}
