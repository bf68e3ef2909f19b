/** The built site as the checks see it: files in `dist/`, pages parsed by a real HTML parser. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

type Element = DefaultTreeAdapterTypes.Element;

/** A page: its address below the site's root, and the elements that have attributes worth checking. */
export interface BuiltPage {
  readonly address: string;
  readonly html: string;
  readonly elements: readonly Element[];
}

/** Every file of the built site, relative to `dist/`. */
export function builtFiles(): string[] {
  if (!existsSync(DIST)) throw new Error('dist/ is missing. Run: npm run build');
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DIST, join(entry.parentPath, entry.name)));
}

/** Attribute of an element. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

export function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  const waiting: DefaultTreeAdapterTypes.ParentNode[] = [parse(html)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node) elements.push(node);
    if ('content' in node) waiting.push(node.content as DefaultTreeAdapterTypes.DocumentFragment);
    for (const child of node.childNodes) if ('childNodes' in child) waiting.push(child);
  }
  return elements;
}

/** A page by its address below the site's root, e.g. `codes/SVCSTG.SWR.4001048/`. */
export function builtPage(address: string): BuiltPage {
  const file = address === '' || address.endsWith('/') ? `${address}index.html` : address;
  const html = readFileSync(join(DIST, file), 'utf8');
  return { address, html, elements: elementsOf(html) };
}

let pages: readonly BuiltPage[] | undefined;

/** Every page of the built site. */
export function builtPages(): readonly BuiltPage[] {
  pages ??= builtFiles()
    .filter((file) => file.endsWith('.html'))
    .map((file) => builtPage(file.replace(/(^|\/)index\.html$/, '$1')));
  return pages;
}

/** Whether an address below the site's root is answered by a file. */
export function isAnswered(address: string): boolean {
  const path = join(DIST, decodeURIComponent(address));
  if (!existsSync(path)) return false;
  return statSync(path).isFile() || existsSync(join(path, 'index.html'));
}
