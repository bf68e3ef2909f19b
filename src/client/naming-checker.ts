import { brokenRules, type NamedKind } from '../lib/naming.ts';

/** `<naming-checker data-rules data-fits data-broken data-empty>`: says which rule a typed name breaks, as text. */
class NamingChecker extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => event.preventDefault());
    form?.addEventListener('input', () => this.#check());
    this.#check();
  }

  #check(): void {
    const kind = this.querySelector<HTMLSelectElement>('[name=kind]')?.value as NamedKind;
    const name = this.querySelector<HTMLInputElement>('[name=name]')?.value ?? '';
    const verdict = this.querySelector('[data-verdict]');
    const list = this.querySelector('ul');
    if (!verdict || !list) return;
    const { fits = '', broken = '', empty = '' } = this.dataset;
    const words = JSON.parse(this.dataset['rules'] ?? '{}') as Record<string, string>;
    const rules = name === '' ? [] : brokenRules(kind, name);
    verdict.textContent = name === '' ? empty : rules.length > 0 ? broken : fits;
    list.replaceChildren(
      ...rules.map((rule) => {
        const item = document.createElement('li');
        item.textContent = words[rule] ?? rule;
        return item;
      }),
    );
  }
}

customElements.define('naming-checker', NamingChecker);
