import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { hasWord } from '../../../src/catalog/words.ts';
import { quote, type Problem } from '../../../src/lib/problem.ts';
import type { CodeRow } from '../../../src/schema/codes.ts';
import type { Product } from '../../../src/schema/products.ts';

type Path = readonly (string | number)[];

/** A data file with the lines of its parts; undefined where there is none that can be read, which the build says. */
function openData(root: string, file: string) {
  const lines = new LineCounter();
  let document: Document;
  let data: unknown;
  try {
    document = parseDocument(readFileSync(join(root, file), 'utf8'), { lineCounter: lines });
    data = document.toJS();
  } catch {
    return undefined;
  }
  const listAt = (path: Path): unknown[] => {
    const found: unknown = data && document.getIn(path);
    const list = isNode(found) ? (found.toJS(document) as unknown) : found;
    return Array.isArray(list) ? (list as unknown[]) : [];
  };
  const lineAt = (path: Path): number => {
    const node = document.getIn(path, true);
    return isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
  };
  return { listAt, lineAt };
}

/**
 * Notes about hand-written data that an edition left without an effect: words and codes of rules that match nothing any
 * more, and observed codes that are documented now.
 *
 * @param root the project's folder
 * @param rows of the edition
 * @param others rows of retired codes, which rules sort, too
 */
export function idleData(
  root: string,
  product: Product,
  rows: readonly CodeRow[],
  others: readonly CodeRow[],
): Problem[] {
  return [
    ...nowDocumented(root, product, rows),
    ...idleWords(root, 'content/relations.yaml', [product.id, 'operations'], rows),
    ...idleWords(root, 'content/relations.yaml', [product.id, 'resources'], rows),
    ...idleRules(root, product, [...rows, ...others]),
  ];
}

function nowDocumented(root: string, product: Product, rows: readonly CodeRow[]): Problem[] {
  const file = 'content/observed.yaml';
  const data = openData(root, file);
  const listed = new Set(rows.map(({ code }) => code));
  return (data?.listAt([]) ?? []).flatMap((entry, index) => {
    const { code, product: owner } = entry as { code: string; product?: string };
    const isOwn = owner === undefined ? product.path === '' : owner === product.id;
    if (!isOwn || !listed.has(code)) return [];
    return [
      {
        file,
        line: data?.lineAt([index]) ?? 1,
        code,
        message: `${code} is documented now; its messages stay, the edition speaks for the rest`,
        hint: 'write guidance from the steps and sources of the entry, then take it out',
      },
    ];
  });
}

const noMatch = (file: string, line: number, what: string): Problem => ({
  file,
  line,
  message: `found ${what}, which no code matches any more`,
  hint: 'compare it with the new wording of the edition; correct it, or take it out',
});

/** Words of a list of rules that no description has. */
function idleWords(root: string, file: string, path: Path, rows: readonly CodeRow[]): Problem[] {
  const data = openData(root, file);
  return (data?.listAt(path) ?? []).flatMap((rule, index) =>
    ((rule as { words?: string[] }).words ?? []).flatMap((word, at) =>
      rows.some(({ description }) => hasWord(description, word))
        ? []
        : [noMatch(file, data?.lineAt([...path, index, 'words', at]) ?? 1, `the word ${quote(word)}`)],
    ),
  );
}

/** Words and codes of domain rules that match nothing; an observed code is known, too. */
function idleRules(root: string, product: Product, rows: readonly CodeRow[]): Problem[] {
  const file = 'content/domains.yaml';
  const path = [product.id, 'rules'];
  const data = openData(root, file);
  const observed = (openData(root, 'content/observed.yaml')?.listAt([]) ?? []) as CodeRow[];
  const known = new Set([...rows, ...observed].map(({ code }) => code));
  const idleCodes = (data?.listAt(path) ?? []).flatMap((rule, index) =>
    ((rule as { codes?: string[] }).codes ?? []).flatMap((code, at) =>
      known.has(code)
        ? []
        : [noMatch(file, data?.lineAt([...path, index, 'codes', at]) ?? 1, `the code ${code}`)],
    ),
  );
  return [...idleCodes, ...idleWords(root, file, path, rows)];
}
