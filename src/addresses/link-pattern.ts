const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/**
 * A regular expression that finds codes of these kinds in any text, known or not: for ticket systems, so written that
 * PCRE, Java, JavaScript, Python and RE2 read it alike. Matches the code and nothing around it.
 *
 * @param codes codes that consist of a prefix, a dot and digits; others are left out
 * @returns undefined where no code is of that kind
 */
export function linkPattern(codes: readonly string[]): string | undefined {
  const kinds = codes.flatMap((code) => {
    const [, prefix, digits] = /^(.+)\.(\d+)$/u.exec(code) ?? [];
    return prefix === undefined || digits === undefined
      ? []
      : [`${escape(prefix)}\\.[0-9]{${digits.length}}`];
  });
  if (kinds.length === 0) return undefined;
  return String.raw`\b(?:${[...new Set(kinds)].sort().join('|')})\b`;
}
