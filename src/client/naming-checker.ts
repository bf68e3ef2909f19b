import { brokenRules, mendedName, partsOfAddress, type NamedKind, type NamedPart } from '../lib/naming.ts';
import type { Strings } from '../i18n/index.ts';
import { element } from './dom.ts';

/** What the page hands over: its words, and for each kind of name the code that a bad one is answered with. */
interface Given {
  readonly words: Strings['naming'];
  readonly codes: Partial<Record<NamedKind, { readonly code: string; readonly href: string }>>;
}

/** A part with its verdict: the rules it breaks, a corrected name, the code that the API would return. */
function lineOf({ kind, name }: NamedPart, { words, codes }: Given): HTMLElement {
  const broken = kind === 'host' ? [] : brokenRules(kind, name);
  const mended = kind === 'host' || broken.length === 0 ? undefined : mendedName(kind, name);
  const code = kind === 'host' || broken.length === 0 ? undefined : codes[kind];
  return element(
    'li',
    { 'data-fits': String(broken.length === 0) },
    element('b', {}, kind === 'host' ? words.host : words.kinds[kind]),
    ' ',
    element('code', { class: 'any-text' }, name),
    ...broken.map((rule) => element('p', {}, words.rules[rule])),
    mended === undefined ? undefined : element('p', {}, words.mended, element('code', {}, mended)),
    code && element('p', {}, words.code, element('a', { href: code.href }, code.code)),
  );
}

/** `<naming-checker data-given>`: says which rules the typed names break, as text. */
class NamingChecker extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => event.preventDefault());
    form?.addEventListener('input', () => this.#check());
    this.#check();
  }

  #check(): void {
    const kind = this.querySelector<HTMLSelectElement>('[name=kind]')?.value as NamedKind | 'address';
    const typed = this.querySelector<HTMLInputElement>('[name=name]')?.value.trim() ?? '';
    const given = JSON.parse(this.dataset['given'] ?? '{}') as Given;
    const parts = kind === 'address' ? partsOfAddress(typed) : typed === '' ? [] : [{ kind, name: typed }];
    const { empty, broken, fits } = given.words;
    const isBroken = parts.some(
      (part) => part.kind !== 'host' && brokenRules(part.kind, part.name).length > 0,
    );
    const verdict = this.querySelector('[data-said]');
    if (verdict) verdict.textContent = parts.length === 0 ? empty : isBroken ? broken : fits;
    this.querySelector('ul')?.replaceChildren(...parts.map((part) => lineOf(part, given)));
  }
}

customElements.define('naming-checker', NamingChecker);
