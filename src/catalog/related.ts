import type { Relations } from '../schema/relations.ts';
import type { CodeEntry } from './entry.ts';
import { BETWEEN_ROWS } from './rows.ts';
import { hasWord } from './words.ts';

/** Why two codes are related. */
export type RelationKind = 'same-description' | 'same-sequence' | 'same-operation';

/** Codes that are related in one way, in source order; never empty, never the code itself. */
export interface Relation {
  readonly kind: RelationKind;
  readonly entries: readonly CodeEntry[];
}

function firstNamed(description: string, kinds: Relations['operations']): string | undefined {
  return kinds.find((kind) => kind.words.some((word) => hasWord(description, word)))?.id;
}

/** What the document says: `description` may be a translation of it. */
const documentText = ({ rows }: CodeEntry): string =>
  [...new Set(rows.map(({ description }) => description))].join(BETWEEN_ROWS);

function operationKey(entry: CodeEntry, relations: Relations): string | undefined {
  const text = documentText(entry);
  const operation = firstNamed(text, relations.operations);
  const resource = firstNamed(text, relations.resources);
  return operation !== undefined && resource !== undefined ? `${operation} ${resource}` : undefined;
}

/**
 * Prepares the relations of a product's codes once, so that each page asks in constant time.
 *
 * @returns a function from an entry to its relations, closest first, of each kind the first `most` codes in source
 *   order; a code is named under the closest one only
 */
export function relate(
  entries: readonly CodeEntry[],
  relations: Relations,
): (entry: CodeEntry, most?: number) => readonly Relation[] {
  const keys: readonly [RelationKind, (entry: CodeEntry) => string | undefined][] = [
    ['same-description', documentText],
    ['same-sequence', (entry) => entry.sequence],
    ['same-operation', (entry) => operationKey(entry, relations)],
  ];
  const groups = keys.map(([kind, keyOf]) => ({ kind, keyOf, byKey: Map.groupBy(entries, keyOf) }));
  return (entry, most = Infinity) => {
    const named = new Set([entry]);
    return groups.flatMap(({ kind, keyOf, byKey }) => {
      const key = keyOf(entry);
      const sharing = key === undefined ? [] : (byKey.get(key) ?? []);
      const others = sharing.filter((other) => !named.has(other));
      for (const other of others) named.add(other);
      return others.length > 0 ? [{ kind, entries: others.slice(0, most) }] : [];
    });
  };
}
