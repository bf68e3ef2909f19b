import type { ErrorCode } from './code.ts';

/** A resource domain: what kind of thing a code is about. */
export interface Domain {
  readonly id: string;
  /** Chinese name, e.g. 组织. */
  readonly name: string;
  /** One sentence: what belongs here. */
  readonly about: string;
}

/**
 * Puts codes into a domain. A rule applies when every condition that it names holds;
 * the first rule that applies decides.
 */
export interface DomainRule {
  readonly domain: string;
  /** Full codes. */
  readonly codes?: readonly string[] | undefined;
  /** Regular expression over the code's number. */
  readonly number?: string | undefined;
  /** Any of these words stands in the description, in any case. */
  readonly words?: readonly string[] | undefined;
  readonly reason: string;
}

/** The domains of a product and the rules that fill them, in the order in which they are tried. */
export interface DomainScheme {
  readonly domains: readonly Domain[];
  readonly rules: readonly DomainRule[];
  /** Domain of what no rule applies to. */
  readonly fallback: { readonly domain: string; readonly reason: string };
}

function applies(rule: DomainRule, code: ErrorCode, description: string): boolean {
  const text = description.toLowerCase();
  const conditions = [
    rule.codes?.includes(code.code),
    rule.number === undefined ? undefined : new RegExp(rule.number, 'u').test(code.number),
    rule.words?.some((word) => text.includes(word.toLowerCase())),
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
