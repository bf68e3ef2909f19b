/** The Content Security Policy: only what the site itself serves; inline scripts and styles by their hashes. */
import { createHash } from 'node:crypto';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** Hashes of the inline scripts and styles of pages, as CSP source expressions. */
export interface InlineHashes {
  readonly scripts: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  const children = 'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : [];
  return [...own, ...children.flatMap(elementsOf)];
}

/** Types of `<script>` that are data for other programs; the policy does not concern them. */
const DATA_TYPES = /^application\/(ld\+)?json$/;

function isInlineScript({ tagName, attrs }: Element): boolean {
  const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
  return tagName === 'script' && !attributes.has('src') && !DATA_TYPES.test(attributes.get('type') ?? '');
}

function hash({ childNodes }: Element): string {
  const text = childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Hashes of the inline scripts and styles of a page. A real parser tells them from text that looks alike. */
export function inlineHashes(html: string): InlineHashes {
  const elements = elementsOf(parse(html, { scriptingEnabled: false }));
  return {
    scripts: new Set(elements.filter(isInlineScript).map(hash)),
    styles: new Set(elements.filter(({ tagName }) => tagName === 'style').map(hash)),
  };
}

/** The hashes of several pages together, in a fixed order. */
export function union(pages: readonly InlineHashes[]): InlineHashes {
  const together = (kind: keyof InlineHashes) => new Set(pages.flatMap((page) => [...page[kind]]).sort());
  return { scripts: together('scripts'), styles: together('styles') };
}

/** The policy of a page, or of a site, with these inline scripts and styles. */
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
 * @throws Error when the page has no `<meta charset>`, after which the policy belongs
 */
export function withPolicy(html: string, hashes: InlineHashes): string {
  if (!CHARSET.test(html)) throw new Error('found no <meta charset="utf-8">, after which the policy belongs');
  const meta = `<meta http-equiv="content-security-policy" content="${policy(hashes)}">`;
  return html.replace(CHARSET, (charset) => charset + meta);
}
