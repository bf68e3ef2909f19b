/** The Content Security Policy: only what the site itself serves; inline scripts and styles by their hashes. */
import { createHash } from 'node:crypto';
import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Hashes of what stands inline in pages, as CSP source expressions. */
export interface InlineHashes {
  readonly scripts: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
}

/** Types of `<script>` that are data for other programs; the policy does not concern them. */
const DATA_TYPES = /^application\/(ld\+)?json$/;

const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value;

function isInlineScript(element: Element): boolean {
  return (
    element.tagName === 'script' &&
    attribute(element, 'src') === undefined &&
    !DATA_TYPES.test(attribute(element, 'type') ?? '')
  );
}

/** The elements of these kinds, in the order of the document. */
function elementsNamed(names: readonly string[], node: Node, found: Element[] = []): Element[] {
  if ('tagName' in node && names.includes(node.tagName)) found.push(node);
  if ('childNodes' in node) for (const child of node.childNodes) elementsNamed(names, child, found);
  return found;
}

function hash(element: Element): string {
  const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Hashes of the scripts and styles that stand inline in a page. A real parser tells them from text that looks alike. */
export function inlineHashes(document: Node): InlineHashes {
  const inline = elementsNamed(['script', 'style'], document);
  return {
    scripts: new Set(inline.filter(isInlineScript).map(hash)),
    styles: new Set(inline.filter(({ tagName }) => tagName === 'style').map(hash)),
  };
}

/** The hashes of several pages together, in a fixed order. */
export function union(pages: readonly InlineHashes[]): InlineHashes {
  const together = (kind: keyof InlineHashes) => new Set(pages.flatMap((page) => [...page[kind]]).sort());
  return { scripts: together('scripts'), styles: together('styles') };
}

/** The policy of a page, or of a site, in which these things stand inline. */
export function policy({ scripts, styles }: InlineHashes): string {
  return [
    "default-src 'none'",
    // Full-text search (Pagefind) is WebAssembly; the word allows that and no eval.
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    // Pictures in style sheets, e.g. the marker of a folded section.
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}

const CHARSET = /<meta charset="utf-8"\s*\/?>/i;

/**
 * The page with its policy as a `<meta>` before anything that could be loaded.
 *
 * @throws Error when the page does not start with its charset, because then nobody knows where to put it
 */
export function withPolicy(html: string, hashes: InlineHashes): string {
  if (!CHARSET.test(html)) throw new Error('found no <meta charset="utf-8">, after which the policy belongs');
  const meta = `<meta http-equiv="content-security-policy" content="${policy(hashes)}">`;
  return html.replace(CHARSET, (charset) => charset + meta);
}
