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

  /** The first `most` that share the key and pass. */
  first(most: number, key: string | undefined, passes: (entry: CodeEntry) => boolean): CodeEntry[] {
    const found: CodeEntry[] = [];
    if (key === undefined) return found;
    for (const entry of this.#entries.get(key) ?? []) {
      if (found.length >= most) break;
      if (passes(entry)) found.push(entry);
    }
    return found;
  }
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
    ['same-description', (entry) => entry.description],
    ['same-sequence', (entry) => entry.sequence],
    ['same-operation', (entry) => operationKey(entry, relations)],
  ];
  const shelves = keys.map(([kind, keyOf]) => {
    const shelf = new Shelf();
    for (const entry of entries) shelf.put(keyOf(entry), entry);
    return { kind, keyOf, shelf };
  });
  return (entry, most = Infinity) =>
    shelves.flatMap(({ kind, keyOf, shelf }, index) => {
      const closer = shelves.slice(0, index).map((each) => ({ ...each, key: each.keyOf(entry) }));
      const isNamedCloser = (other: CodeEntry) =>
        closer.some(({ key, keyOf: closerKeyOf }) => key !== undefined && closerKeyOf(other) === key);
      const others = shelf.first(most, keyOf(entry), (other) => other !== entry && !isNamedCloser(other));
      return others.length > 0 ? [{ kind, entries: others }] : [];
    });
}
