import { quote, type LineProblem } from '../../../src/lib/problem.ts';
import { statusesOf } from '../read/row.ts';
import type { Row } from '../read/read.ts';
import { expressionOf } from '../../../src/catalog/code.ts';
import { isBlankCell } from '../../../src/catalog/rows.ts';
import type { Product } from '../../../src/schema/products.ts';

type RowProblem = Pick<LineProblem, 'message' | 'hint'>;

/** What rules know in addition to the row. */
export interface RuleContext {
  /** Undefined where the document belongs to no product of the site. */
  product: Product | undefined;
  /** Whether the row's table gives statuses at all; undefined where that is not known. */
  hasStatuses: boolean | undefined;
  /** Whether the row's table has a column that says what the code means. */
  hasTexts: boolean;
}

type Rule = (row: Row, context: RuleContext) => RowProblem | undefined;

const missing = (field: string, found: string, source: string, hint: string): RowProblem => ({
  message: `found ${found === '' ? 'an empty cell' : quote(found)} where the ${field} should be; expected ${source}`,
  hint,
});

const INCOMPLETE = 'complete the row from the vendor’s page; without it the row cannot become a page';

/**
 * How to correct a slip of the vendor's without changing the document.
 *
 * @param field what was meant to be something else
 */
export const erratumOf = (
  { code, line }: Pick<Row, 'code' | 'line'>,
  product: Product,
  field: 'code' | 'status' | 'description',
): string =>
  `name the slip under \`errata\` of ${product.id} in content/products.yaml: ` +
  `{ found: ${quote(code)}, line: ${line}, ${field}: …, reason: … }`;

const codeIsThere: Rule = (row, { product }) => {
  if (!isBlankCell(row.code)) return undefined;
  const hint = product ? `${erratumOf(row, product, 'code')}; \`code: null\` leaves the row out` : INCOMPLETE;
  return missing('error code', row.code, 'a code', hint);
};

const descriptionIsThere: Rule = (row, { product, hasTexts }) => {
  if (!hasTexts || !isBlankCell(row.description)) return undefined;
  const hint = product
    ? `take it from the vendor’s page: ${erratumOf(row, product, 'description')}`
    : INCOMPLETE;
  return missing('description', row.description, 'what the code means', hint);
};

const statusIsThere: Rule = (row, { product, hasStatuses }) => {
  const needed = hasStatuses ?? grammarOf(product)?.source.includes('(?<status>');
  if (!needed || (row.status !== null && !isBlankCell(String(row.status)))) return undefined;
  const hint = product
    ? `${erratumOf(row, product, 'status')}; \`status: null\` where the code has none`
    : INCOMPLETE;
  return missing('HTTP status', String(row.status ?? ''), 'a status such as 404', hint);
};

const statusIsHttp: Rule = (row, { product }) =>
  row.status === null || isBlankCell(String(row.status)) || statusesOf(row.status)
    ? undefined
    : {
        message: `found the status ${quote(String(row.status))}; expected an HTTP status from 100 to 599`,
        hint: `${product ? `${erratumOf(row, product, 'status')}, \`status: null\` where the code has none` : 'correct the status'}; if the column holds something else, its header misleads the reader`,
      };

/**
 * Codes of the whole family: `SVCSTG.SWR.4001048`, `CCI.01.400101`, `NoSuchKey`, `400000001`; never a bare status. No
 * slash and no colon: in an address they would part folders and end a scheme.
 */
const FAMILY_CODE = /^(?![1-5]\d{2}$)(?=.*[A-Za-z]|\d{4,}$)[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/;

const codeIsWellFormed: Rule = (row, { product }) => {
  const { code } = row;
  if (isBlankCell(code)) return undefined;
  const grammar = product?.grammar;
  if ((grammarOf(product) ?? FAMILY_CODE).test(code)) return undefined;
  const form = grammar
    ? `${grammar.form}, as in ${grammar.example}`
    : 'letters and digits, single dots, hyphens or underscores between';
  return { message: `found the code ${quote(code)}; expected ${form}`, hint: hintForCode(row, product) };
};

function hintForCode(row: Row, product: Product | undefined): string {
  const correction = product
    ? `${erratumOf(row, product, 'code')}; \`code: null\` leaves the row out`
    : 'correct it';
  if (/[\s/]/.test(row.code)) {
    return `the code was broken between two lines, or two codes share a cell: ${correction}`;
  }
  return product?.grammar
    ? `${correction}; if the vendor builds codes differently now, change its grammar there`
    : `${correction}; look for invisible characters and for a cell in the wrong column`;
}

const statusAgreesWithCode: Rule = ({ code, status }, { product }) => {
  const inCode = grammarOf(product)?.exec(code)?.groups?.['status'];
  const statuses = statusesOf(status);
  if (inCode === undefined || !statuses || statuses.includes(Number(inCode))) return undefined;
  return {
    message: `found the status ${String(status)} beside ${code}; expected ${inCode}, the status that the code begins with`,
    hint: 'compare with the vendor’s page: one of the two has a mistyped digit',
  };
};

const statusInCodeIsHttp: Rule = ({ code }, { product }) => {
  const inCode = grammarOf(product)?.exec(code)?.groups?.['status'];
  if (inCode === undefined || statusesOf(inCode)) return undefined;
  return {
    message: `found ${inCode} as the status in ${code}; expected an HTTP status from 100 to 599`,
    hint: 'compare with the vendor’s page: the code has a mistyped digit',
  };
};

const textsAreClean: Rule = (row) => {
  for (const field of ['code', 'description', 'message', 'solution', 'module'] as const) {
    const found = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufffd]/u.exec(row[field] ?? '')?.[0];
    if (found === undefined) continue;
    return {
      message: `found the character ${quote(found)} in the ${field}; expected visible text`,
      hint: 'remove the invisible or damaged character from the document',
    };
  }
  return undefined;
};

/** All rules about one row. None knows the others; a row can break several. */
export const ROW_RULES: readonly Rule[] = [
  codeIsThere,
  statusIsThere,
  descriptionIsThere,
  codeIsWellFormed,
  statusIsHttp,
  statusInCodeIsHttp,
  statusAgreesWithCode,
  textsAreClean,
];

const grammarOf = (product: Product | undefined): RegExp | undefined =>
  product?.grammar && expressionOf(product.grammar);
