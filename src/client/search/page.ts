import type { SiteSearch } from './opener.ts';
import { words } from '../../i18n/search.ts';
import { answers, type Answer } from './answer.ts';
import { element } from '../dom.ts';
import { FilterFields, type ResultFilter } from './filter.ts';
import { countOf, filesMissing, linesOf } from './results.ts';

/** Waits so long after a keystroke before a question is asked, in milliseconds. */
const PAUSE = 150;

/** What the header's field has already; this page does not carry a copy of it. */
async function siteSearch(): Promise<SiteSearch> {
  await customElements.whenDefined('site-search');
  return document.querySelector('site-search') as SiteSearch;
}

/** `<search-page>`: the answers to what the address asks; the address is the state. */
class SearchPage extends HTMLElement {
  readonly #filters = new FilterFields();
  readonly #status = element('p', { role: 'status' });
  readonly #notes = element('div');
  readonly #list = element('ol', { 'data-results': '', class: 'results' });
  #answer: Answer | undefined;
  #question = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = form?.querySelector('input');
    if (!form || !input) return;
    const { status, domain } = this.#filters;
    this.append(element('div', { class: 'filters' }, status, domain, this.#status), this.#notes, this.#list);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#asked(input, true);
    });
    input.addEventListener('input', (event) => {
      if (event instanceof InputEvent && event.isComposing) return;
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#asked(input, false), PAUSE);
    });
    input.addEventListener('compositionend', () => this.#asked(input, false));
    for (const select of [status, domain]) {
      select.addEventListener('change', () => {
        void this.#remember(input.value, this.#filters.value, true);
        void this.#show();
      });
    }
    addEventListener('popstate', () => this.#fromAddress(input));
    this.#fromAddress(input);
  }

  #fromAddress(input: HTMLInputElement): void {
    const query = new URLSearchParams(location.search);
    // A line break would vanish from the field without leaving a gap.
    input.value = (query.get('q') ?? '').replace(/\s+/gu, ' ').trim();
    this.#filters.offer([], { status: query.get('status') ?? '', domain: query.get('domain') ?? '' });
    void this.#ask(input.value.trim());
  }

  #asked(input: HTMLInputElement, isStep: boolean): void {
    clearTimeout(this.#typing);
    void this.#remember(input.value, this.#filters.value, isStep);
    void this.#ask(input.value.trim());
  }

  /** A choice is a step that the back button undoes; a keystroke is not. */
  async #remember(text: string, filter: ResultFilter, isStep: boolean): Promise<void> {
    // A ticket is answered here, and stays out of the address.
    const q = (await siteSearch()).isTicket(text) ? '' : text.trim();
    const query = new URLSearchParams(
      Object.entries({ q, ...filter }).filter(([, value]) => value !== ''),
    ).toString();
    const address = query === '' ? location.pathname : `?${query}`;
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(history.state, '', address);
  }

  async #ask(text: string): Promise<void> {
    const question = ++this.#question;
    this.#list.removeAttribute('data-ready');
    this.#answer = undefined;
    try {
      if (text !== '') {
        const { later } = await siteSearch();
        for await (const answer of answers(text, later)) {
          if (question !== this.#question) return;
          this.#answer = answer;
          await this.#show();
        }
      } else await this.#show();
      this.#list.setAttribute('data-ready', '');
    } catch {
      if (question !== this.#question) return;
      this.#list.replaceChildren();
      this.#status.textContent = '';
      this.#notes.replaceChildren(filesMissing());
    }
  }

  async #show(): Promise<void> {
    const answer = this.#answer;
    const hits = answer?.hits ?? [];
    this.#filters.offer(hits);
    const filter = this.#filters.value;
    const lines = answer ? linesOf(answer, filter) : [];
    this.#list.replaceChildren(...lines.map((line) => element('li', {}, line)));
    const notes = answer ? await (await siteSearch()).later.explain(answer, lines.length) : [];
    if (answer !== this.#answer) return;
    this.#notes.replaceChildren(...notes);
    this.#status.textContent = answer ? countOf(answer, lines.length, filter) : words.hint;
  }
}

customElements.define('search-page', SearchPage);
