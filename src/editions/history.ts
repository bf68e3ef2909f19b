import type { Edition, ListedCode } from '../schema/editions.ts';
import type { Alias } from '../schema/products.ts';

/** A code that an edition dropped: what the last edition said that listed it, and which ones these were. */
export interface RetiredCode extends ListedCode {
  /** Date of the last recorded edition that lists it. */
  readonly lastEdition: string;
  /** Date of the first recorded edition that does not. */
  readonly goneIn: string;
}

/**
 * The codes that were listed once, are no longer, and go on under no other name; in the order in which they went.
 *
 * @param editions oldest first
 * @param aliases codes known to go on under another name, even where the record calls them removed
 */
export function retiredCodes(editions: readonly Edition[], aliases: readonly Alias[] = []): RetiredCode[] {
  const retired = new Map<string, RetiredCode>();
  editions.forEach(({ edition, changes }, index) => {
    const lastEdition = editions[index - 1]?.edition ?? edition;
    for (const { code } of changes?.added ?? []) retired.delete(code);
    for (const { to } of changes?.renamed ?? []) retired.delete(to);
    for (const row of changes?.removed ?? []) {
      retired.delete(row.code);
      retired.set(row.code, { ...row, lastEdition, goneIn: edition });
    }
  });
  for (const { code } of aliases) retired.delete(code);
  return [...retired.values()];
}

/** Something that an edition did to a code. */
export type CodeEvent =
  | { readonly kind: 'listed' | 'added' | 'removed' }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'reworded' | 'punctuation'; readonly before: string; readonly after: string }
  | { readonly kind: 'status'; readonly before: readonly number[]; readonly after: readonly number[] };

/** The events of a code in one edition. */
export interface EditionEvents {
  readonly edition: Edition;
  readonly events: readonly CodeEvent[];
}

/**
 * Prepares the histories of a product's codes once, so that each page asks in constant time.
 *
 * @param editions oldest first
 * @returns a function from a code to what editions did to it, oldest first. A code that is `listed` in the first
 *   recorded edition may be older; the history of a renamed code includes that of its former name
 */
export function histories(editions: readonly Edition[]): (code: string) => readonly EditionEvents[] {
  const [first] = editions;
  const byCode = Map.groupBy(editions.flatMap(eventsOf), ({ code }) => code);
  const formerName = new Map(
    editions.flatMap(({ changes }) => (changes?.renamed ?? []).map(({ from, to }) => [to, from] as const)),
  );
  return (code) => {
    const names = [formerName.get(code) ?? [], code].flat();
    const byEdition = Map.groupBy(
      names.flatMap((name) => byCode.get(name) ?? []),
      ({ edition }) => edition,
    );
    const known = [...byEdition].map(([edition, found]) => ({
      edition,
      events: found.map(({ event }) => event),
    }));
    const isNew = known[0]?.events.some(({ kind }) => kind === 'added');
    return isNew || !first ? known : [{ edition: first, events: [{ kind: 'listed' }] }, ...known];
  };
}

function eventsOf(edition: Edition): { code: string; edition: Edition; event: CodeEvent }[] {
  const { changes } = edition;
  if (!changes) return [];
  const events = [
    ...changes.added.map(({ code }) => [code, { kind: 'added' }] as const),
    ...changes.removed.map(({ code }) => [code, { kind: 'removed' }] as const),
    ...changes.renamed.map(({ from, to }) => [to, { kind: 'renamed', from, to }] as const),
    ...changes.reworded.map(({ code, ...texts }) => [code, { kind: 'reworded', ...texts }] as const),
    ...changes.punctuation.map(({ code, ...texts }) => [code, { kind: 'punctuation', ...texts }] as const),
    ...changes.statusChanged.map(({ code, ...statuses }) => [code, { kind: 'status', ...statuses }] as const),
  ];
  return events.map(([code, event]) => ({ code, edition, event }));
}

/** Anchor of each edition on the page of editions: its date; of a second one under the same date, `<date>-2`. */
export function editionAnchors(editions: readonly Edition[]): ReadonlyMap<Edition, string> {
  const seen = new Map<string, number>();
  return new Map(
    editions.map((each) => {
      const count = (seen.get(each.edition) ?? 0) + 1;
      seen.set(each.edition, count);
      return [each, count === 1 ? each.edition : `${each.edition}-${count}`] as const;
    }),
  );
}
