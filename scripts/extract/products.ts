import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { formatProblem, type Problem } from '../../src/lib/problem.ts';
import { productsSchema, type Product } from '../../src/schema/products.ts';

export const PRODUCTS_FILE = 'content/products.yaml';

/** The products of the site, and on which line of the data file each begins. */
export interface ProductList {
  products: Product[];
  lineOf: (product: Product) => number;
}

/**
 * Reads and checks `content/products.yaml`.
 *
 * @param root the project's folder
 * @returns undefined, with a problem for each mistake, when the file is absent or breaks its schema
 */
export function loadProducts(root: string, problems: Problem[]): ProductList | undefined {
  const report = (line: number, message: string, hint: string): void => {
    problems.push({ file: PRODUCTS_FILE, line, message, hint });
  };
  let text: string;
  try {
    text = readFileSync(join(root, PRODUCTS_FILE), 'utf8');
  } catch (error) {
    report(
      1,
      `cannot be read (${reason(error)}); expected the list of products`,
      'run the command in the project’s folder',
    );
    return undefined;
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  for (const error of document.errors) {
    report(
      lineCounter.linePos(error.pos[0]).line,
      `found broken YAML: ${firstLine(error.message)}`,
      'correct the YAML',
    );
  }
  if (document.errors.length > 0) return undefined;
  const lineAt = (path: readonly PropertyKey[]): number => lineCounter.linePos(offsetOf(document, path)).line;
  const parsed = productsSchema.safeParse(document.toJS());
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      report(
        lineAt(path),
        `found a mistake at ${path.join('.') || 'the top'}: ${message}`,
        'see src/schema/products.ts',
      );
    }
    return undefined;
  }
  return { products: parsed.data, lineOf: (product) => lineAt([parsed.data.indexOf(product)]) };
}

/**
 * The products, for what runs after the build, which stops at a mistake in them.
 *
 * @throws when `content/products.yaml` is absent or breaks its schema
 */
export function requireProducts(root: string): readonly Product[] {
  const problems: Problem[] = [];
  const list = loadProducts(root, problems);
  if (!list) throw new Error(problems.map(formatProblem).join('\n'));
  return list.products;
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

/** What the system says about a file that cannot be read or written. */
export const reason = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** Offset of the deepest part of a YAML document that a path leads to. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0]);
  }
  return 0;
}
