/** Something a maintainer has to mend. */
export interface Problem {
  /** The file it is in, as a maintainer would name it on the command line. */
  file: string;
  /** 1-based line; 1 where the problem is about the file as a whole. */
  line: number;
  /** The error code of the row it is about, as it stands there; null where it is about no row. */
  code: string | null;
  /** What was found and what was expected. */
  message: string;
  /** How to mend it. */
  hint: string;
}

/** A problem as text for a terminal: `file:line: message`, and the hint on a line of its own. */
export function formatProblem({ file, line, message, hint }: Problem): string {
  return `${file}:${line}: ${message}\n    hint: ${hint}`;
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
