import type { DomainRule, DomainScheme } from '../schema/domains.ts';
import type { ErrorCode } from './code.ts';
import { hasWord } from './words.ts';

function applies(rule: DomainRule, code: ErrorCode, description: string): boolean {
  const conditions = [
    rule.codes?.includes(code.code),
    rule.number === undefined ? undefined : new RegExp(rule.number, 'u').test(code.number),
    rule.words?.some((word) => hasWord(description, word)),
  ].filter((condition) => condition !== undefined);
  return conditions.length > 0 && conditions.every(Boolean);
}

/**
 * The one domain of a code.
 *
 * @returns the domain's id and the reason of the rule that decided
 */
export function domainOf(
  code: ErrorCode,
  description: string,
  scheme: DomainScheme,
): { readonly domain: string; readonly reason: string } {
  return scheme.rules.find((rule) => applies(rule, code, description)) ?? scheme.fallback;
}
