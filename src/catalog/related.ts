import type { CodeEntry } from './entry.ts';

/** A kind of operation or of resource, and the words of a description that tell it. */
export interface NamedWords {
  readonly id: string;
  readonly words: readonly string[];
}

/** Words by which operation and resource of a code are told; first match wins. */
export interface Relations {
  readonly operations: readonly NamedWords[];
  readonly resources: readonly NamedWords[];
}

/** Why two codes are related. */
export type RelationKind = 'same-description' | 'same-sequence' | 'same-operation';

/** Codes that are related in one way, in source order; never empty, never the code itself. */
export interface Relation {
  readonly kind: RelationKind;
  readonly entries: readonly CodeEntry[];
}

function firstNamed(description: string, kinds: readonly NamedWords[]): string | undefined {
  const text = description.toLowerCase();
  return kinds.find((kind) => kind.words.some((word) => text.includes(word.toLowerCase())))?.id;
}

function operationKey(entry: CodeEntry, relations: Relations): string | undefined {
  const operation = firstNamed(entry.description, relations.operations);
  const resource = firstNamed(entry.description, relations.resources);
  return operation !== undefined && resource !== undefined ? `${operation} ${resource}` : undefined;
}

/** A look-up from what codes may share to the codes that share it. */
class Shelf {
  readonly #entries = new Map<string, CodeEntry[]>();

  put(key: string | undefined, entry: CodeEntry): void {
    if (key === undefined) return;
    const shelf = this.#entries.get(key);
    if (shelf) shelf.push(entry);
    else this.#entries.set(key, [entry]);
  }

  others(key: string | undefined, entry: CodeEntry): CodeEntry[] {
    if (key === undefined) return [];
    return (this.#entries.get(key) ?? []).filter((other) => other !== entry);
  }
}

/**
 * Prepares the relations of a product's codes once, so that each page asks in constant time.
 *
 * @returns a function from an entry to its relations, closest first; a code is named under the closest one only
 */
export function relate(
  entries: readonly CodeEntry[],
  relations: Relations,
): (entry: CodeEntry) => readonly Relation[] {
  const keys: readonly [RelationKind, (entry: CodeEntry) => string | undefined][] = [
    ['same-description', (entry) => entry.description],
    ['same-sequence', (entry) => entry.sequence],
    ['same-operation', (entry) => operationKey(entry, relations)],
  ];
  const shelves = keys.map(([kind, keyOf]) => {
    const shelf = new Shelf();
    for (const entry of entries) shelf.put(keyOf(entry), entry);
    return { kind, keyOf, shelf };
  });
  return (entry) => {
    const named = new Set<CodeEntry>();
    return shelves.flatMap(({ kind, keyOf, shelf }) => {
      const others = shelf.others(keyOf(entry), entry).filter((other) => !named.has(other));
      for (const other of others) named.add(other);
      return others.length > 0 ? [{ kind, entries: others }] : [];
    });
  };
}
