/** Short hands for the tests of the reader. */
import { readDocument, type Reading } from '../../scripts/extract/read/read.ts';

export const HEADERS = ['状态码', '错误码', '描述'];
export const ROW = ['404', 'DEMO.0001', '不存在。'];

/** Reads a document given as text. */
export const read = (text: string): Reading => readDocument(Buffer.from(text));

/** The cells `code` and `description` of a document's rows; fails when the reader objects to anything. */
export function codesOf(text: string): [string, string][] {
  const { rows, problems } = read(text);
  if (problems.length > 0) throw new Error(`unexpected: ${JSON.stringify(problems)}`);
  return rows.map(({ code, description }) => [code, description]);
}

/** A table in HTML; the cells are HTML already. */
export function htmlTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('\n')}</tr>`;
  return `<table><thead>${line('th', headers)}</thead>\n<tbody>${rows.map((cells) => line('td', cells)).join('\n')}</tbody></table>\n`;
}

/** A pipe table; the cells are Markdown already. */
export function pipeTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `|${cells.join('|')}|\n`;
  return line(headers) + line(headers.map(() => '--')) + rows.map(line).join('');
}

/** Description of the only row of a table whose description cell is given, in HTML and as a pipe cell. */
export const htmlCell = (html: string): string | undefined =>
  read(htmlTable(HEADERS, [['404', 'DEMO.0001', html]])).rows[0]?.description;
export const pipeCell = (markdown: string): string | undefined =>
  read(pipeTable(HEADERS, [['404', 'DEMO.0001', markdown]])).rows[0]?.description;
