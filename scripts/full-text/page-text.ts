/** What full-text search gets of a built page: what stands in `data-pagefind-body`, by weight. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { indexWords } from '../../src/catalog/resolve/full-text.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A page as full-text search gets it. */
export interface PageText {
  readonly title: string;
  /** One sentence that says what the page is about, from its head. */
  readonly summary: string;
  /** Stretches of text; `weight` as in `data-pagefind-weight`, 1 where nothing else is said. */
  readonly stretches: readonly Stretch[];
}

interface Stretch {
  readonly weight: number;
  readonly text: string;
}

/** A page with the words of its stretches, the heaviest first; each word stands once, where it weighs most. */
export interface SearchText extends PageText {
  readonly stretches: readonly (Stretch & { readonly words: readonly string[] })[];
}

/** What a page is called says most of what it is about; as in `data-pagefind-weight`. */
const HEADING_WEIGHT = new Map([
  ['h1', 10],
  ['h2', 2],
]);
/** Elements that do not end a word. */
const INLINE = new Set(['a', 'b', 'code', 'em', 'i', 'span', 'strong', 'sub', 'sup', 'wbr']);
/** What is no text, or the frame around a page and not its text. */
const LEFT_OUT = new Set(['footer', 'nav', 'noscript', 'script', 'style', 'svg', 'template']);

const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value;
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

function find(node: Node, fits: (element: Element) => boolean): Element | undefined {
  if ('tagName' in node && fits(node)) return node;
  for (const child of childrenOf(node)) {
    const found = find(child, fits);
    if (found) return found;
  }
  return undefined;
}

function textOf(node: Node): string {
  return 'value' in node ? node.value : childrenOf(node).map(textOf).join('');
}

/** Adds up the text below a node by weight; block elements end a word. */
function collect(node: Node, weight: number, texts: Map<number, string>): void {
  const add = (text: string) => texts.set(weight, (texts.get(weight) ?? '') + text);
  if ('value' in node) add(node.value);
  for (const child of childrenOf(node)) {
    if (!('tagName' in child)) {
      collect(child, weight, texts);
      continue;
    }
    if (LEFT_OUT.has(child.tagName) || attribute(child, 'data-pagefind-ignore') !== undefined) continue;
    const said = attribute(child, 'data-pagefind-weight') ?? HEADING_WEIGHT.get(child.tagName);
    const own = Number(said ?? weight);
    const isInline = INLINE.has(child.tagName) && own === weight;
    if (!isInline) add(' ');
    collect(child, own, texts);
    if (!isInline) add(' ');
  }
}

/**
 * Reads a built page.
 *
 * @returns nothing for a page that does not belong in full-text search: it has no `data-pagefind-body`
 */
export function pageText(document: Node): PageText | undefined {
  const body = find(document, (element) => attribute(element, 'data-pagefind-body') !== undefined);
  if (!body) return undefined;
  const heading = find(body, ({ tagName }) => tagName === 'h1');
  const about = find(document, (element) => attribute(element, 'name') === 'description');
  const texts = new Map<number, string>();
  collect(body, 1, texts);
  return {
    title: heading ? textOf(heading).replace(/\s+/gu, ' ').trim() : '',
    summary: (about && attribute(about, 'content')) ?? '',
    stretches: [...texts].map(([weight, text]) => ({ weight, text })),
  };
}

/** The same with words: what Pagefind gets in place of the built page. */
export function searchText(document: Node): SearchText | undefined {
  const page = pageText(document);
  if (!page) return undefined;
  const known = new Set<string>();
  const stretches = [...page.stretches]
    .sort((a, b) => b.weight - a.weight)
    .map(({ weight, text }) => {
      const words = indexWords(text).filter((word) => !known.has(word));
      for (const word of words) known.add(word);
      return { weight, text, words };
    });
  return { ...page, stretches };
}
