import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;

function within(node: DefaultTreeAdapterTypes.Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  const children = 'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : [];
  return [...own, ...children.flatMap(within)];
}

/** The elements of a page in document order, those of templates and of `<noscript>` among them. */
export function elementsOf(html: string): Element[] {
  return within(parse(html, { scriptingEnabled: false }));
}

/** Value of an attribute; undefined where the element has none of that name. */
export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}
