/** A mistake on a line of a file that the caller names. */
export interface LineProblem {
  /** Counted from 1; 1 where the problem is about the file as a whole. */
  readonly line: number;
  /** The error code of the row that it is about, verbatim; absent where it is about no row. */
  readonly code?: string;
  /** What was found and what was expected. */
  readonly message: string;
  /** How to fix it. */
  readonly hint: string;
}

/** Receives problems as they are found. */
export type Report = (problem: LineProblem) => void;

/** A mistake that a maintainer has to fix. */
export interface Problem extends LineProblem {
  /** Path of the file as a maintainer would type it. */
  readonly file: string;
}

/** A problem as text for a terminal: `file:line: message`, and the hint on a line of its own. */
export function formatProblem({ file, line, message, hint }: Problem): string {
  return `${file}:${line}: ${message}\n    hint: ${hint}`;
}

/** @throws Error that lists all problems, where there are any */
export function throwProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Error(`\n${problems.map(formatProblem).join('\n')}`);
}

/**
 * A found text inside a message: quoted, control and invisible characters made visible, at most 80 characters.
 */
export function quote(text: string): string {
  const visible = JSON.stringify(text).replace(
    /[\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return visible.length <= 80 ? visible : `${visible.slice(0, 78)}…"`;
}
