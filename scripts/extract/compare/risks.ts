import { parseErrorCode, type CodeGrammar } from '../../../src/catalog/code.ts';
import { rowsByCode } from '../../../src/catalog/rows.ts';
import type { CodeRow } from '../../../src/schema/codes.ts';
import type { Changes } from '../../../src/schema/editions.ts';

/** Why an edition is not accepted without confirmation. */
export interface Risk {
  kind: 'codes-vanish' | 'meanings-change' | 'other-service' | 'older-date' | 'record-lost';
  message: string;
}

/** Up to this share of the rows may change their meaning without confirmation. */
const HARMLESS_SHARE = 0.1;

/**
 * Reasons to have a new edition confirmed: the vendor once overwrote a document with another product's table, and the
 * addresses of codes that vanish keep being requested.
 *
 * @param before rows of the committed collection
 * @param after rows of the edition to come
 * @param changes from the one to the other
 */
export function findRisks(
  before: readonly CodeRow[],
  after: readonly CodeRow[],
  changes: Changes,
  grammar?: CodeGrammar,
): Risk[] {
  return [
    ...vanishing(changes),
    ...otherMeanings(rowsByCode(before).size, changes),
    ...otherServices(before, after, grammar),
  ];
}

function vanishing({ removed }: Changes): Risk[] {
  if (removed.length === 0) return [];
  const codes = removed.map(({ code }) => code);
  return [
    {
      kind: 'codes-vanish',
      message: `${count(codes.length, 'code vanishes', 'codes vanish')}: ${few(codes)}`,
    },
  ];
}

function otherMeanings(rows: number, { reworded, statusChanged }: Changes): Risk[] {
  const codes = [...new Set([...reworded, ...statusChanged].map(({ code }) => code))];
  if (codes.length <= rows * HARMLESS_SHARE) return [];
  const message = `${codes.length} of ${rows} rows change their meaning, more than a tenth: ${few(codes)}`;
  return [{ kind: 'meanings-change', message }];
}

function otherServices(
  before: readonly CodeRow[],
  after: readonly CodeRow[],
  grammar: CodeGrammar | undefined,
): Risk[] {
  const servicesOf = (rows: readonly CodeRow[]): Set<string> =>
    new Set(rows.map(({ code }) => serviceOf(code, grammar)));
  const known = servicesOf(before);
  const others = [...servicesOf(after)].filter((service) => !known.has(service));
  if (known.size === 0 || others.length === 0) return [];
  return [
    {
      kind: 'other-service',
      message: `the codes name another service: ${few(others)}; so far ${few([...known])}`,
    },
  ];
}

/**
 * The reason to have a date confirmed that lies before that of the last edition: once published, it stays in the
 * ledger of addresses.
 *
 * @param last date of the last recorded edition
 */
export function olderDate(last: string | undefined, date: string): Risk[] {
  if (last === undefined || date >= last || last.startsWith(date)) return [];
  return [
    { kind: 'older-date', message: `the edition ${date} is older than ${last}, the last one recorded` },
  ];
}

/** The reason to have a record confirmed that begins anew: it holds the history of the codes. */
export const recordLost = (path: string): Risk => ({
  kind: 'record-lost',
  message: `found no ${path}, which holds earlier editions and cannot be made again; expected it from version control`,
});

/** Service of a code; '' where the product's codes name none. */
const serviceOf = (code: string, grammar: CodeGrammar | undefined): string =>
  parseErrorCode(code, grammar)?.service ?? (code.includes('.') ? (code.split('.')[0] ?? '') : '');

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const few = (names: readonly string[]): string =>
  names.length <= 6
    ? names.map((name) => name || 'none').join(', ')
    : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
