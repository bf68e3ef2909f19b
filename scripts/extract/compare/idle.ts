import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
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
  const keyAt = (path: Path): unknown => {
    const parent = document.getIn(path.slice(0, -1), true);
    const isKey = (key: unknown) => isScalar(key) && key.value === path.at(-1);
    return isMap(parent) ? parent.items.find(({ key }) => isKey(key))?.key : undefined;
  };
  const lineAt = (path: Path): number => {
    const node = keyAt(path) ?? document.getIn(path, true);
    return isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
  };
  return { listAt, lineAt };
}

/**
 * Notes about hand-written data that an edition left without an effect: words and codes of rules that match nothing any
 * more, and codes of other lists or seen in use that are documented now.
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
    ...observedNowDocumented(root, product, rows),
    ...listedNowDocumented(root, product, rows),
    ...idleWords(root, 'content/relations.yaml', [product.id, 'operations'], rows),
    ...idleWords(root, 'content/relations.yaml', [product.id, 'resources'], rows),
    ...idleRules(root, product, [...rows, ...others]),
  ];
}

/** An entry of a data file, of the product that it names or of the one at the root. */
interface Owned {
  readonly product?: string;
}

const isOf = ({ product: owner }: Owned, product: Product): boolean =>
  owner === undefined ? product.path === '' : owner === product.id;

function observedNowDocumented(root: string, product: Product, rows: readonly CodeRow[]): Problem[] {
  const file = 'content/observed.yaml';
  const data = openData(root, file);
  const documented = new Set(rows.map(({ code }) => code));
  return ((data?.listAt([]) ?? []) as (Owned & { code: string })[]).flatMap((entry, index) => {
    const { code } = entry;
    if (!isOf(entry, product) || !documented.has(code)) return [];
    return [
      {
        file,
        line: data?.lineAt([index]) ?? 1,
        code,
        message: `${code} is documented now; its messages, its sources and what it says to do stay`,
        hint: 'write guidance from the entry, whose steps then give way to it; its messages and sources still count',
      },
    ];
  });
}

interface OtherList extends Owned {
  readonly codes?: Readonly<Record<string, { readonly meaning: string }>>;
  readonly pageless?: readonly { readonly codes?: object }[];
}

/** Codes of `content/listed.yaml` with their places in the file. */
function listedCodes(list: OtherList, index: number): { code: string; path: Path; isPageless: boolean }[] {
  const { codes = {}, pageless = [] } = list;
  return [
    ...Object.keys(codes).map((code) => ({ code, path: [index, 'codes', code], isPageless: false })),
    ...pageless.flatMap((group, at) =>
      Object.keys(group.codes ?? {}).map((code) => ({
        code,
        path: [index, 'pageless', at, 'codes', code],
        isPageless: true,
      })),
    ),
  ];
}

function listedNowDocumented(root: string, product: Product, rows: readonly CodeRow[]): Problem[] {
  const file = 'content/listed.yaml';
  const data = openData(root, file);
  const documented = new Set(rows.map(({ code }) => code));
  return ((data?.listAt([]) ?? []) as OtherList[])
    .flatMap((list, index) => (isOf(list, product) ? listedCodes(list, index) : []))
    .filter(({ code }) => documented.has(code))
    .map(({ code, path, isPageless }) => ({
      file,
      line: data?.lineAt(path) ?? 1,
      code,
      message: isPageless
        ? `${code} is documented now and has a page`
        : `${code} is documented now; its message, its source and its guidance stay`,
      hint: isPageless
        ? 'take it out of pageless'
        : 'leave the entry; look at what its guidance says of the other list',
    }));
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

/** Words and codes of domain rules that match nothing; codes seen in use and codes of other lists are known, too. */
function idleRules(root: string, product: Product, rows: readonly CodeRow[]): Problem[] {
  const file = 'content/domains.yaml';
  const path = [product.id, 'rules'];
  const data = openData(root, file);
  const observed = (openData(root, 'content/observed.yaml')?.listAt([]) ?? []) as CodeRow[];
  const lists = (openData(root, 'content/listed.yaml')?.listAt([]) ?? []) as OtherList[];
  const listed = lists.flatMap(({ codes = {} }) =>
    Object.entries(codes).map(([code, { meaning }]) => ({ code, status: null, description: meaning })),
  );
  const known = new Set([...rows, ...observed, ...listed].map(({ code }) => code));
  const idleCodes = (data?.listAt(path) ?? []).flatMap((rule, index) =>
    ((rule as { codes?: string[] }).codes ?? []).flatMap((code, at) =>
      known.has(code)
        ? []
        : [noMatch(file, data?.lineAt([...path, index, 'codes', at]) ?? 1, `the code ${code}`)],
    ),
  );
  return [...idleCodes, ...idleWords(root, file, path, [...rows, ...listed])];
}
