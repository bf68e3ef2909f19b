import { statusesOfRow, uniteRows } from '../catalog/rows.ts';
import type { CodeRow } from '../schema/codes.ts';
import type { Changes, ListedCode } from '../schema/editions.ts';
import type { Alias } from '../schema/products.ts';
import { wordsOnly } from './wording.ts';

/**
 * How one edition differs from an earlier one: in codes, statuses and descriptions, not in the order of rows or in
 * texts beside the description.
 *
 * @param earlier rows of the earlier edition, in its order; the rows of one code are compared as one
 * @param later rows of the later edition, likewise
 * @param aliases codes that go on under another name: a change from one to the other is a renaming
 */
export function diffEditions(
  earlier: readonly CodeRow[],
  later: readonly CodeRow[],
  aliases: readonly Alias[] = [],
): Changes {
  const [before, after] = [byCode(earlier), byCode(later)];
  const renamed = aliases
    .filter(({ code, is }) => before.has(code) && !after.has(code) && after.has(is) && !before.has(is))
    .map(({ code, is }) => ({ from: code, to: is }));
  const formerName = new Map(renamed.map(({ from, to }) => [to, from]));
  const formerCode = (code: string) => formerName.get(code) ?? code;
  const kept = new Set([...after.keys()].map(formerCode));
  const pairs = [...after.values()].flatMap((now) => {
    const was = before.get(formerCode(now.code));
    return was ? [{ code: now.code, was, now }] : [];
  });
  const worded = pairs
    .map(({ code, was, now }) => ({ code, before: was.description, after: now.description }))
    .filter((pair) => pair.before !== pair.after);
  const statuses = pairs.map(({ code, was, now }) => ({
    code,
    before: [...statusesOfRow(was)],
    after: [...statusesOfRow(now)],
  }));
  return {
    added: [...after.values()].filter(({ code }) => !before.has(formerCode(code))).map(listed),
    removed: [...before.values()].filter(({ code }) => !kept.has(code)).map(listed),
    renamed,
    reworded: worded.filter((pair) => wordsOnly(pair.before) !== wordsOnly(pair.after)),
    punctuation: worded.filter((pair) => wordsOnly(pair.before) === wordsOnly(pair.after)),
    statusChanged: statuses.filter((pair) => pair.before.join() !== pair.after.join()),
    moved: [],
    details: [],
  };
}

const byCode = (rows: readonly CodeRow[]): Map<string, CodeRow> =>
  new Map(uniteRows(rows).map((row) => [row.code, row]));

const listed = ({ code, status, description }: CodeRow): ListedCode => ({ code, status, description });

/** How many changes of any kind there are. */
export function countChanges(changes: Changes): number {
  return Object.values(changes).reduce((sum: number, list: readonly unknown[]) => sum + list.length, 0);
}
