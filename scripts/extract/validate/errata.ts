import { quote, type LineProblem } from '../../../src/lib/problem.ts';
import type { Row } from '../read/read.ts';
import type { Product } from '../../../src/schema/products.ts';

/**
 * Rows with the vendor's slips corrected that the product names (`errata` in `content/products.yaml`). The document
 * itself stays as the vendor published it.
 *
 * @returns the rows, and a problem for each erratum that no row needs any longer
 */
export function applyErrata(
  rows: readonly Row[],
  product: Product | undefined,
): { rows: Row[]; problems: LineProblem[] } {
  const errata = new Map((product?.errata ?? []).map((erratum) => [erratum.found, erratum]));
  const idle = new Set(errata.keys());
  const corrected = rows.flatMap((row) => {
    const erratum = errata.get(row.code);
    if (!erratum) return [row];
    idle.delete(row.code);
    return erratum.code === null ? [] : [{ ...row, code: erratum.code }];
  });
  const problems = [...idle].map((found) => ({
    line: 1,
    message: `found no row with the code ${quote(found)}; expected one, because ${product?.id ?? ''} has an erratum for it`,
    hint: 'the vendor has put it right: remove the erratum from content/products.yaml',
  }));
  return { rows: corrected, problems };
}
