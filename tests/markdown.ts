/** The project's own documents as the tests see them. */
import { readFileSync } from 'node:fs';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

/** A document of the project's folder. */
export function readDocument(path: string): Root {
  return fromMarkdown(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

/** A node and everything in it, in the order of the text. */
export function nodesIn(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesIn) : [])];
}

/** What a node says, without its markup. */
export function textOf(node: Nodes): string {
  return nodesIn(node)
    .map((each) => ('value' in each ? each.value : ''))
    .join('');
}
