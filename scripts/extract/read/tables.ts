import type { Report } from '../../../src/lib/problem.ts';
import { readHtmlTable } from './html-table.ts';
import { CodeTracker, unquoted, withoutCodeSpans } from './markdown.ts';
import { beginsPipeTable, isOpenRow, linesOfCell, readPipeTable } from './pipe-table.ts';
import type { Table } from './table.ts';

/**
 * Finds the tables of a Markdown document: HTML tables and pipe tables, also in lists and block quotes, none in code
 * or in comments. A table inside a cell of another stays with that cell.
 *
 * One pass over the lines; what a table holds is read by its own reader. A Markdown parser for the whole document
 * would cut an HTML table at its first blank line, and takes more than linear time on hostile input.
 *
 * @param lines the document's lines
 * @returns the tables in document order
 */
export function findTables(lines: readonly string[], report: Report): Table[] {
  const unquotedLines = lines.map(unquoted);
  const text = unquotedLines.map((line) => line.text);
  const tables: Table[] = [];
  const code = new CodeTracker();
  const lastCommentEnd = text.findLastIndex((line) => line.includes('-->'));
  let index = 0;
  while (index < text.length) {
    const { quotes } = unquotedLines[index] as ReturnType<typeof unquoted>;
    if (code.isCode(text[index] ?? '', index + 1, quotes)) {
      index++;
      continue;
    }
    blankOutComments(text, index, lastCommentEnd, report);
    const line = text[index] ?? '';
    if (beginsPipeTable(line, text[index + 1] ?? '')) {
      const end = endOfPipeTable(text, index);
      tables.push(readPipeTable(text.slice(index, end), index + 1));
      index = end;
      continue;
    }
    reportStrayPipeRow(text, index, report);
    const column = findTableTag(line);
    if (column < 0) {
      index++;
      continue;
    }
    // Of a table that is in no block quote, a ">" at the start of a line is part of its text.
    const rest = quotes.depth > 0 ? text : lines;
    const { tables: found, next } = readHtmlTable(
      (at) => (at === index ? line : rest[at]),
      index,
      column,
      report,
    );
    for (const table of found) tables.push(table);
    index = next;
  }
  if (code.fenceLine > 0) {
    report({
      line: code.fenceLine,
      message: 'found a code fence without an end; expected a closing fence before the document ends',
      hint: 'close the fence: all that follows it counts as code, tables too',
    });
  }
  return tables;
}

/** Column of the first `<table` of a line that is neither escaped nor in a code span; -1 when there is none. */
function findTableTag(line: string): number {
  const tag = /<table(?=[\s>/]|$)/i;
  return tag.test(line) ? withoutCodeSpans(line).search(tag) : -1;
}

/** Index of the first line behind a pipe table: a table goes on while its lines have pipes. */
function endOfPipeTable(text: readonly string[], header: number): number {
  let end = header + 2;
  const mayGoOn = !isOpenRow(text[header] ?? '');
  while (text[end]?.includes('|'))
    end += 1 + (mayGoOn && isOpenRow(text[end] ?? '') ? linesOfCell(text, end) : 0);
  return end;
}

/** Replaces the comments that begin on a line by blanks, on as many lines as they go. */
function blankOutComments(text: string[], index: number, lastEnd: number, report: Report): void {
  const line = text[index] ?? '';
  let begin = line.includes('<!--') ? withoutCodeSpans(line).indexOf('<!--') : -1;
  if (begin < 0) return;
  const kept: string[] = [];
  let from = 0;
  while (begin >= 0) {
    kept.push(line.slice(from, begin));
    const end = line.indexOf('-->', begin + 4);
    if (end < 0) {
      text[index] = kept.join('');
      if (lastEnd > index) blankOutLongComment(text, index);
      else reportOpenComment(index + 1, report);
      return;
    }
    kept.push(' '.repeat(end + 3 - begin));
    from = end + 3;
    begin = line.indexOf('<!--', from);
  }
  text[index] = kept.join('') + line.slice(from);
}

function blankOutLongComment(text: string[], begin: number): void {
  let end = begin + 1;
  while (!text[end]?.includes('-->')) end++;
  text.fill('', begin + 1, end);
  const last = text[end] ?? '';
  const column = last.indexOf('-->') + 3;
  text[end] = ' '.repeat(column) + last.slice(column);
}

const reportOpenComment = (line: number, report: Report): void =>
  report({
    line,
    message: 'found a comment without an end; expected --> before the document ends',
    hint: 'close the comment, or write &lt;!-- where the text means the characters',
  });

/** Reports rows of a pipe table that lost its header, or that a blank line separates from it. */
function reportStrayPipeRow(text: readonly string[], index: number, report: Report): void {
  const looksLikeRow = (line = ''): boolean => {
    const row = line.trim();
    return row.startsWith('|') && row.endsWith('|') && row.slice(1, -1).includes('|');
  };
  if (!looksLikeRow(text[index]) || (index > 0 && looksLikeRow(text[index - 1]))) return;
  report({
    line: index + 1,
    message: 'found a line that looks like a row of a pipe table, but no table around it',
    hint: 'a table begins with its header row and a row of dashes with as many cells; no blank line parts its rows',
  });
}
