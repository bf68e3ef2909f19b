import { Tokenizer, TokenizerMode, type ErrorCodes, type Token, type TokenHandler } from 'parse5';
import { BLOCK_ELEMENTS, isHtmlElement } from './html-elements.ts';
import { cellText, type Cell, type Table, type TableRow } from './table.ts';
import { quote, type Report } from '../../../src/lib/problem.ts';

/**
 * Reads an HTML table, and any tables inside it or behind it on the same line, from the tokens of parse5.
 *
 * 1. Feed lines to the tokenizer until the table is closed; blank lines do not end it, although they do in Markdown.
 * 2. `<table>` opens a table on a stack, `</table>` closes the innermost. Row groups, rows and cells open and close in
 *    it as in HTML, where end tags may be missing.
 * 3. Text goes into the open cell of the innermost table. Block elements become spaces, inline ones nothing, and tags
 *    that HTML does not have (`<token>`) stay as text.
 * 4. What is likely to lose text is reported: broken tags, text outside of cells, unmatched end tags, open tables.
 *
 * Tokens instead of a document tree, because a source may be of any size and depth: rows are kept, the ten thousand
 * elements around a word are not.
 *
 * @param lineAt gives the lines of the document, undefined behind the last
 * @param start index of the line with `<table`
 * @param column index of its character in that line
 * @returns the tables that are in no other, and the index of the line on which the document goes on
 */
export function readHtmlTable(
  lineAt: (index: number) => string | undefined,
  start: number,
  column: number,
  report: Report,
): { tables: Table[]; next: number } {
  const builder = new TableBuilder(start, report);
  let next = start;
  let batch = 1;
  /** The tag of the first table may go on over lines, but over no blank one. */
  const goesOn = (): boolean =>
    lineAt(next) !== undefined &&
    (builder.isOpen || (builder.tables.length === 0 && lineAt(next)?.trim() !== ''));
  do {
    const lines: string[] = [];
    do {
      const line = lineAt(next) ?? '';
      // Blank out the Markdown before the table, so that columns stay as they are.
      lines.push(next === start ? ' '.repeat(column) + line.slice(column) : line);
      next++;
    } while (lines.length < batch && goesOn());
    builder.feed(lines);
    // The tokenizer goes over all of an unfinished tag or comment with each feed: the longer it is, the more at once.
    batch = builder.isBetweenTags ? 1 : batch * 2;
  } while (goesOn());
  if (builder.isOpen) builder.finish();
  else if (builder.tables.length === 0) reportOpenTag(start + 1, report);
  else next = start + builder.endLine;
  return { tables: builder.tables, next };
}

const reportOpenTag = (line: number, report: Report): void =>
  report({
    line,
    message: 'found <table without its ">"; expected a complete tag before the next blank line',
    hint: 'close the tag, or write &lt;table where the text means the characters',
  });

/** Text of a piece of HTML: entities decoded, tags of HTML dropped, block elements turned into spaces. */
export function htmlText(html: string): string {
  const builder = new TableBuilder(0, () => undefined);
  const cell = builder.openLooseCell();
  builder.feed([html]);
  builder.finish();
  return cellText(cell);
}

/** A table that has begun and not ended, and how far it has come. */
interface OpenTable {
  table: Table;
  row?: TableRow | undefined;
  cell?: Cell | undefined;
  cellTag?: string | undefined;
  cellHasText: boolean;
  inCaption: boolean;
  group: number;
  strayTextReported: boolean;
}

const ROW_GROUPS = new Set(['thead', 'tbody', 'tfoot']);

/** Elements whose content is text whatever it looks like, and the tokenizer's mode for it. */
const RAW_TEXT: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
};

/** What parse5 calls the errors that make a tag, and with it the text around it, something else than it was meant. */
const BROKEN_TAGS = new Set<string>([
  'duplicate-attribute',
  'eof-before-tag-name',
  'eof-in-comment',
  'eof-in-tag',
  'incorrectly-opened-comment',
  'missing-attribute-value',
  'missing-end-tag-name',
  'missing-whitespace-between-attributes',
  'nested-comment',
  'unexpected-character-in-attribute-name',
  'unexpected-character-in-unquoted-attribute-value',
  'unexpected-equals-sign-before-attribute-name',
] satisfies `${ErrorCodes}`[]);

