/** A page of a code that was seen lately. */
export interface Seen {
  readonly code: string;
  readonly path: string;
  readonly description: string;
}

/** Where the codes seen lately in the language of the page are kept, in this browser alone. */
export const SEEN = `seen ${document.documentElement.lang}`;
const MOST_SEEN = 5;

/** Remembers the code of the page, where it is one; does nothing where storage is refused. */
export function see(): void {
  const page = document.querySelector<HTMLElement>('article[data-code]');
  if (!page) return;
  const { code } = page.dataset;
  const description = page.querySelector('.lead')?.textContent;
  try {
    const seen = JSON.parse(localStorage.getItem(SEEN) ?? '[]') as Seen[];
    const others = seen.filter((each) => each.code !== code);
    const all = [{ code, path: location.pathname, description }, ...others].slice(0, MOST_SEEN);
    localStorage.setItem(SEEN, JSON.stringify(all));
  } catch {
    // Nothing is remembered.
  }
}
