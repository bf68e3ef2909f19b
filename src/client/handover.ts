/** Longer texts, and texts of several lines, are tickets and logs: they do not belong into an address. */
const LONGEST_QUESTION = 200;
const KEY_OF_TEXT = 'ticket';

/** Whether a text belongs into the decoder rather than into an address. */
export const isTicket = (text: string): boolean =>
  text.length > LONGEST_QUESTION || /[\r\n]/u.test(text.trim());

/**
 * Opens the decoder with a text, which goes there within the browser's tab.
 *
 * @returns false where storage is refused, so that nothing was handed over
 */
export function handOver(text: string, decoder: string): boolean {
  try {
    sessionStorage.setItem(KEY_OF_TEXT, text);
  } catch {
    return false;
  }
  location.assign(decoder);
  return true;
}

/** The text that was handed over, once; undefined where there is none. */
export function takeOver(): string | undefined {
  try {
    const text = sessionStorage.getItem(KEY_OF_TEXT) ?? undefined;
    sessionStorage.removeItem(KEY_OF_TEXT);
    return text;
  } catch {
    return undefined;
  }
}
