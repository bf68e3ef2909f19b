import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { htmlText } from './html-table.ts';
import type { Table, TableRow } from './table.ts';

/**
 * Cells of a line of a pipe table, verbatim. A backslash takes the pipe behind it, as in GitHub
 * Flavored Markdown; pipes at both ends of the line are optional.
 */
function splitPipeRow(line: string): string[] {
  const cells: string[] = [];
  let begin = 0;
  for (let index = 0; index < line.length; index++) {
    if (line[index] === '\\') index++;
    else if (line[index] === '|') {
      cells.push(line.slice(begin, index));
      begin = index + 1;
    }
  }
  cells.push(line.slice(begin));
  if (cells.length > 1 && cells[0]?.trim() === '') cells.shift();
  if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop();
  return cells.map((cell) => cell.trim());
}

const DELIMITER_CELL = /^:?-+:?$/;

/** Whether two lines begin a pipe table: as many header cells as cells of dashes under them. */
export function beginsPipeTable(header: string, delimiter: string): boolean {
  if (!header.includes('|') || !delimiter.includes('-') || !/^[\s|:-]+$/.test(delimiter)) return false;
  const dashes = splitPipeRow(delimiter);
  return dashes.every((cell) => DELIMITER_CELL.test(cell)) && splitPipeRow(header).length === dashes.length;
}

/** Most lines that a cell may go on for. */
const LONGEST_CELL = 20;

/** Whether a row begins with a pipe and has no pipe at its end: its last cell may go on on the next line. */
export const isOpenRow = (line: string): boolean => /^\s*\|/.test(line) && !/\|\s*$/.test(line);

/**
 * How many lines after an open row go on with its last cell, as converters write cells of several lines; 0 where none
 * of the next ones closes it with a pipe.
 *
 * @param lines of the document
 * @param index of the open row
 */
export function linesOfCell(lines: readonly string[], index: number): number {
  for (let count = 1; count <= LONGEST_CELL; count++) {
    const line = lines[index + count]?.trim() ?? '';
    if (line === '' || line.startsWith('|')) return 0;
    if (line.endsWith('|')) return count;
  }
  return 0;
}

/** The lines with those that go on with a cell joined to its row, and undefined in their places. */
function joinedRows(lines: readonly string[]): (string | undefined)[] {
  const joined: (string | undefined)[] = [...lines];
  if (isOpenRow(lines[0] ?? '')) return joined; // A table whose rows have no pipe at the end.
  for (let index = 2; index < lines.length; index++) {
    const more = isOpenRow(lines[index] ?? '') ? linesOfCell(lines, index) : 0;
    if (more === 0) continue;
    joined[index] = lines.slice(index, index + more + 1).join(' ');
    joined.fill(undefined, index + 1, index + more + 1);
    index += more;
  }
  return joined;
}

/**
 * A pipe table from its lines.
 *
 * @param lines header, delimiter row, and the rows
 * @param line 1-based line of the header in the document
 */
export function readPipeTable(lines: readonly string[], line: number): Table {
  const rows: TableRow[] = [];
  joinedRows(lines).forEach((text, index) => {
    if (index === 1 || text === undefined) return;
    const at = line + index;
    const cells = splitPipeRow(text).map((source) => ({
      pieces: [markdownText(source)],
      line: at,
      header: index === 0,
      colspan: 1,
      rowspan: 1,
    }));
    rows.push({ line: at, cells, group: 0 });
  });
  return { line, rows };
}

/**
 * Most characters, and most of those that mean something in Markdown, that a cell may have to be read as Markdown.
 * Real cells have hundreds and a dozen; the time that Markdown takes grows with the product of the two numbers.
 */
const MARKDOWN_LIMITS = { length: 20_000, marks: 500 };

/**
 * Text of a cell of a pipe table: what a reader sees of it. Emphasis, code and links leave their text, escapes and
 * entities are resolved, HTML is treated as in an HTML table. In a cell beyond the limits emphasis, code and links stay
 * as they are written.
 */
function markdownText(source: string): string {
  const marks = source.match(/[\\`*_[\]<&]/g)?.length ?? 0;
  if (marks === 0) return source;
  if (marks > MARKDOWN_LIMITS.marks || source.length > MARKDOWN_LIMITS.length) {
    return htmlText(source.replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => escapeHtml(mark)));
  }
  const tree = fromMarkdown(`|x|\n|-|\n|${source} |`, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const table = tree.children[0];
  const cell = table?.type === 'table' ? table.children[1]?.children[0] : undefined;
  return htmlText(inlineHtml(cell?.children ?? []));
}

/**
 * Text without the stars around bold text that begins or ends with Chinese punctuation: CommonMark leaves these where a
 * Chinese letter stands beside them, the vendor's pages show none.
 */
const withoutStrayStars = (text: string): string =>
  text.replace(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*/g, (whole, inner: string) =>
    /^[\u2018-\u201d\u3001-\u301f\uff01-\uff1f]|[\u2018-\u201d\u3001-\u301f\uff01-\uff1f]$/.test(inner)
      ? inner
      : whole,
  );

type Root = ReturnType<typeof fromMarkdown>;
type Inline = Extract<Root['children'][number], { type: 'paragraph' }>['children'][number];

/** Inline Markdown as HTML in which only text and the author's own tags are left. */
function inlineHtml(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'html') return node.value;
      if (node.type === 'text') return escapeHtml(withoutStrayStars(node.value));
      if (node.type === 'inlineCode') return escapeHtml(node.value);
      if (node.type === 'break') return ' ';
      return 'children' in node ? inlineHtml(node.children) : '';
    })
    .join('');
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
