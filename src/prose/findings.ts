/** Something in the site's own texts that a maintainer has to mend. */
export interface Finding {
  /** Path of the file from the project's folder. */
  readonly file: string;
  /** 1-based line; 1 where it is about the file as a whole. */
  readonly line: number;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

/** A finding as two lines for a terminal. */
export function formatFinding({ file, line, found, expected, mend }: Finding): string {
  return `${file}:${line}: found ${found}; expected ${expected}\n    mend: ${mend}`;
}

/**
 * Stops the build when there is anything to mend.
 *
 * @throws an error that lists all findings
 */
export function assertNone(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new Error(`\n${findings.map(formatFinding).join('\n')}`);
}
