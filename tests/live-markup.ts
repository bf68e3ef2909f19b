/** Tells text from text that came to life: what of a page may hold words of others, and what never. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { MARK } from './fixtures/hostile-texts.ts';

/** An element as browsers and parsers agree on it. */
export interface SeenElement {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** The text that stands in the element itself, not in its children. */
  readonly text: string;
}

/** Attributes whose value is text for people or data for the site's own scripts. */
const TEXT_ATTRIBUTES =
  /^(?:title|alt|value|placeholder|label|aria-label|data-(?:text|words|unknown-code|pagefind-meta))$/u;
/** Attributes whose value is an address; a text may be a part of its query or path. */
const ADDRESS_ATTRIBUTES = /^(?:href|action)$/u;
const DATA_SCRIPT = /^application\/(?:ld\+)?json$/u;
/** Elements that the site itself has and whose text is not for readers. */
const CODE_ELEMENTS = new Set(['script', 'style', 'iframe', 'noscript', 'template', 'object', 'embed']);

/** An address that stays an address of the web: a text inside of it can neither run nor lead to a host of its own. */
function isHarmless(address: string): boolean {
  const url = new URL(address, 'http://site.invalid/');
  return /^https?:$/u.test(url.protocol) && !url.hostname.includes(MARK);
}

function isText(name: string, { tag, attributes }: SeenElement): boolean {
  if (TEXT_ATTRIBUTES.test(name)) return true;
  // What a page does by itself is told by a meta, too.
  return name === 'content' && tag === 'meta' && !attributes.some(([other]) => other === 'http-equiv');
}

function problemOfAttribute(name: string, value: string, element: SeenElement): string | undefined {
  if (name.includes(MARK)) return `an attribute ${name}`;
  if (!value.includes(MARK) || isText(name, element)) return undefined;
  if (ADDRESS_ATTRIBUTES.test(name) && isHarmless(value)) return undefined;
  return `${name}="${value}"`;
}

/** What of a hostile text came to life in an element; nothing where it stayed text. */
export function liveMarkup(element: SeenElement): string[] {
  const { tag, attributes, text } = element;
  const type = attributes.find(([name]) => name === 'type')?.[1] ?? '';
  const isData = tag === 'script' && DATA_SCRIPT.test(type);
  return [
    ...(tag.includes(MARK) ? [`an element ${tag}`] : []),
    ...attributes.flatMap(([name, value]) => problemOfAttribute(name, value, element) ?? []),
    ...(CODE_ELEMENTS.has(tag) && !isData && text.includes(MARK) ? [text] : []),
  ].map((problem) => `<${tag}>: ${problem}`);
}

type Node = DefaultTreeAdapterTypes.Node;

/** Every element of a page, as a browser would read it. */
export function elementsIn(html: string): SeenElement[] {
  const elements: SeenElement[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) {
      elements.push({
        tag: node.tagName,
        attributes: node.attrs.map(({ name, value }) => [name, value] as const),
        text: node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''),
      });
    }
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return elements;
}
