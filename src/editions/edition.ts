import type { Changes } from '../schema/editions.ts';

/** How many changes of any kind there are. */
export function countChanges(changes: Changes): number {
  return Object.values(changes).reduce((sum: number, list: readonly unknown[]) => sum + list.length, 0);
}

/** The first changes of each kind, at most so many. */
export function firstChanges(changes: Changes, most: number): Changes {
  const lists = Object.entries(changes).map(([kind, list]) => [kind, list.slice(0, most)] as const);
  return Object.fromEntries(lists) as unknown as Changes;
}
