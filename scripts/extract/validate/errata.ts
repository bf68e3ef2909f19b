import { quote, type LineProblem } from '../../../src/lib/problem.ts';
import type { Row } from '../read/read.ts';
import type { Product } from '../../../src/schema/products.ts';
import type { FieldsAt } from './validate.ts';

type Erratum = Product['errata'][number];

const isAbout = ({ found, line }: Erratum, row: Pick<Row, 'code' | 'line'>): boolean =>
  found === row.code && (line === undefined || line === row.line);

const errataOf = (row: Pick<Row, 'code' | 'line'>, product: Product | undefined): Erratum[] =>
  (product?.errata ?? []).filter((erratum) => isAbout(erratum, row));

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
  const corrected = rows.flatMap((row) => errataOf(row, product).reduce(correct, [row]));
  const idle = (product?.errata ?? []).filter((erratum) => !rows.some((row) => isAbout(erratum, row)));
  const problems = idle.map(({ found, line }) => ({
    line: line ?? 1,
    message: `found no row with the code ${quote(found)}${line === undefined ? '' : ' on this line'}; expected one, because ${product?.id ?? ''} has an erratum for it`,
    hint:
      line === undefined
        ? 'the vendor has put it right: remove the erratum from content/products.yaml'
        : 'the vendor has put it right, or the row has moved: remove the erratum from content/products.yaml, or correct its line',
  }));
  return { rows: corrected, problems };
}

/** A row that a person has looked at. */
const withoutDoubt = ({ isDoubtful: _, ...row }: Row): Row => row;

/** @returns the row with one slip corrected; empty where it is left out */
const correct = ([row]: Row[], { code, status, description, line }: Erratum): Row[] =>
  row === undefined || code === null
    ? []
    : [
        {
          ...(line === undefined ? row : withoutDoubt(row)),
          ...(code !== undefined && { code }),
          ...(status !== undefined && { status }),
          ...(description !== undefined && { description }),
        },
      ];

/** The columns of each row, without that of the status where an erratum says that the row has none. */
export const fieldsAfterErrata = (
  fieldsAt: FieldsAt,
  rows: readonly Row[],
  product: Product | undefined,
): FieldsAt => {
  const lines = new Set(
    rows
      .filter((row) => errataOf(row, product).some(({ status }) => status === null))
      .map(({ line }) => line),
  );
  return new Map(
    [...fieldsAt].map(([line, fields]) => [
      line,
      lines.has(line) ? new Set([...fields].filter((field) => field !== 'status')) : fields,
    ]),
  );
};

/** Whether a problem is about the form of a row that an erratum names by its line: a person has looked at it. */
export const isSettled = ({ line, code }: LineProblem, product: Product | undefined): boolean =>
  code !== undefined && errataOf({ line, code }, product).some((erratum) => erratum.line !== undefined);
