import type { Strings } from '../i18n/index.ts';

/** What somebody who found a mistake on a page completes and hands on, as plain text. */
export function reportText(
  title: string,
  address: string,
  { page, address: at, asked }: Strings['pageReport'],
): string {
  return [`${page}${title}`, `${at}${address}`, ...asked].join('\n');
}

/**
 * The address that the owner of the site gives for such texts, with the text filled in.
 *
 * @param template with `{title}` and `{text}` where they belong; without them the text is only copied
 */
export function reportAddress(template: string, title: string, text: string): string {
  return template.replace('{title}', encodeURIComponent(title)).replace('{text}', encodeURIComponent(text));
}
