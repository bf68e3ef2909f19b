import { quote, type LineProblem } from '../../../src/lib/problem.ts';
import type { Row } from '../read/read.ts';
import { isBlankCell } from '../../../src/catalog/rows.ts';
import type { Product } from '../../../src/schema/products.ts';

type RowProblem = Pick<LineProblem, 'message' | 'hint'>;

/** What rules know beside the row. */
export interface RuleContext {
  /** Undefined where the document belongs to no product of the site. */
  product: Product | undefined;
  /** Whether the document gives statuses at all. */
  hasStatuses: boolean;
}

type Rule = (row: Row, context: RuleContext) => RowProblem | undefined;

const missing = (field: string, found: string, source: string): RowProblem => ({
  message: `found ${found === '' ? 'an empty cell' : quote(found)} where the ${field} should be; expected ${source}`,
  hint: 'complete the row from the vendor’s page; without it the row cannot become a page',
});

/** How to correct a slip of the vendor's without changing the document. */
const erratumOf = (code: string, product: Product): string =>
  `name the slip under \`errata\` of ${product.id} in content/products.yaml: { found: ${quote(code)}, code: …, reason: … }`;

const codeIsThere: Rule = ({ code }, { product }) => {
  if (!isBlankCell(code)) return undefined;
  const problem = missing('error code', code, 'a code');
  return product
    ? { ...problem, hint: `${erratumOf(code, product)}; \`code: null\` leaves the row out` }
    : problem;
};

const descriptionIsThere: Rule = ({ description }) =>
  isBlankCell(description) ? missing('description', description, 'what the code means') : undefined;

const statusIsThere: Rule = ({ status }, { product, hasStatuses }) => {
  const needed = hasStatuses || grammarOf(product)?.source.includes('(?<status>');
  return needed && (status === null || isBlankCell(String(status)))
    ? missing('HTTP status', String(status ?? ''), 'a status such as 404')
    : undefined;
};

/** HTTP statuses of a status cell; undefined when it holds anything else. RFC 9110, section 15: 100 to 599. */
export function statusesOf(status: Row['status']): number[] | undefined {
  const parts = String(status).split(/\s*(?:[/、,，;；|]|或|和|\bor\b|\band\b)\s*|\s+(?=\d)/);
  const statuses = parts.map((part) => Number(/^([1-5]\d{2})(?: [A-Za-z][A-Za-z' -]*)?$/.exec(part)?.[1]));
  return statuses.some(Number.isNaN) ? undefined : statuses;
}

const statusIsHttp: Rule = ({ status }) =>
  status === null || isBlankCell(String(status)) || statusesOf(status)
    ? undefined
    : {
        message: `found the status ${quote(String(status))}; expected an HTTP status from 100 to 599`,
        hint: 'correct the status; if the column holds something else, its header misleads the reader',
      };

/**
 * Codes of the whole family: `SVCSTG.SWR.4001048`, `CCI.01.400101`, `NoSuchKey`, `400000001`; never a bare status. No
 * slash and no colon: in an address they would part folders and end a scheme.
 */
const FAMILY_CODE = /^(?![1-5]\d{2}$)(?=.*[A-Za-z]|\d{4,}$)[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/;

const codeIsWellFormed: Rule = ({ code }, { product }) => {
  if (isBlankCell(code)) return undefined;
  const grammar = product?.grammar;
  if ((grammarOf(product) ?? FAMILY_CODE).test(code)) return undefined;
  const form = grammar
    ? `${grammar.form}, as in ${grammar.example}`
    : 'letters and digits, single dots, hyphens or underscores between';
  return {
    message: `found the code ${quote(code)}; expected ${form}`,
    hint: /[\s/]/.test(code)
      ? `the code was broken between two lines, or two codes share a cell: ${product ? erratumOf(code, product) : 'correct it'}`
      : grammar
        ? `${erratumOf(code, product)}; if the vendor builds codes differently now, change its grammar there`
        : 'correct the code; look for invisible characters and for a cell in the wrong column',
  };
};

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

const grammars = new Map<string, RegExp>();

function grammarOf(product: Product | undefined): RegExp | undefined {
  if (!product?.grammar) return undefined;
  const { pattern } = product.grammar;
  const known = grammars.get(pattern) ?? new RegExp(pattern, 'u');
  grammars.set(pattern, known);
  return known;
}
