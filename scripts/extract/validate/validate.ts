import type { Row } from '../read/read.ts';
import { quote, type LineProblem } from '../../../src/lib/problem.ts';
import type { Product } from '../../../src/schema/products.ts';
import { ROW_RULES } from './rules.ts';

/**
 * Validates the rows of a document by the rules of a product.
 *
 * @param product undefined for a document that belongs to no product: only the rules of the whole family apply
 * @returns every problem, in the order of the rows, each with the line of its row
 */
export function validateRows(rows: readonly Row[], product: Product | undefined): LineProblem[] {
  const context = { product, hasStatuses: rows.some(({ status }) => status !== null) };
  const firstLines = new Map<string, number>();
  return rows.flatMap((row) => {
    const problems: LineProblem[] = ROW_RULES.flatMap((rule) => rule(row, context) ?? []).map((problem) => ({
      line: row.line,
      code: row.code,
      ...problem,
    }));
    // The family lists a code once for each module and cause, so only an identical row is a repetition.
    const key = mayRepeat(product) ? JSON.stringify({ ...row, line: 0 }) : row.code;
    const first = firstLines.get(key);
    if (first === undefined) firstLines.set(key, row.line);
    else if (/[A-Za-z0-9]/.test(row.code)) problems.push(repetition(row, first, product));
    return problems;
  });
}

/** Without `repeats`, only a product without a grammar may list a code several times. */
const mayRepeat = (product: Product | undefined): boolean => product?.repeats ?? !product?.grammar;

const repetition = ({ line, code }: Row, first: number, product: Product | undefined): LineProblem => ({
  line,
  code,
  ...(mayRepeat(product)
    ? {
        message: `found the row of ${code} again; line ${first} is the same, expected each row once`,
        hint: 'remove one of the two rows from the document',
      }
    : {
        message: `found ${code} again; line ${first} lists it already, expected each code once`,
        hint:
          'correct the code, or unite the two rows; if the vendor lists a code once for each cause, ' +
          `add \`repeats: true\` to ${product?.id ?? 'the product'} in content/products.yaml: its page then shows every row`,
      }),
});

/**
 * The product that a document is about: at least half of the document's codes are in its namespace.
 */
export function productOfRows(rows: readonly Row[], products: readonly Product[]): Product | undefined {
  return products.find((product) => product.grammar && rows.length > 0 && isAbout(rows, product));
}

const isAbout = (rows: readonly Row[], { grammar }: Product): boolean => {
  const namespace = new RegExp(grammar?.namespace ?? '', 'u');
  return rows.filter(({ code }) => namespace.test(code)).length * 2 >= rows.length;
};

/** One problem for a document of another product, instead of one for each row. */
export function wrongDocument(rows: readonly Row[], product: Product): LineProblem | undefined {
  const [first] = rows;
  if (!first || !product.grammar || isAbout(rows, product)) return undefined;
  const codes = [...new Set(rows.map(({ code }) => code))];
  const more = codes.length > 3 ? ` and ${codes.length - 3} more` : '';
  return {
    line: first.line,
    code: first.code,
    message:
      `found a document of other codes (${codes.slice(0, 3).map(quote).join(', ')}${more}); ` +
      `expected codes of ${product.id}, such as ${product.grammar.example}`,
    hint:
      'this may be the document of another product: put the right one into content/sources. ' +
      `If the vendor names the codes differently now, change \`grammar\` of ${product.id} in content/products.yaml`,
  };
}
