/** A code as an edition lists it. */
export interface ListedCode {
  readonly code: string;
  /** HTTP status, the first where the vendor names several; null where the document has none. */
  readonly status: number | null;
  readonly description: string;
}

/** A row as two editions are compared by it. */
export interface EditionRow extends ListedCode {
  /** All statuses, where the vendor names several. */
  readonly statuses?: readonly number[] | undefined;
  readonly message?: string | undefined;
  readonly solution?: string | undefined;
  readonly module?: string | undefined;
}

/** The description of a code in two editions. */
export interface Rewording {
  readonly code: string;
  readonly before: string;
  readonly after: string;
}

/** The HTTP statuses of a code in two editions; empty where the edition gives none. */
export interface StatusChange {
  readonly code: string;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** A code that stands elsewhere among its neighbours; positions count rows from 1. */
export interface Move {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** The texts of a row beside its description; an edition may list any of them or none. */
export const DETAIL_FIELDS = ['message', 'solution', 'module'] as const;

/** One of those texts in two editions; null where the edition has none. */
export interface DetailChange {
  readonly code: string;
  readonly field: (typeof DETAIL_FIELDS)[number];
  readonly before: string | null;
  readonly after: string | null;
}

/** A code that goes on under another name; `content/products.yaml` names these as aliases. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/**
 * How an edition differs from the one before it. Lists are in the order of the newer edition (`removed` in that of the
 * older). What was renamed is named by its newer code in all other lists.
 */
export interface Changes {
  readonly added: readonly ListedCode[];
  readonly removed: readonly ListedCode[];
  readonly renamed: readonly Renaming[];
  /** Descriptions whose words differ. */
  readonly reworded: readonly Rewording[];
  /** Descriptions that differ in punctuation and spaces only. */
  readonly punctuation: readonly Rewording[];
  readonly statusChanged: readonly StatusChange[];
  readonly moved: readonly Move[];
  readonly details: readonly DetailChange[];
}

/** One edition of a product's document, as `content/editions/` records it. */
export interface Edition {
  /** The vendor's date of the edition. */
  readonly edition: string;
  /** SHA-256 of the document's bytes, hexadecimal. */
  readonly sha256: string;
  /** How many codes it lists. */
  readonly codes: number;
  /** Absent in the first edition that is recorded: there is nothing to compare it with. */
  readonly changes?: Changes | undefined;
}

/** How many changes of any kind there are. */
export function countChanges(changes: Changes): number {
  return Object.values(changes).reduce((sum: number, list: readonly unknown[]) => sum + list.length, 0);
}

/** The first changes of each kind, at most so many. */
export function firstChanges(changes: Changes, most: number): Changes {
  const lists = Object.entries(changes).map(([kind, list]) => [kind, list.slice(0, most)] as const);
  return Object.fromEntries(lists) as unknown as Changes;
}
