import { codePath } from '../addresses/addresses.ts';
import type { CodeEntry } from '../catalog/entry.ts';
import { toMarkdown } from '../lib/escape.ts';
import type { Product } from '../load/product.ts';
import { absoluteLink } from '../i18n/links.ts';
import { strings } from '../i18n/index.ts';

const words = strings.ticket;

function facts(entry: CodeEntry): [string, string][] {
  const status: [string, string][] =
    entry.httpStatus === undefined ? [] : [[strings.code.httpStatus, String(entry.httpStatus)]];
  const unlisted = strings.code.unlisted[entry.state];
  const listed: [string, string][] = unlisted === undefined ? [] : [[words.listed, unlisted]];
  return [[words.code, entry.code], [words.description, entry.description], ...status, ...listed];
}

/** A code for a ticket as plain text: what it is, where to read on, what to ask the customer for. */
export function ticketText(entry: CodeEntry, { path }: Product): string {
  return [
    ...facts(entry).map(([name, value]) => `${name}：${value}`),
    `${words.link}：${absoluteLink(codePath(entry.code, path))}`,
    '',
    words.ask,
    ...words.asked.map((item) => `- ${item}：`),
  ].join('\n');
}

/** The same as Markdown. */
export function ticketMarkdown(entry: CodeEntry, { path }: Product): string {
  const [[, code] = ['', entry.code], ...rest] = facts(entry);
  return [
    `**[${code}](${absoluteLink(codePath(entry.code, path))})**`,
    '',
    ...rest.map(([name, value]) => `- ${name}：${toMarkdown(value)}`),
    '',
    words.ask,
    '',
    ...words.asked.map((item) => `- [ ] ${item}：`),
  ].join('\n');
}