class TableBuilder implements TokenHandler {
  /** The tables that are in no other. */
  readonly tables: Table[] = [];
  /** 1-based line, of those fed, on which the last of them ends; what follows on other lines is not looked at. */
  endLine = 1;
  private readonly open: OpenTable[] = [];
  private readonly fed: string[] = [];
  private brokenLine = 0;
  private readonly tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, this);
  private readonly firstLine: number;
  private readonly report: Report;

  /** @param firstLine 0-based line of the document that the first line fed is */
  constructor(firstLine: number, report: Report) {
    this.firstLine = firstLine;
    this.report = report;
  }

  get isOpen(): boolean {
    return this.open.length > 0;
  }

  /** Whether what was fed ends neither inside a tag nor inside a comment. */
  get isBetweenTags(): boolean {
    return this.tokenizer.state === TokenizerMode.DATA;
  }

  feed(lines: readonly string[]): void {
    for (const line of lines) this.fed.push(line);
    this.tokenizer.write(`${lines.join('\n')}\n`, false);
  }

  /** Ends the input. */
  finish(): void {
    this.tokenizer.write('', true);
  }

  /** A cell of no table, to collect text in. */
  openLooseCell(): Cell {
    this.beginTable(1);
    return this.beginCell('td', [], 1);
  }

  onStartTag(token: Token.TagToken): void {
    const { tagName } = token;
    const line = this.lineOf(token);
    const open = this.open.at(-1);
    if (RAW_TEXT[tagName] !== undefined) this.tokenizer.state = RAW_TEXT[tagName];
    if (tagName === 'table') {
      if (open || this.tables.length === 0 || line === this.firstLine + this.endLine) this.beginTable(line);
    } else if (!open) return;
    else if (ROW_GROUPS.has(tagName)) this.beginGroup(open);
    else if (tagName === 'tr') this.beginRow(open, line);
    else if (tagName === 'td' || tagName === 'th') this.beginCell(tagName, token.attrs, line);
    else if (open.cell) this.addText(open, this.textOfTag(token), line);
    else if (tagName === 'caption') open.inCaption = true;
  }

  onEndTag(token: Token.TagToken): void {
    const open = this.open.at(-1);
    if (!open) return;
    const { tagName } = token;
    if (tagName === 'table') {
      this.open.pop();
      this.endLine = token.location?.endLine ?? this.endLine;
    } else if (tagName === 'td' || tagName === 'th') {
      if (open.cellTag !== tagName) this.reportStrayEnd(token);
      else this.endCell(open);
    } else if (tagName === 'tr') {
      if (!open.row) this.reportStrayEnd(token);
      this.endRow(open);
    } else if (ROW_GROUPS.has(tagName)) this.beginGroup(open);
    else if (open.cell) this.addText(open, this.textOfTag(token), this.lineOf(token));
    else if (tagName === 'caption') open.inCaption = false;
  }

  onCharacter(token: Token.CharacterToken): void {
    const open = this.open.at(-1);
    if (!open || open.inCaption) return;
    if (open.cell) this.addText(open, token.chars, this.lineOf(token));
    else if (!open.strayTextReported) {
      open.strayTextReported = true;
      this.report({
        line: this.lineOf(token),
        message: `found the text ${quote(token.chars)} inside a table but outside its cells; expected <td> or <th>`,
        hint: 'correct the HTML of the row: a start tag is missing, or an end tag stands too early',
      });
    }
  }

  onWhitespaceCharacter(): void {
    this.open.at(-1)?.cell?.pieces.push(' ');
  }

  onEof(): void {
    for (const { table } of this.open.splice(0)) {
      this.report({
        line: table.line,
        message: 'found a <table> without an end; expected </table> before the document ends',
        hint: 'the document may be cut off: get the whole of it; else add the missing </table>',
      });
    }
  }

  onParseError(error: { code: ErrorCodes; startLine: number }): void {
    if (!this.isOpen || !BROKEN_TAGS.has(error.code) || error.startLine === this.brokenLine) return;
    this.brokenLine = error.startLine;
    this.report({
      line: this.firstLine + error.startLine,
      message: `found broken HTML (${error.code}); expected complete tags with quoted attributes`,
      hint: 'correct the tag: look for a missing ">", quotation mark or "-->" here or shortly before',
    });
  }

  onComment(): void {}
  onDoctype(): void {}
  onNullCharacter(): void {}

  private beginTable(line: number): void {
    const parent = this.open.at(-1);
    const table: Table = { line, rows: [] };
    if (parent?.cell) {
      parent.cell.pieces.push(table);
    } else {
      if (parent) {
        this.report({
          line,
          message: `found <table> while the table of line ${parent.table.line} is open; expected </table> before it`,
          hint: 'add the missing </table>',
        });
        this.open.pop();
      }
      this.tables.push(table);
    }
    this.open.push({ table, cellHasText: false, inCaption: false, group: 0, strayTextReported: false });
  }

  private addText(open: OpenTable, text: string, line: number): void {
    if (!open.cell || text === '') return;
    if (!open.cellHasText && text.trim() !== '') {
      open.cell.line = line;
      open.cellHasText = true;
    }
    open.cell.pieces.push(text);
  }

  private beginGroup(open: OpenTable): void {
    this.endRow(open);
    open.group++;
  }

  private beginRow(open: OpenTable, line: number): TableRow {
    this.endRow(open);
    const row = { line, cells: [], group: open.group };
    open.row = row;
    open.table.rows.push(row);
    return row;
  }

  private endRow(open: OpenTable): void {
    this.endCell(open);
    open.row = undefined;
  }

  private beginCell(tagName: string, attrs: Token.Attribute[], line: number): Cell {
    const open = this.open.at(-1) as OpenTable;
    this.endCell(open);
    open.inCaption = false;
    const cell: Cell = {
      pieces: [],
      line,
      header: tagName === 'th',
      colspan: Math.max(1, span(attrs, 'colspan', 1000)),
      rowspan: span(attrs, 'rowspan', 65534) || 65534, // 0 means: to the end of the group
    };
    (open.row ?? this.beginRow(open, line)).cells.push(cell);
    open.cell = cell;
    open.cellTag = tagName;
    open.cellHasText = false;
    return cell;
  }

  private endCell(open: OpenTable): void {
    open.cell = undefined;
    open.cellTag = undefined;
  }

  /** Text of a tag inside a cell: none, a space for a block element, or the tag itself where HTML has no such element. */
  private textOfTag({ tagName, location }: Token.TagToken): string {
    if (BLOCK_ELEMENTS.has(tagName)) return ' ';
    if (isHtmlElement(tagName) || !location) return '';
    const lines = this.fed.slice(location.startLine - 1, location.endLine);
    const last = lines.length - 1;
    return lines
      .map((text, index) =>
        text.slice(index === 0 ? location.startCol - 1 : 0, index === last ? location.endCol - 1 : undefined),
      )
      .join(' ');
  }

  private reportStrayEnd(token: Token.TagToken): void {
    this.report({
      line: this.lineOf(token),
      message: `found </${token.tagName}> where no <${token.tagName}> is open; expected them in pairs`,
      hint: 'correct the HTML of the row: remove the end tag, or add the start tag that is missing',
    });
  }

  private lineOf({ location }: Token.Token): number {
    return this.firstLine + (location?.startLine ?? 1);
  }
}

/** Value of `rowspan` or `colspan` as HTML reads it; 1 where it is absent or no number. */
function span(attrs: Token.Attribute[], name: string, most: number): number {
  const value = Number.parseInt(attrs.find((each) => each.name === name)?.value ?? '1', 10);
  return Number.isNaN(value) || value < 0 ? 1 : Math.min(value, most);
}
