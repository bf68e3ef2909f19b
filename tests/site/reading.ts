/** What a test reads off a built page: elements in the order of the document, their texts, links and sections. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { basePath } from '../../src/lib/site-address.ts';
import { attribute, builtPage } from './built.ts';

export type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;

const roots = new Map<string, Node>();

/** The document of a page, by its address below the site's root. */
export function documentOf(address: string): Node {
  const root = roots.get(address) ?? parse(builtPage(address).html);
  roots.set(address, root);
  return root;
}

/** An element and all below it. */
export function* descendants(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* descendants(child);
}

/** The elements with this name below a node. */
export const elementsNamed = (root: Node, tag: string): Element[] =>
  [...descendants(root)].filter(({ tagName }) => tagName === tag);

/** The section of a page that the heading with this id names. */
export const sectionOf = (root: Node, id: string): Element | undefined =>
  [...descendants(root)].find((element) => attribute(element, 'aria-labelledby') === id);

/** The text of a node in one line. */
export function textOf(node: Node): string {
  const raw = (each: Node): string => {
    if ('childNodes' in each) return each.childNodes.map(raw).join('');
    return each.nodeName === '#text' && 'value' in each ? each.value : '';
  };
  return raw(node).replace(/\s+/gu, ' ').trim();
}

/** Where a link leads below the site's root, and what it says. */
export type Link = readonly [address: string, text: string];

/** The links to addresses of this site that fit. */
export function linksIn(root: Node, address: RegExp): Link[] {
  return elementsNamed(root, 'a').flatMap((element) => {
    const href = attribute(element, 'href') ?? '';
    const own = href.startsWith(basePath) ? href.slice(basePath.length) : undefined;
    return own !== undefined && address.test(own) ? [[own, textOf(element)] as const] : [];
  });
}

/** The codes to whose pages a part of a page links. */
export const codesIn = (root: Node): string[] =>
  linksIn(root, /^codes\/[^/?#]+\/$/u).map(([address]) => address.split('/')[1] ?? '');
