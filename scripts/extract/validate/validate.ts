import type { Row } from '../read/read.ts';
import type { Field } from '../../../src/schema/headers.ts';
import { quote, type LineProblem } from '../../../src/lib/problem.ts';
import type { Product } from '../../../src/schema/products.ts';
import { erratumOf, ROW_RULES } from './rules.ts';

/** The fields that the table of a row has a column for, by the row's line; a line that is not in it is not known. */
export type FieldsAt = ReadonlyMap<number, ReadonlySet<Field>>;

/**
 * Validates the rows of a document by the rules of a product.
 *
 * @param product undefined for a document that belongs to no product: only the rules of the whole family apply
 * @param fieldsAt which columns the tables have: where a table has none of a field, no row of it lacks it
 * @returns every problem, in the order of the rows, each with the line of its row
 */
export function validateRows(
  rows: readonly Row[],
  product: Product | undefined,
  fieldsAt: FieldsAt = new Map(),
): LineProblem[] {
  const anyStatus = rows.some(({ status }) => status !== null) || undefined;
  const problems: LineProblem[] = rows.flatMap((row) => {
    if (row.isDoubtful) return []; // The reader has said what is wrong with it.
    const fields = fieldsAt.get(row.line);
    const context = {
      product,
      hasStatuses: fields ? fields.has('status') : anyStatus,
      hasTexts: !fields || fields.has('description') || fields.has('message'),
    };
    return ROW_RULES.flatMap((rule) => rule(row, context) ?? []).map((problem) => ({
      line: row.line,
      code: row.code,
      ...problem,
    }));
  });
  if (mayRepeat(product)) return problems;
  return [...problems, ...repetitions(rows, product)].sort((one, other) => one.line - other.line);
}

/**
 * The rows without verbatim repetitions.
 *
 * @returns them, and a note for each row left out
 */
export function withoutTwins(rows: readonly Row[]): { rows: Row[]; notes: LineProblem[] } {
  const firstLines = new Map<string, number>();
  const notes: LineProblem[] = [];
  const kept = rows.filter((row) => {
    const { line, code } = row;
    const key = JSON.stringify({ ...row, line: 0 });
    const first = firstLines.get(key);
    if (first === undefined) firstLines.set(key, line);
    if (first === undefined || !/[A-Za-z0-9]/.test(code)) return true;
    notes.push({
      line,
      code,
      message: `found the row of ${code} again; line ${first} is the same, and stands for both`,
      hint: 'nothing is to be done',
    });
    return false;
  });
  return { rows: kept, notes };
}

/** Without `repeats`, only a product without a grammar may list a code several times. */
const mayRepeat = (product: Product | undefined): boolean => product?.repeats ?? !product?.grammar;

/** Most codes of which a summary gives the lines. */
const MOST_NAMED = 10;

/** Codes in several rows: one problem for all of them, because one answer of a person's settles them all. */
function repetitions(rows: readonly Row[], product: Product | undefined): LineProblem[] {
  const named = rows.filter(({ code, isDoubtful }) => !isDoubtful && /[A-Za-z0-9]/.test(code));
  const several = [...Map.groupBy(named, ({ code }) => code).values()].filter(({ length }) => length > 1);
  const [first, second] = several;
  const [one, again] = first ?? [];
  if (!one || !again) return [];
  const { line, code } = again;
  const list = several
    .slice(0, MOST_NAMED)
    .map(
      ([row, ...more]) => `${row?.code ?? ''} (lines ${[row, ...more].map((each) => each?.line).join(', ')})`,
    );
  const more = several.length > MOST_NAMED ? ` and ${several.length - MOST_NAMED} more` : '';
  return [
    {
      line,
      code,
      message:
        second === undefined && first?.length === 2
          ? `found ${code} again; line ${one.line} lists it already, expected each code once`
          : `found ${several.length} ${several.length === 1 ? 'code' : 'codes'} in several rows: ${list.join(', ')}${more}; expected each once`,
      hint:
        `if one of the rows is a slip, ${product ? erratumOf({ line, code }, product, 'code') : 'correct it'}; if the vendor ` +
        `lists a code once for each cause, add \`repeats: true\` to ${product?.id ?? 'the product'} in content/products.yaml: ` +
        'its page then shows every row',
    },
  ];
}

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
