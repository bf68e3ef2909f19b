import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordPath, type CollectionFile } from '../collect.ts';
import type { Problem } from '../../../src/lib/problem.ts';
import type { FileToWrite } from '../write.ts';
import { diffEditions } from '../../../src/editions/diff.ts';
import { collectionSchema, type Collection } from '../../../src/schema/codes.ts';
import type { Changes, Edition, EditionRecord } from '../../../src/schema/editions.ts';
import { editionAnchors, retiredCodes } from '../../../src/editions/history.ts';
import { idleData } from './idle.ts';
import { findRisks, olderDate, recordLost, type Risk } from './risks.ts';
import { loadRecord, recordEdition, recordText } from './record.ts';

/** What a run of extract would do to one product. */
export interface Update {
  product: string;
  /** Path of the collection's file. */
  path: string;
  /** The committed collection; undefined for a new product, and where its file is damaged but can be made again. */
  before: Collection | undefined;
  after: Collection;
  /** From the one to the other; undefined without a committed collection. */
  changes: Changes | undefined;
  risks: Risk[];
  /** Anchor of the edition on the page of editions. */
  anchor: string;
  /** What a maintainer may want to know about the document. */
  notes: readonly Problem[];
  /** The files as they ought to be: the collection and the record of its editions. */
  files: FileToWrite[];
}

/**
 * Compares what the sources give with what is committed. Writes nothing.
 *
 * @param root the project's folder
 * @param problems gets what keeps a product from being compared
 */
export function compareWithCommitted(
  root: string,
  files: readonly CollectionFile[],
  problems: Problem[],
): Update[] {
  return files.flatMap((file) => {
    const found = problems.length;
    const record = loadRecord(root, file.collection.product, problems);
    const before = loadCollection(root, file.path);
    reportLostCollection(file, before, record, problems);
    return problems.length > found ? [] : [updateOf(root, file, before, record)];
  });
}

function updateOf(
  root: string,
  { path, text, product, notes, collection: after }: CollectionFile,
  before: Collection | undefined,
  record: EditionRecord | undefined,
): Update {
  const changes = before && diffEditions(before.codes, after.codes, product.aliases);
  const next = recordEdition(record, before, after, changes ?? diffEditions([], []));
  const anchors = editionAnchors(next.editions);
  const last = next.editions.at(-1) as Edition;
  return {
    product: product.id,
    path,
    before,
    after,
    changes,
    risks: [
      ...(before && !record ? [recordLost(recordPath(product.id))] : []),
      ...olderDate(record?.editions.at(-1)?.edition, after.source.edition),
      ...(before && changes ? findRisks(before.codes, after.codes, changes, product.grammar) : []),
    ],
    notes: [...notes, ...idleData(root, product, after.codes, retiredCodes(next.editions, product.aliases))],
    anchor: anchors.get(last) ?? after.source.edition,
    files: [
      { path, text },
      { path: recordPath(product.id), text: recordText(next) },
    ],
  };
}

/** @returns undefined where the file is absent or is no collection: extract writes it anew */
function loadCollection(root: string, path: string): Collection | undefined {
  try {
    return collectionSchema.parse(JSON.parse(readFileSync(join(root, path), 'utf8')));
  } catch {
    return undefined;
  }
}

/** A new edition can only be compared if the committed one is still there. */
function reportLostCollection(
  { path, collection }: CollectionFile,
  before: Collection | undefined,
  record: EditionRecord | undefined,
  problems: Problem[],
): void {
  const last = record?.editions.at(-1);
  if (before || !last || last.sha256 === collection.source.sha256) return;
  problems.push({
    file: path,
    line: 1,
    message: `found no readable collection to compare the new edition with; expected that of ${last.edition}`,
    hint: 'take the file back from version control, then run `npm run extract` again',
  });
}
