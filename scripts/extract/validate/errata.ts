import { quote } from '../../../src/lib/problem.ts';
import type { Finding, Row } from '../read/read.ts';
import type { Product } from '../../../src/schema/products.ts';

/**
 * Rows as they ought to stand: with the slips put right that the product's entry names (`errata` in
 * `content/products.yaml`). The document itself stays as the vendor published it.
 *
 * @returns the rows, and an objection for each erratum that no row needs any longer
 */
export function applyErrata(
  rows: readonly Row[],
  product: Product | undefined,
): { rows: Row[]; findings: Finding[] } {
  const errata = new Map((product?.errata ?? []).map((erratum) => [erratum.found, erratum]));
  const idle = new Set(errata.keys());
  const corrected = rows.flatMap((row) => {
    const erratum = errata.get(row.code);
    if (!erratum) return [row];
    idle.delete(row.code);
    return erratum.code === null ? [] : [{ ...row, code: erratum.code }];
  });
  const findings = [...idle].map((found) => ({
    line: 1,
    code: null,
    message: `found no row with the code ${quote(found)}; expected one, because ${product?.id ?? ''} has an erratum for it`,
    hint: 'the vendor has put it right: remove the erratum from content/products.yaml',
  }));
  return { rows: corrected, findings };
}
