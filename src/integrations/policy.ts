/** The Content Security Policy: only what the site itself serves; inline scripts and styles by their hashes. */
import { createHash } from 'node:crypto';
import { readMarkup, type Attributes, type MarkupReader } from './markup.ts';

/** Hashes of what stands inline in pages, as CSP source expressions. */
export interface InlineHashes {
  readonly scripts: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
}

/** Types of `<script>` that are data for other programs; the policy does not concern them. */
const DATA_TYPES = /^application\/(ld\+)?json$/;

function isInlineScript(tag: string, { src, type = '' }: Attributes): boolean {
  return tag === 'script' && src === undefined && !DATA_TYPES.test(type);
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Gathers the hashes of the scripts and styles that stand inline in a page. */
export class InlineCode implements MarkupReader {
  readonly #scripts = new Set<string>();
  readonly #styles = new Set<string>();
  /** Where the hash of the element being read belongs; there are no elements in such elements. */
  #place: Set<string> | undefined;
  #text = '';

  get hashes(): InlineHashes {
    return { scripts: this.#scripts, styles: this.#styles };
  }

  open(tag: string, attributes: Attributes): void {
    if (tag === 'style') this.#place = this.#styles;
    else this.#place = isInlineScript(tag, attributes) ? this.#scripts : undefined;
    this.#text = '';
  }

  text(piece: string): void {
    if (this.#place) this.#text += piece;
  }

  close(): void {
    this.#place?.add(hash(this.#text));
    this.#place = undefined;
  }
}

/** Hashes of what stands inline in a page. A real parser tells it from text that looks alike. */
export function inlineHashes(html: string): InlineHashes {
  const code = new InlineCode();
  readMarkup(html, code);
  return code.hashes;
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
