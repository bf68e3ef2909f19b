import { suggestions as words } from '../../i18n/suggestions.ts';
import { element } from '../dom.ts';
import type { SiteSearch } from './opener.ts';

/**
 * What the dialog shows before anything is typed: codes seen lately in this browser, what can be typed, and the keys.
 *
 * @param type puts a text into the dialog's field
 */
export function suggestions(type: (text: string) => void): HTMLElement {
  const { recent } = document.querySelector('site-search') as SiteSearch;
  const codes = recent.seen();
  const forget = element('button', { type: 'button' }, words.forget);
  forget.addEventListener('click', () => {
    recent.forget();
    type('');
  });
  const examples = words.examples.map((text) => {
    const button = element('button', { type: 'button' }, text);
    button.addEventListener('click', () => type(text));
    return element('li', {}, button);
  });
  const seen = codes.map(({ code, path, description }) =>
    element('li', {}, element('a', { href: path }, element('code', {}, code), ` ${description}`)),
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
