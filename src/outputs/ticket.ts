import { codePath } from '../addresses/addresses.ts';
import type { CodeEntry } from '../catalog/entry.ts';
import { toMarkdown } from '../lib/escape.ts';
import type { Product } from '../load/product.ts';
import { absoluteLink } from '../i18n/links.ts';
import { strings, type Strings } from '../i18n/index.ts';

function facts(entry: CodeEntry, { code, ticket }: Strings): [string, string][] {
  const status: [string, string][] =
    entry.httpStatus === undefined ? [] : [[code.httpStatus, String(entry.httpStatus)]];
  const unlisted = code.unlisted[entry.state];
  const listed: [string, string][] = unlisted === undefined ? [] : [[ticket.listed, unlisted]];
  return [[ticket.code, entry.code], [ticket.description, entry.description], ...status, ...listed];
}

/** A code for a ticket as plain text: what it is, where to read on, what to ask the customer for. */
export function ticketText(entry: CodeEntry, { path, locale }: Product): string {
  const words = strings(locale);
  const { colon } = words.marks;
  return [
    ...facts(entry, words).map(([name, value]) => `${name}${colon}${value}`),
    `${words.ticket.link}${colon}${absoluteLink(codePath(entry.code, path), locale)}`,
    '',
    words.ticket.ask,
    ...words.ticket.asked.map((item) => `- ${item}${colon}`),
  ].join('\n');
}

/** The same as Markdown. */
export function ticketMarkdown(entry: CodeEntry, { path, locale }: Product): string {
  const words = strings(locale);
  const { colon } = words.marks;
  const [[, code] = ['', entry.code], ...rest] = facts(entry, words);
  return [
    `**[${code}](${absoluteLink(codePath(entry.code, path), locale)})**`,
    '',
    ...rest.map(([name, value]) => `- ${name}${colon}${toMarkdown(value)}`),
    '',
    words.ticket.ask,
    '',
    ...words.ticket.asked.map((item) => `- [ ] ${item}${colon}`),
  ].join('\n');
}
