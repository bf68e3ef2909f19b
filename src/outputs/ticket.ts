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

/** The verdicts of this site; none where it has no guidance. */
function verdicts({ guidance }: CodeEntry, { verdict, ticket }: Strings): [string, string][] {
  if (!guidance) return [];
  return [
    [ticket.advice, guidance.summary],
    [verdict.actor, verdict.actors[guidance.actor]],
    [verdict.retry, verdict.retries[guidance.retry]],
  ];
}

/**
 * An answer to a customer as plain text: what the code means, the advice, the steps, where to read on.
 *
 * @param steps plain sentences, in their order
 */
export function replyText(
  entry: CodeEntry,
  steps: readonly string[],
  { path, locale, vendor }: Product,
): string {
  const words = strings(locale, vendor);
  const { colon } = words.marks;
  return [
    words.ticket.reply(entry.code, entry.description),
    '',
    ...verdicts(entry, words).map(([name, value]) => `${name}${colon}${value}`),
    '',
    `${words.guidance.sections.steps}${colon}`,
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    '',
    `${words.ticket.link}${colon}${absoluteLink(codePath(entry.code, path), locale)}`,
  ].join('\n');
}

/** A code for a ticket as plain text: what it is, where to read on, what to ask the customer for. */
export function ticketText(entry: CodeEntry, { path, locale, vendor }: Product): string {
  const words = strings(locale, vendor);
  const { colon } = words.marks;
  return [
    ...facts(entry, words).map(([name, value]) => `${name}${colon}${value}`),
    `${words.ticket.link}${colon}${absoluteLink(codePath(entry.code, path), locale)}`,
    '',
    words.ticket.ask,
    ...words.ticket.asked.map((item) => `- ${item}${colon}`),
  ].join('\n');
}

/** The same as Markdown, with the advice. */
export function ticketMarkdown(entry: CodeEntry, { path, locale, vendor }: Product): string {
  const words = strings(locale, vendor);
  const { colon } = words.marks;
  const [[, code] = ['', entry.code], ...rest] = facts(entry, words);
  return [
    `**[${code}](${absoluteLink(codePath(entry.code, path), locale)})**`,
    '',
    ...[...rest, ...verdicts(entry, words)].map(([name, value]) => `- ${name}${colon}${toMarkdown(value)}`),
    '',
    words.ticket.ask,
    '',
    ...words.ticket.asked.map((item) => `- [ ] ${item}${colon}`),
  ].join('\n');
}
