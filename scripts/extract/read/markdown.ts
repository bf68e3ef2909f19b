/** What of Markdown's block structure matters for problem tables: what is code, and what is quoted. */

/** Where a line stands: in how many block quotes, and behind how much white space the first of their marks. */
export interface Quotes {
  depth: number;
  indent: number;
}

/** A line without the marks of the block quotes around it. */
export function unquoted(line: string): { text: string; quotes: Quotes } {
  let index = 0;
  for (let depth = 0; ; depth++) {
    let next = index;
    while (next - index < 3 && line[next] === ' ') next++;
    if (line[next] !== '>') return { text: line.slice(index), quotes: { depth, indent: indentOf(line) } };
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
  private depth = 0;
  private margins: number[] = [];
  /** The margins around the block quote that the line is in. */
  private outside: number[] = [];

  /**
   * @param line without the marks of block quotes
   * @returns whether the line is code, or a fence around code
   */
  isCode(line: string, lineNumber: number, quotes: Quotes): boolean {
    const isMarkOfCode = quotes.depth > this.depth && quotes.indent >= this.fenceMargin;
    if (this.fenceLine > 0 && isMarkOfCode) return true;
    if (quotes.depth !== this.depth) this.enterQuote(quotes);
    const blank = line.trim() === '';
    if (this.fenceLine > 0) {
      this.afterBlank = true; // No paragraph is open that the next line could go on with.
      const isInside = blank || indentOf(line) >= this.fenceMargin;
      if (!isInside || this.isClosing(line)) this.fenceLine = 0;
      if (isInside) return true;
    }
    if (blank) {
      this.afterBlank = true;
      return this.inIndentedCode;
    }
    const indent = this.enterLine(line);
    this.inIndentedCode = (this.afterBlank || this.inIndentedCode) && indent >= 4;
    this.afterBlank = false;
    if (this.inIndentedCode) return true;
    const fence = indent < 4 ? FENCE.exec(line)?.[1] : undefined;
    if (fence) {
      this.fenceLine = lineNumber;
      this.fence = fence;
      this.fenceMargin = this.margins.at(-1) ?? 0;
    }
    return fence !== undefined;
  }

  /** A block quote that begins or ends is the end of the fence before it, and of the lists that it is not in. */
  private enterQuote({ depth, indent }: Quotes): void {
    if (this.depth === 0) this.outside = this.margins.filter((margin) => margin <= indent);
    this.margins = depth === 0 ? this.outside : [];
    this.depth = depth;
    this.fenceLine = 0;
    this.afterBlank = true;
    this.inIndentedCode = false;
  }

  private isClosing(line: string): boolean {
    const marks = line.trim();
    const isFence = marks.length >= this.fence.length && marks === this.fence.charAt(0).repeat(marks.length);
    return isFence && indentOf(line) - this.fenceMargin < 4;
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
