import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordPath } from '../collect.ts';
import type { Problem } from '../../../src/lib/problem.ts';
import { rowsByCode } from '../../../src/catalog/rows.ts';
import type { Collection } from '../../../src/schema/codes.ts';
import {
  editionsSchema,
  type Changes,
  type Edition,
  type EditionRecord,
} from '../../../src/schema/editions.ts';

/** @returns undefined where the text is no JSON; no schema takes that */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Text of a record's file; the same record gives the same bytes. */
export const recordText = (record: EditionRecord): string => `${JSON.stringify(record, null, 2)}\n`;

/**
 * Reads the record of a product's editions.
 *
 * @returns undefined where there is none yet; also, with a problem, where it is damaged
 */
export function loadRecord(root: string, product: string, problems: Problem[]): EditionRecord | undefined {
  const path = recordPath(product);
  let text: string;
  try {
    text = readFileSync(join(root, path), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    return complain(String(error));
  }
  const parsed = editionsSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return complain(`${issue?.path.join('.') || 'the top'}: ${issue?.message ?? ''}`);
  }
  return parsed.data.product === product ? parsed.data : complain(`product: '${parsed.data.product}'`);

  function complain(found: string): undefined {
    problems.push({
      file: path,
      line: 1,
      message: `found a damaged record (${found}); expected the editions of the product '${product}'`,
      hint: 'take the file back from version control: it holds the history of the codes and cannot be made again',
    });
    return undefined;
  }
}

/**
 * The record of a product's editions after its document was read.
 *
 * A document with other bytes than the last recorded one is another edition and is appended with its changes. The
 * same bytes are the same edition: its date may be put right, what it changed stays.
 *
 * @param record the record so far; undefined for a product that has none
 * @param before the committed collection; the first recorded edition where there is no record
 * @param changes from `before` to `after`
 */
export function recordEdition(
  record: EditionRecord | undefined,
  before: Collection | undefined,
  after: Collection,
  changes: Changes,
): EditionRecord {
  const earlier = record?.editions ?? (before ? [editionOf(before)] : []);
  const last = earlier.at(-1);
  const editions: Edition[] =
    last?.sha256 === after.source.sha256
      ? [...earlier.slice(0, -1), { ...last, edition: after.source.edition }]
      : [...earlier, { ...editionOf(after), ...(last && { changes }) }];
  return { schemaVersion: 1, product: after.product, editions };
}

const editionOf = ({ source, codes }: Collection): Edition => ({
  edition: source.edition,
  sha256: source.sha256,
  codes: rowsByCode(codes).size,
});
