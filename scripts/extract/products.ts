import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, type Problem } from '../../src/lib/problem.ts';
import { checkedPart, readYaml } from '../../src/load/yaml.ts';
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
  let text: string;
  try {
    text = readFileSync(join(root, PRODUCTS_FILE), 'utf8');
  } catch (error) {
    problems.push({
      file: PRODUCTS_FILE,
      line: 1,
      message: `cannot be read (${reason(error)}); expected the list of products`,
      hint: 'run the command in the project’s folder',
    });
    return undefined;
  }
  const yaml = readYaml(text, PRODUCTS_FILE, problems);
  const products = yaml && checkedPart(yaml, [], yaml.data, productsSchema, problems);
  return products && { products, lineOf: (product) => yaml.lineOf([products.indexOf(product)]) };
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

/** The system's message about a file that cannot be read or written. */
export const reason = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
