/** The Content Security Policy: only what the site itself serves; inline scripts and styles by their hashes. */
import { createHash } from 'node:crypto';
import { attribute, type Element } from './markup.ts';

/** Hashes of the inline scripts and styles of pages, as CSP source expressions. */
export interface InlineHashes {
  readonly scripts: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
}

/** Types of `<script>` that are data for other programs; the policy does not concern them. */
const DATA_TYPES = /^application\/(ld\+)?json$/;

function isInlineScript(element: Element): boolean {
  const isCode = element.tagName === 'script' && !DATA_TYPES.test(attribute(element, 'type') ?? '');
  return isCode && attribute(element, 'src') === undefined;
}

function hash({ childNodes }: Element): string {
  const text = childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Hashes of the inline scripts and styles among the elements of a page. */
export function inlineHashes(elements: readonly Element[]): InlineHashes {
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
    // Firefox holds the prefetching of pages against this one, and against no other; what is not needed is refused by name.
    "default-src 'self'",
    "frame-src 'none'",
    "media-src 'none'",
    "object-src 'none'",
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
 * @param file the page, for the message
 * @throws Error when the page has no `<meta charset>`, after which the policy belongs
 */
export function withPolicy(html: string, hashes: InlineHashes, file: string): string {
  if (!CHARSET.test(html)) {
    throw new Error(`${file}: found no <meta charset="utf-8">, after which the policy belongs`);
  }
  const meta = `<meta http-equiv="content-security-policy" content="${policy(hashes)}">`;
  return html.replace(CHARSET, (charset) => charset + meta);
}
