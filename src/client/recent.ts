/** A page of a code that was seen lately. */
export interface Seen {
  readonly code: string;
  readonly path: string;
  readonly description: string;
}

const KEY_OF_SEEN = 'seen';
const MOST_SEEN = 5;

/** The codes seen lately in this browser, the latest first; none where storage is refused. */
export function seen(): readonly Seen[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY_OF_SEEN) ?? '[]');
    return Array.isArray(stored) ? (stored as Seen[]) : [];
  } catch {
    return [];
  }
}

/** Remembers the code of the page, where it is one. */
export function see(): void {
  const page = document.querySelector<HTMLElement>('article[data-code]');
  const code = page?.dataset['code'];
  if (code === undefined) return;
  const description = page?.querySelector('.lead')?.textContent?.trim() ?? '';
  const others = seen().filter((each) => each.code !== code);
  const all = [{ code, path: location.pathname, description }, ...others].slice(0, MOST_SEEN);
  try {
    localStorage.setItem(KEY_OF_SEEN, JSON.stringify(all));
  } catch {
    // Without storage nothing is remembered.
  }
}

/** Forgets them. */
export function forget(): void {
  try {
    localStorage.removeItem(KEY_OF_SEEN);
  } catch {
    // There was nothing to forget.
  }
}
