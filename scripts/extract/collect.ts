import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LineProblem, Problem } from '../../src/lib/problem.ts';
import { applyErrata, fieldsAfterErrata, isSettled } from './validate/errata.ts';
import { validateRows, productOfRows, withoutTwins, wrongDocument } from './validate/validate.ts';
import { statusesOf } from './read/row.ts';
import { readRegularFile, reason } from './files.ts';
import { loadProducts, PRODUCTS_FILE, type ProductList } from './products.ts';
import { headerProblems } from './read/columns.ts';
import { readDocument, type Reading, type Row } from './read/read.ts';
import type { CollectedCode, Collection } from '../../src/schema/codes.ts';
import type { Product } from '../../src/schema/products.ts';

const SOURCES = 'content/sources';
const CODES = 'content/codes';
const EDITIONS = 'content/editions';

/** A file of the collection as it ought to be. */
export interface CollectionFile {
  /** Path from the project's folder. */
  path: string;
  product: Product;
  collection: Collection;
  /** What a maintainer may want to know about the document; nothing has to be done. */
  notes: Problem[];
  /** The file's text; the same input gives the same bytes. */
  text: string;
}

/**
 * Reads and validates every source document and makes the collection from them. Writes nothing.
 *
 * @param root the project's folder
 * @returns the files of the collection; incomplete when there are problems
 */
export function collect(root: string): { files: CollectionFile[]; problems: Problem[] } {
  const problems: Problem[] = [...headerProblems];
  const list = loadProducts(root, problems);
  if (!list || headerProblems.length > 0) return { files: [], problems };
  reportUnnamedSources(root, list, problems);
  const files = list.products.flatMap((product) => collectProduct(root, product, list, problems) ?? []);
  reportOrphans(root, list, problems);
  return { files, problems };
}

/**
 * Reads and validates one document, which need not be part of the project: by the rules of the product that has a
 * source of this file name, else of the product that most of its codes belong to, else of the whole family.
 *
 * @param file its path
 * @returns its rows as they are in the document, but for those of which nobody can tell what is what; its problems and notes in the order of lines
 */
export function inspect(root: string, file: string): { rows: Row[]; problems: Problem[]; notes: Problem[] } {
  const problems: Problem[] = [...headerProblems];
  const products = loadProducts(root, problems)?.products ?? [];
  const bytes = readSource(file, file, problems);
  if (!bytes || headerProblems.length > 0) return { rows: [], problems, notes: [] };
  const read = readDocument(bytes);
  const named = products.find(({ source }) => source.file === basename(file));
  const checked = checkRows(read, named ?? productOfRows(read.rows, products), named);
  return {
    rows: read.rows.filter(({ isDoubtful }) => !isDoubtful),
    problems: [...problems, ...inFile(file, checked.problems)],
    notes: inFile(file, checked.notes),
  };
}

/**
 * Corrects the rows of a document and checks them.
 *
 * @param product whose rules they have to meet
 * @param named the product that names the document, by whose errata they are corrected
 */
function checkRows(
  read: Reading,
  product: Product | undefined,
  named: Product | undefined,
): { rows: Row[]; problems: LineProblem[]; notes: LineProblem[] } {
  const corrected = applyErrata(read.rows, named);
  const { rows, notes } = withoutTwins(corrected.rows);
  const invalid = validateRows(rows, product, fieldsAfterErrata(read.fieldsAt, read.rows, named));
  return {
    rows,
    problems: [
      ...read.problems.filter((problem) => !isSettled(problem, named)),
      ...corrected.problems,
      ...invalid,
    ],
    notes: [...read.notes, ...notes],
  };
}

function collectProduct(
  root: string,
  product: Product,
  list: ProductList,
  problems: Problem[],
): CollectionFile | undefined {
  const file = `${SOURCES}/${product.source.file}`;
  if (!existsSync(join(root, file))) {
    problems.push({
      file: PRODUCTS_FILE,
      line: list.lineOf(product),
      message: `found product ${product.id} with the source ${product.source.file}; expected that file in ${SOURCES}`,
      hint: 'add the document, correct its name, or remove the product',
    });
    return undefined;
  }
  const bytes = readSource(join(root, file), file, problems);
  if (!bytes) return undefined;
  const read = readDocument(bytes);
  const wrong = wrongDocument(read.rows, product);
  const checked = checkRows(read, product, product);
  const found = inFile(file, wrong ? [...read.problems, wrong] : checked.problems);
  // Not one call for all: a document of a million lines may have more problems than a call takes arguments.
  for (const problem of found) problems.push(problem);
  if (found.length > 0) return undefined;
  const collection = makeCollection(checked.rows, product, createHash('sha256').update(bytes).digest('hex'));
  const text = `${JSON.stringify(collection, null, 2)}\n`;
  return { path: collectionPath(product), product, collection, notes: inFile(file, checked.notes), text };
}

const inFile = (file: string, problems: readonly LineProblem[]): Problem[] =>
  problems.toSorted((one, other) => one.line - other.line).map((problem) => ({ file, ...problem }));

/** Path of the record of a product's editions, from the project's folder. */
export const recordPath = (product: string): string => `${EDITIONS}/${product}.json`;

const collectionPath = ({ source }: Product): string => `${CODES}/${source.file.replace(/\.md$/, '.json')}`;

function readSource(path: string, name: string, problems: Problem[]): Uint8Array | undefined {
  try {
    return readRegularFile(path);
  } catch (error) {
    problems.push({
      file: name,
      line: 1,
      message: `cannot be read (${reason(error)}); expected a document`,
      hint: 'check the path and the permissions of the file',
    });
    return undefined;
  }
}

function makeCollection(rows: readonly Row[], product: Product, sha256: string): Collection {
  const { file, edition, language } = product.source;
  return {
    schemaVersion: 1,
    product: product.id,
    source: { file, edition, sha256, language },
    codes: rows.map(collectRow),
  };
}

function collectRow({ line, status, code, description, message, solution, module }: Row): CollectedCode {
  const statuses = status === null ? [] : (statusesOf(status) ?? []);
  return {
    code,
    status: statuses[0] ?? null,
    ...(statuses.length > 1 && { statuses }),
    description,
    line,
    ...(message !== undefined && { message }),
    ...(solution !== undefined && { solution }),
    ...(module !== undefined && { module }),
  };
}

/** Documents that no product names. */
function reportUnnamedSources(root: string, { products }: ProductList, problems: Problem[]): void {
  for (const name of listFolder(join(root, SOURCES))) {
    if (name === 'README.md' || products.some(({ source }) => source.file === name)) continue;
    problems.push({
      file: `${SOURCES}/${name}`,
      line: 1,
      message: `found a document that no product names; expected an entry with source.file: ${name} in ${PRODUCTS_FILE}`,
      hint: `add a product for it to ${PRODUCTS_FILE}, or remove the document`,
    });
  }
}

/** Files of products that are no longer named. */
function reportOrphans(root: string, { products }: ProductList, problems: Problem[]): void {
  const expected = new Set(products.flatMap((product) => [collectionPath(product), recordPath(product.id)]));
  const found = [CODES, EDITIONS].flatMap((folder) =>
    listFolder(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  for (const path of found) {
    if (expected.has(path) || path === `${EDITIONS}/README.md`) continue;
    problems.push({
      file: path,
      line: 1,
      message: 'found a collection that no source gives; expected one file for each source and no other',
      hint: `remove it, or name its source in ${PRODUCTS_FILE} again`,
    });
  }
}

const listFolder = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path)
        .filter((name) => !name.startsWith('.'))
        .sort()
    : [];
