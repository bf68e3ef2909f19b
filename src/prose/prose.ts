/**
 * The site's own texts: Markdown files with frontmatter, read into a small tree that a component can print and a check
 * can walk. The tree knows no markup of its own: what Markdown offers beyond it (raw HTML, links, pictures) is an error.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Blockquote, Heading, List, PhrasingContent, RootContent } from 'mdast';
import type { LineProblem } from '../lib/problem.ts';
import { splitLikelihood, splitText, type Inline } from './text.ts';

/** What code in a text may be written in. */
const CODE_LANGUAGES = ['bash', 'json', 'yaml', 'text'] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

/** Clients whose commands differ: behind the language of a code block, as in "bash containerd". */
const COMMAND_CLIENTS = ['docker', 'containerd', 'podman', 'kubernetes', 'ci'] as const;
export type CommandClient = (typeof COMMAND_CLIENTS)[number];

/** A block of text; `line` is its 1-based line in the file. */
export type Block =
  | { readonly kind: 'paragraph'; readonly line: number; readonly children: readonly Inline[] }
  | {
      readonly kind: 'code';
      readonly line: number;
      readonly lang: CodeLanguage;
      readonly text: string;
      /** The client whose commands they are, where clients differ. */
      readonly client?: CommandClient;
    }
  | {
      readonly kind: 'list';
      readonly line: number;
      readonly ordered: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  /** `> [!CAUTION]`: a warning of what cannot be undone. */
  | { readonly kind: 'caution'; readonly line: number; readonly blocks: readonly Block[] };

/** A `##` heading and the blocks under it. */
export interface Section {
  readonly title: string;
  /** From `## title {#id}`. */
  readonly id?: string;
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** A text file, taken apart. */
export interface Prose {
  /** The YAML between the `---` lines, as text. */
  readonly frontmatter: string;
  /** The blocks before the first heading. */
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
}

/** A text that cannot be read. */
export class ProseError extends Error {
  readonly problem: LineProblem;

  constructor(problem: LineProblem) {
    super(problem.message);
    this.name = 'ProseError';
    this.problem = problem;
  }
}

const FRONTMATTER = /^---\n(?<yaml>[\s\S]*?\n)---\n/u;
const HEADING = /^(?<title>.*?)(?:\s*\{#(?<id>[a-z][a-z0-9-]*)\})?$/su;

function lineOf(node: { position?: RootContent['position'] }, offset: number): number {
  return (node.position?.start.line ?? 1) + offset;
}

function unknown(node: { type: string; position?: RootContent['position'] }, offset: number): ProseError {
  return new ProseError({
    line: lineOf(node, offset),
    message: `found a Markdown element '${node.type}'; expected paragraphs, lists, code, bold, ## headings and > [!CAUTION]`,
    hint: 'Say it with one of these; a code is linked where it is mentioned, a source by its marker [^id].',
  });
}

function toInline(node: PhrasingContent, offset: number): readonly Inline[] {
  if (node.type === 'text') return splitText(node.value);
  if (node.type === 'inlineCode') {
    const [only, ...more] = splitText(node.value);
    return only?.kind === 'mention' && more.length === 0 ? [only] : [{ kind: 'code', text: node.value }];
  }
  if (node.type === 'strong' || node.type === 'emphasis') {
    return [{ kind: node.type, children: node.children.flatMap((child) => toInline(child, offset)) }];
  }
  throw unknown(node, offset);
}

function toLanguage(lang: string | null | undefined, line: number): CodeLanguage {
  const language = CODE_LANGUAGES.find((each) => each === lang);
  if (language) return language;
  throw new ProseError({
    line,
    message: `found code in the language '${lang ?? ''}'; expected ${CODE_LANGUAGES.join(', ')}`,
    hint: 'Name the language behind the three backticks.',
  });
}

function toClient(meta: string, line: number): CommandClient {
  const client = COMMAND_CLIENTS.find((each) => each === meta);
  if (client) return client;
  throw new ProseError({
    line,
    message: `found code for the client '${meta}'; expected ${COMMAND_CLIENTS.join(', ')}`,
    hint: 'Name one of them behind the language, or nothing where the commands are for everyone.',
  });
}

function toBlock(node: RootContent, offset: number): Block {
  const line = lineOf(node, offset);
  if (node.type === 'paragraph') {
    return { kind: 'paragraph', line, children: node.children.flatMap((child) => toInline(child, offset)) };
  }
  if (node.type === 'code') {
    const client = node.meta ? { client: toClient(node.meta, line) } : {};
    return { kind: 'code', line, lang: toLanguage(node.lang, line), text: node.value, ...client };
  }
  if (node.type === 'list')
    return { kind: 'list', line, ordered: node.ordered === true, items: items(node, offset) };
  if (node.type === 'blockquote') return toCaution(node, offset);
  throw unknown(node, offset);
}

function items(list: List, offset: number): Block[][] {
  return list.children.map((item) =>
    item.children.map((child, index) => {
      const block = toBlock(child, offset);
      if (index > 0 || block.kind !== 'paragraph') return block;
      return { ...block, children: splitLikelihood(block.children) };
    }),
  );
}

const CAUTION = '[!CAUTION]\n';

/** A quotation is a warning when its first line is `[!CAUTION]`; no other kind of quotation is known. */
function toCaution(node: Blockquote, offset: number): Block {
  const blocks = node.children.map((child) => toBlock(child, offset));
  const [first, ...more] = blocks;
  const [start, ...rest] = first?.kind === 'paragraph' ? first.children : [];
  if (first?.kind !== 'paragraph' || start?.kind !== 'text' || !start.text.startsWith(CAUTION)) {
    throw unknown(node, offset);
  }
  const text = { kind: 'text', text: start.text.slice(CAUTION.length) } as const;
  return {
    kind: 'caution',
    line: lineOf(node, offset),
    blocks: [{ ...first, children: [text, ...rest] }, ...more],
  };
}

function toSection(heading: Heading, blocks: readonly Block[], offset: number): Section {
  const raw = heading.children.map((child) => ('value' in child ? child.value : '')).join('');
  const { title = raw, id } = HEADING.exec(raw)?.groups ?? {};
  return { title, ...(id === undefined ? {} : { id }), line: lineOf(heading, offset), blocks };
}

/**
 * Takes a text file apart.
 *
 * @param text the whole file, frontmatter included
 * @throws ProseError where the file holds something that the tree has no place for
 */
export function readProse(text: string): Prose {
  const source = text.replaceAll('\r\n', '\n');
  const front = FRONTMATTER.exec(source);
  if (!front) {
    throw new ProseError({
      line: 1,
      message: 'found no frontmatter; expected YAML between two lines of ---',
      hint: 'Begin the file with it.',
    });
  }
  const offset = front[0].split('\n').length - 1;
  const nodes = fromMarkdown(source.slice(front[0].length)).children;
  const starts = nodes.flatMap((node, index) => (node.type === 'heading' && node.depth === 2 ? [index] : []));
  const blocks = (from: number, to: number | undefined) =>
    nodes.slice(from, to).map((node) => toBlock(node, offset));
  return {
    frontmatter: front.groups?.['yaml'] ?? '',
    lead: blocks(0, starts[0] ?? nodes.length),
    sections: starts.map((start, index) =>
      toSection(nodes[start] as Heading, blocks(start + 1, starts[index + 1]), offset),
    ),
  };
}
