/** Control characters but tab and line feed; format characters (bidi controls, zero-width ones); lone surrogates. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** The code point by which a character is spoken of, e.g. `[U+202E]`. */
function name(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/**
 * A text with its invisible characters made visible: none can reorder or hide the text around it.
 * CR before LF is a line's end like LF alone.
 */
export function visible(text: string): string {
  return text.replace(/\r\n/gu, '\n').replace(INVISIBLE, name);
}
