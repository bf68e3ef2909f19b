import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { quote, type Problem } from '../lib/problem.ts';

/** A file of YAML, or the YAML that a file begins with, and the lines of its parts. */
export interface YamlFile {
  /** Path of the file as a maintainer would type it. */
  readonly file: string;
  readonly data: unknown;
  /** The line of the deepest part that a path leads to; the first one where it leads nowhere. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Characters that editors do not show: some hide text, the others come from a damaged file. */
const HIDDEN = /[^\P{Cc}\t\n\r\u0085]|[\u202a-\u202e\u2066-\u2069\ufffd]/u;

/**
 * Reads YAML by the 1.2 rules: a bare date is a text, `no` is a word.
 *
 * @param problems receives the mistakes, with the line of each
 * @param firstLine the line of the file on which the text begins
 * @returns undefined where there are mistakes
 */
export function readYaml(
  text: string,
  file: string,
  problems: Problem[],
  firstLine = 1,
): YamlFile | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const broken = document.errors.map(mistakeOf);
  const found = [
    ...hiddenCharacter(text, file, firstLine),
    ...broken.map(({ offset, message, hint }) => ({ file, line: lineAt(offset), message, hint })),
  ];
  problems.push(...found);
  if (found.length > 0) return undefined;
  try {
    const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document, path));
    return { file, data: document.toJS() as unknown, lineOf };
  } catch (error) {
    // Aliases that name nothing, or that multiply without end.
    const message = `found an alias that cannot be resolved: ${String(error)}`;
    problems.push({ file, line: firstLine, message, hint: 'write the values out' });
    return undefined;
  }
}

/**
 * The value that a part of a YAML file has by a schema.
 *
 * @param path keys and indexes that lead to the part
 * @param problems receives the mistakes, with the line of each
 * @returns undefined where there are mistakes
 */
export function checkedPart<Schema extends z.ZodType>(
  { file, lineOf }: YamlFile,
  path: readonly PropertyKey[],
  value: unknown,
  schema: Schema,
  problems: Problem[],
): z.output<Schema> | undefined {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const own = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
    problems.push({
      file,
      line: lineOf([...path, ...own]),
      message: `found a mistake at ${[...path, ...issue.path].join('.') || 'the top'}: ${issue.message}`,
      hint: 'correct the entry; what each key means is written in src/schema/',
    });
  }
  return undefined;
}

interface Mistake {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

const mistakeOf = ({ message, pos: [offset] }: Document.Parsed['errors'][number]): Mistake => ({
  offset,
  message: `found broken YAML: ${message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:$/u, '') ?? ''}`,
  hint: 'correct the YAML',
});

/** The problem with a text that does not show what it says, at its first such character. */
export function hiddenCharacter(text: string, file: string, firstLine = 1): Problem[] {
  const offset = text.search(HIDDEN);
  if (offset < 0) return [];
  return [
    {
      file,
      line: text.slice(0, offset).split('\n').length + firstLine - 1,
      message: `found the character ${quote(text[offset] ?? '')}; expected text that shows what it says`,
      hint: 'remove it, and save the file as UTF-8',
    },
  ];
}

/** Offset of the deepest part of a YAML document that a path leads to: of its key where it has one. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined;
    const key = pair?.key;
    node = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    offset = startOf(key) ?? startOf(node) ?? offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return range?.[0];
}
