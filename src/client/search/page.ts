import type { SiteSearch } from './opener.ts';
import { answers, type Answer } from './answer.ts';
import { element } from '../dom.ts';
import { pageLookup, type SearchWords } from '../lookup.ts';
import { FilterFields, type ResultFilter } from './filter.ts';
import { countOf, isPlain, linesOf, loadingBar, showMissing, SLOW } from './results.ts';

/** Delay between a keystroke and the search, in milliseconds. */
const PAUSE = 150;

/** What the header's field has already; this page does not carry a copy of it. */
async function siteSearch(): Promise<SiteSearch> {
  await customElements.whenDefined('site-search');
  return document.querySelector('site-search') as SiteSearch;
}

/** Links to the same page in other languages ask the same there. */
function followQuestion(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]'))
    link.search = location.search;
}

/** `<search-page>`: the answers to what the address asks. Until it has its words, its form loads it anew. */
class SearchPage extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const loading = loadingBar('filters');
    this.append(loading);
    pageLookup()
      .words()
      .finally(() => loading.remove())
      .then(
        (words) => new SearchAnswers(this, form, words),
        () => showMissing(this, true),
      );
  }
}

/** The address is the state. */
class SearchAnswers {
  readonly #page: HTMLElement;
  readonly #words: SearchWords;
  readonly #filters: FilterFields;
  readonly #status = element('p', { role: 'status' });
  readonly #notes = element('div');
  readonly #list = element('ol', { 'data-results': '', class: 'results' });
  #answer: Answer | undefined;
  #question = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(page: HTMLElement, form: HTMLFormElement, words: SearchWords) {
    const input = form.querySelector('input') as HTMLInputElement;
    this.#page = page;
    this.#words = words;
    this.#filters = new FilterFields(words);
    const { status, domain } = this.#filters;
    page.append(element('div', { class: 'filters' }, status, domain, this.#status), this.#notes, this.#list);
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
    followQuestion();
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
    const q = (await siteSearch()).later.isTicket(text) ? '' : text.trim();
    const query = new URLSearchParams(
      Object.entries({ q, ...filter }).filter(([, value]) => value !== ''),
    ).toString();
    const address = query === '' ? location.pathname : `?${query}`;
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(history.state, '', address);
    followQuestion();
  }

  async #ask(text: string): Promise<void> {
    const question = ++this.#question;
    this.#list.removeAttribute('data-ready');
    this.#answer = undefined;
    const waiting = setTimeout(() => {
      if (question === this.#question) this.#status.textContent = this.#words.searching;
    }, SLOW);
    try {
      if (text !== '') {
        const { later } = await siteSearch();
        for await (const answer of answers(text, later)) {
          clearTimeout(waiting);
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
      this.#notes.replaceChildren();
      showMissing(this.#page, true);
    } finally {
      clearTimeout(waiting);
    }
  }

  async #show(): Promise<void> {
    const answer = this.#answer;
    const words = this.#words;
    const hits = answer?.hits ?? [];
    this.#filters.offer(hits);
    const filter = this.#filters.value;
    const lines = answer ? linesOf(answer, filter, words) : [];
    this.#list.replaceChildren(...lines.map((line) => element('li', {}, line)));
    const notes =
      answer && !isPlain(answer, lines.length)
        ? await (await siteSearch()).later.explain(answer, lines.length)
        : [];
    if (answer !== this.#answer) return;
    this.#notes.replaceChildren(...notes);
    // What is said of other codes comes after those that were named and found; what is said of a status introduces.
    const isNamed = answer?.resolution.findings.some(({ kind }) => kind === 'known');
    this.#list[isNamed ? 'after' : 'before'](this.#notes);
    showMissing(this.#page, answer?.isPartial);
    this.#status.textContent = answer ? countOf(answer, lines.length, filter, words) : words.hint;
  }
}

customElements.define('search-page', SearchPage);
