import { once } from '../lib/once.ts';

/**
 * What an error code is made of.
 *
 * The family's shape, as the vendor prints it: `SVCSTG.<service>.<HTTP status, 3 digits><sequence, 4 digits>`.
 * A product may describe its own shape in `content/products.yaml`; the named groups are the same.
 */
export interface ErrorCode {
  /** The code as the API prints it, e.g. `SVCSTG.SWR.4001048`. */
  readonly code: string;
  /** The service that answers, e.g. `SWR`. */
  readonly service: string;
  /** All digits, e.g. `4001048`; of a product whose codes carry no status, the last part of the code. */
  readonly number: string;
  /** HTTP status that the number begins with, e.g. 400; absent where the product's codes carry none. */
  readonly httpStatus?: number;
  /** The digits after the status, e.g. `1048`. */
  readonly sequence: string;
}

/** How a product's codes are built: a regular expression with the groups `service`, `number`, `status`, `sequence`. */
export interface CodeGrammar {
  readonly pattern: string;
}

/** The family's own grammar, for codes that no product claims. */
const FAMILY_GRAMMAR: CodeGrammar = {
  pattern: String.raw`^SVCSTG\.(?<service>[A-Z][A-Z0-9]*)\.(?<number>(?<status>[1-5]\d{2})(?<sequence>\d{4}))$`,
};

/** The expression that the codes of a grammar match. */
export const expressionOf = once(({ pattern }: CodeGrammar) => new RegExp(pattern, 'u'));

/**
 * Takes a code apart.
 *
 * @param text a code exactly as the API prints it; `resolve` reads other spellings
 * @param grammar how the product's codes are built; defaults to the family's shape
 * @returns the parts, or undefined when the text is no code of that shape
 */
export function parseErrorCode(text: string, grammar: CodeGrammar = FAMILY_GRAMMAR): ErrorCode | undefined {
  const groups = expressionOf(grammar).exec(text)?.groups;
  if (!groups) return undefined;
  const parts = text.split('.');
  const last = parts.at(-1) ?? text;
  const code: ErrorCode = {
    code: text,
    service: groups['service'] ?? parts[0] ?? text,
    number: groups['number'] ?? last,
    sequence: groups['sequence'] ?? last,
  };
  return groups['status'] === undefined ? code : { ...code, httpStatus: Number(groups['status']) };
}

/**
 * The parts of a code of no known shape: the part before the first separator names the service.
 *
 * @param service name of the service where the code names none (`NoSuchKey`)
 */
export function splitCode(text: string, service: string): ErrorCode {
  const [, prefix, rest] = /^([^._:/-]+)[._:/-](.+)$/u.exec(text) ?? [];
  return prefix === undefined || rest === undefined
    ? { code: text, service, number: text, sequence: text }
    : { code: text, service: prefix, number: rest, sequence: rest };
}
