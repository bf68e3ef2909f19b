import { element } from '../dom.ts';
import type { SearchWords } from '../lookup.ts';
import type { Seen } from '../recent.ts';

/** The codes seen lately in the language of the page, the latest first; none where storage is refused. */
function stored(key: string): readonly Seen[] {
  try {
    const seen: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(seen) ? (seen as Seen[]) : [];
  } catch {
    return [];
  }
}

/**
 * What the dialog shows before anything is typed: codes seen lately in this browser, what can be typed, and the keys.
 *
 * @param type puts a text into the dialog's field
 */
export function suggestions(
  type: (text: string) => void,
  words: SearchWords['suggestions'],
  keyOfSeen: string,
): HTMLElement {
  const codes = stored(keyOfSeen);
  const forget = element('button', { type: 'button' }, words.forget);
  forget.addEventListener('click', () => {
    localStorage.removeItem(keyOfSeen);
    type('');
  });
  const examples = words.examples.map((text) => {
    const button = element('button', { type: 'button' }, text);
    button.addEventListener('click', () => type(text));
    return element('li', {}, button);
  });
  const seen = codes.map(({ code, path, description }) =>
    element('li', {}, element('a', { href: path }, element('code', {}, code), ` ${description.trim()}`)),
  );
  return element(
    'div',
    { class: 'suggestions' },
    ...(codes.length > 0 ? [element('h2', {}, words.recent, ' ', forget), element('ul', {}, ...seen)] : []),
    element('h2', {}, words.tryThese),
    element('ul', { class: 'examples' }, ...examples),
    element('p', { class: 'keys' }, words.keys),
  );
}
