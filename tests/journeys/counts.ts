/** How many codes the built site lists: what the tables hold depends on the edition, and no journey knows it by heart. */
import { readFileSync } from 'node:fs';
import { codesFileSchema, type CodeRecord } from '../../src/schema/record.ts';

const states = (): (readonly [state: string, codes: readonly CodeRecord[]])[] => {
  const { codes, ...others } = codesFileSchema.parse(JSON.parse(readFileSync('dist/codes.json', 'utf8')));
  const lists = Object.entries(others).flatMap(([state, list]) =>
    Array.isArray(list) ? [[state, list as readonly CodeRecord[]] as const] : [],
  );
  return [['documented', codes], ...lists];
};

/** The number of codes in each state. */
export const byState = (): Record<string, number> =>
  Object.fromEntries(states().map(([state, codes]) => [state, codes.length]));

/** The number of codes that pass, in all states together; all of them without a condition. */
export const countOf = (passes: (code: CodeRecord) => boolean = () => true): number =>
  states().flatMap(([, codes]) => codes.filter(passes)).length;

/** The same of those that the current edition lists. */
export const documentedOf = (passes: (code: CodeRecord) => boolean): number =>
  (states()[0]?.[1] ?? []).filter(passes).length;

/** Codes of a status, and of a domain where one is told. */
export const isOf =
  (status?: number, domain?: string) =>
  (code: CodeRecord): boolean =>
    (status === undefined || code.httpStatus === status) && (domain === undefined || code.domain === domain);
