import { statusesOfRow, uniteRows } from '../catalog/rows.ts';
import type { CodeRow } from '../schema/codes.ts';
import type { Changes, ListedCode } from '../schema/editions.ts';
import type { Alias } from '../schema/products.ts';
import { wordsOnly } from './wording.ts';

/** The rows of one code in both editions; positions count from 1. */
interface Pair {
  readonly old: CodeRow;
  readonly fresh: CodeRow;
  readonly from: number;
  readonly to: number;
}

/**
 * How one edition differs from an earlier one.
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
  const [before, after] = [uniteRows(earlier), uniteRows(later)];
  const [old, fresh] = [positionsOf(before), positionsOf(after)];
  const renamed = renamings(aliases, old, fresh);
  const formerName = new Map(renamed.map(({ from, to }) => [to, from]));
  const pairs = after.flatMap((row, index): Pair[] => {
    const position = old.get(formerName.get(row.code) ?? row.code);
    const match = position === undefined ? undefined : before[position];
    return match === undefined || position === undefined
      ? []
      : [{ old: match, fresh: row, from: position + 1, to: index + 1 }];
  });
  const goesOn = new Set(pairs.map((pair) => pair.old.code));
  const isOld = new Set(pairs.map((pair) => pair.fresh.code));
  return {
    added: after.filter(({ code }) => !isOld.has(code)).map(listed),
    removed: before.filter(({ code }) => !goesOn.has(code)).map(listed),
    renamed,
    ...rewordings(pairs),
    statusChanged: pairs.flatMap(statusChange),
    moved: moves(pairs),
    details: pairs.flatMap(detailChanges),
  };
}

const positionsOf = (rows: readonly CodeRow[]): Map<string, number> =>
  new Map(rows.map(({ code }, index) => [code, index]));

const listed = ({ code, status, description }: CodeRow): ListedCode => ({ code, status, description });

function renamings(
  aliases: readonly Alias[],
  old: ReadonlyMap<string, number>,
  fresh: ReadonlyMap<string, number>,
): Changes['renamed'] {
  return aliases
    .filter(({ code, is }) => old.has(code) && !fresh.has(code) && fresh.has(is) && !old.has(is))
    .map(({ code, is }) => ({ from: code, to: is }));
}

function rewordings(pairs: readonly Pair[]): Pick<Changes, 'reworded' | 'punctuation'> {
  const changed = pairs
    .filter(({ old, fresh }) => old.description !== fresh.description)
    .map(({ old, fresh }) => ({ code: fresh.code, before: old.description, after: fresh.description }));
  const saysTheSame = ({ before, after }: { before: string; after: string }): boolean =>
    wordsOnly(before) === wordsOnly(after);
  return {
    reworded: changed.filter((each) => !saysTheSame(each)),
    punctuation: changed.filter(saysTheSame),
  };
}

function statusChange({ old, fresh }: Pair): Changes['statusChanged'] {
  const [before, after] = [statusesOfRow(old), statusesOfRow(fresh)];
  return before.join() === after.join() ? [] : [{ code: fresh.code, before: [...before], after: [...after] }];
}

function detailChanges({ old, fresh }: Pair): Changes['details'] {
  return (['message', 'solution', 'module'] as const).flatMap((field) => {
    const [before, after] = [old[field] ?? null, fresh[field] ?? null];
    return before === after ? [] : [{ code: fresh.code, field, before, after }];
  });
}

/** The fewest rows that have to be taken out so that the others stand in the same order in both editions. */
function moves(pairs: readonly Pair[]): Changes['moved'] {
  const stayed = longestIncrease(pairs.map(({ from }) => from));
  return pairs
    .filter((_, index) => !stayed.has(index))
    .map(({ fresh, from, to }) => ({ code: fresh.code, from, to }));
}

/** Indexes of a longest increasing subsequence, by patience sorting. */
function longestIncrease(values: readonly number[]): Set<number> {
  /** `ends[n]`: index of the smallest value that ends an increasing run of n + 1 values. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  values.forEach((value, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1]);
    ends[low] = index;
  });
  const indexes = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) indexes.add(index);
  return indexes;
}
