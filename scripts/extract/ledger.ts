import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  extendLedger,
  LEDGER_FILE,
  ledgerProblems,
  publishedAddresses,
  type PublishedCodes,
} from '../../src/addresses/ledger.ts';
import type { Problem } from '../../src/lib/problem.ts';

/**
 * The ledger of a project with the addresses of its codes in it.
 *
 * @param root the project's folder
 * @param problems takes what is wrong with the ledger as it is
 */
export function ledgerFile(
  root: string,
  products: readonly PublishedCodes[],
  problems: Problem[],
): { path: string; text: string } {
  const file = join(root, LEDGER_FILE);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  problems.push(...ledgerProblems(text));
  return { path: LEDGER_FILE, text: extendLedger(text, products.flatMap(publishedAddresses)) };
}
