/** What of Markdown's block structure matters for problem tables: what is code, and what is quoted. */

/** A line without the marks of the block quotes around it. */
export function withoutQuoteMarks(line: string): string {
  let index = 0;
  for (;;) {
    let next = index;
    while (next - index < 3 && line[next] === ' ') next++;
    if (line[next] !== '>') return line.slice(index);
    index = line[next + 1] === ' ' ? next + 2 : next + 1;
  }
}

/** Columns of white space that a line begins with; a tab goes to the next multiple of four. */
function indentOf(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === ' ') column++;
    else if (character === '\t') column += 4 - (column % 4);
    else break;
  }
  return column;
}

const LIST_MARK = /^([ \t]*(?:[-+*]|\d{1,9}[.)]))([ \t]+|$)/;
const FENCE = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * Tells code from text, line by line from the top. Fenced code, indented code, and lists as far as they move the
 * margin from which indented code is measured, after the rules of CommonMark.
 */
export class CodeTracker {
  /** 1-based line of the fence that is open, 0 when none is. */
  fenceLine = 0;
  private fence = '';
  private fenceMargin = 0;
  private afterBlank = true;
  private inIndentedCode = false;
  private readonly margins: number[] = [];

  /** @returns whether the line is code, or a fence around code */
  isCode(line: string, lineNumber: number): boolean {
    const blank = line.trim() === '';
    if (this.fenceLine > 0 && (blank || indentOf(line) >= this.fenceMargin)) {
      const closing = line.trim();
      if (closing.length >= this.fence.length && closing === this.fence.charAt(0).repeat(closing.length)) {
        this.fenceLine = 0;
      }
      this.afterBlank = false;
      return true;
    }
    this.fenceLine = 0;
    if (blank) {
      this.afterBlank = true;
      return this.inIndentedCode;
    }
    const indent = this.enterLine(line);
    this.inIndentedCode = (this.afterBlank || this.inIndentedCode) && indent >= 4;
    this.afterBlank = false;
    if (this.inIndentedCode) return true;
    const fence = FENCE.exec(line)?.[1];
    if (fence) {
      this.fenceLine = lineNumber;
      this.fence = fence;
      this.fenceMargin = this.margins.at(-1) ?? 0;
    }
    return fence !== undefined;
  }

  /** Leaves the list items that the line is not in, enters those it begins. @returns its indent inside of them */
  private enterLine(line: string): number {
    let indent = indentOf(line);
    if (this.afterBlank || LIST_MARK.test(line) || FENCE.test(line)) {
      while (indent < (this.margins.at(-1) ?? 0)) this.margins.pop();
    }
    indent -= this.margins.at(-1) ?? 0;
    const mark = indent < 4 ? LIST_MARK.exec(line) : null;
    if (!mark) return indent;
    const gap = mark[2] ?? '';
    this.margins.push((mark[1] ?? '').length + (gap.length >= 1 && gap.length <= 4 ? gap.length : 1));
    return 0;
  }
}

/** A line with its code spans and escaped characters blanked out, so that a tag found in it is a tag. */
export function withoutCodeSpans(line: string): string {
  return line
    .replace(/(?<![`\\])(`+)(?!`)(?:.*?[^`])\1(?!`)/g, (span) => ' '.repeat(span.length))
    .replace(/\\[\\<]/g, '  ');
}
