import { link } from '../links.ts';
import { pageLookup, type SearchWords } from '../lookup.ts';
import { answers, type Answer, type LaterAnswers } from './answer.ts';
import { element } from '../dom.ts';
import { FilterFields, filtered } from './filter.ts';
import { countOf, isPlain, linesOf, loadingBar, showMissing, SLOW } from './results.ts';

/** The parts of search that not every answer needs: they are loaded with their first use. */
export interface LaterParts extends LaterAnswers {
  /** Whether a text belongs into the decoder; every page has this already. */
  readonly isTicket: (text: string) => boolean;
  /** See `suggestions.ts`. */
  readonly suggest: (type: (text: string) => void, words: SearchWords['suggestions']) => Promise<HTMLElement>;
  /** See `explanations.ts`. */
  readonly explain: (answer: Answer, shown: number) => Promise<HTMLElement[]>;
}

/** Maximum number of results shown here; the search page has all. */
const SHOWN = 20;
/** Full text waits until the typing pauses, in milliseconds. */
const PAUSE = 250;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE));

/** The WAI-ARIA combobox in the dialog: a field, and the answers to what is typed into it as its listbox. */
class SearchDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #input: HTMLInputElement;
  readonly #words: SearchWords;
  readonly #later: LaterParts;
  readonly #filters: FilterFields;
  readonly #status = element('p', { role: 'status' });
  readonly #list = element('div', { role: 'listbox', id: 'search-results' });
  readonly #notes = element('div');
  readonly #all = element('a', { class: 'search-all' });
  #answer: Answer | undefined;
  /** Settled when the catalog has answered the text in the field. */
  #answered: Promise<void> = Promise.resolve();
  #question = 0;
  #active = -1;

  constructor(dialog: HTMLDialogElement, form: HTMLFormElement, words: SearchWords, later: LaterParts) {
    const input = form.querySelector('input') as HTMLInputElement;
    this.#dialog = dialog;
    this.#input = input;
    this.#words = words;
    this.#later = later;
    this.#filters = new FilterFields(words);
    this.#list.ariaLabel = words.results;
    const { status, domain } = this.#filters;
    form.append(element('div', { class: 'search-narrow' }, status, domain, this.#status));
    dialog.append(element('div', { class: 'search-answer' }, this.#list, this.#notes, this.#all));
    input.addEventListener('input', (event) => {
      // Ignore input during IME composition.
      if (!(event instanceof InputEvent && event.isComposing)) this.#ask();
    });
    input.addEventListener('compositionend', () => this.#ask());
    input.addEventListener('keydown', (event) => this.#keydown(event));
    form.addEventListener('change', (event) => event.target !== input && this.#show());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#answered.then(() => this.#go());
    });
    // A ticket goes to the decoder the way that Enter takes it there.
    this.#all.addEventListener('click', (event) => {
      if (!this.#later.isTicket(input.value)) return;
      event.preventDefault();
      form.requestSubmit();
    });
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close();
    });
    this.#ask();
  }

  get #options(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll('a')];
  }

  #ask(): void {
    const text = this.#input.value.trim();
    const question = ++this.#question;
    this.#activate(-1);
    const waiting = setTimeout(() => {
      if (question === this.#question) this.#status.textContent = this.#words.searching;
    }, SLOW);
    this.#answered = new Promise<void>((settle) => {
      void this.#follow(text, question, settle).catch(() => {
        if (question === this.#question) this.#fail(text);
        settle();
      });
    }).finally(() => clearTimeout(waiting));
  }

  async #follow(text: string, question: number, settle: () => void): Promise<void> {
    if (text === '') {
      this.#answer = undefined;
      this.#show();
      return settle();
    }
    for await (const answer of answers(text, this.#later)) {
      if (question !== this.#question) return settle();
      this.#answer = answer;
      this.#show();
      settle();
      await pause();
      if (question !== this.#question) return;
    }
  }

  /** Leads to the search page: it is fetched anew, with the files that belong to it. */
  #fail(text: string): void {
    this.#answer = undefined;
    this.#show();
    this.#status.textContent = '';
    this.#all.textContent = this.#words.allResults;
    showMissing(this.#dialog, true);
    this.#all.href = link(`/search/?${new URLSearchParams({ q: text })}`);
    this.#all.hidden = false;
  }

  #show(): void {
    const answer = this.#answer;
    const hits = answer?.hits ?? [];
    this.#filters.offer(hits);
    const filter = this.#filters.value;
    const lines = answer ? linesOf(answer, filter, this.#words, SHOWN) : [];
    const chosen = this.#options[this.#active]?.href;
    for (const [index, line] of lines.entries()) {
      line.role = 'option';
      line.tabIndex = -1;
      line.id = `search-result-${index}`;
      line.ariaSelected = 'false';
    }
    this.#list.replaceChildren(...lines);
    this.#list.hidden = lines.length === 0;
    this.#input.ariaExpanded = `${lines.length > 0}`;
    // What was chosen stays so while more of the same answer arrives.
    this.#activate(lines.findIndex(({ href }) => href === chosen));
    this.#explain(filtered(hits, filter).length, lines.length);
  }

  #explain(shown: number, lines: number): void {
    const answer = this.#answer;
    const words = this.#words;
    showMissing(this.#dialog, answer?.isPartial);
    const isTicket = this.#later.isTicket(answer?.text ?? '');
    const query = new URLSearchParams({ q: answer?.text ?? '', ...this.#filters.value });
    this.#all.href = link(isTicket ? '/decode/' : `/search/?${query}`);
    this.#all.textContent = isTicket ? words.toDecoder : words.allResults;
    this.#all.hidden = !answer;
    this.#status.textContent = answer ? countOf(answer, shown, this.#filters.value, words) : words.hint;
    if (!answer) return this.#suggest();
    if (isPlain(answer, lines)) return this.#notes.replaceChildren();
    void this.#later
      .explain(answer, lines)
      .catch(() => undefined)
      .then((notes) => {
        if (answer !== this.#answer) return;
        this.#notes.replaceChildren(...(notes ?? []));
        if (!notes) showMissing(this.#dialog, true);
      });
  }

  #suggest(): void {
    const type = (text: string) => {
      this.#input.value = text;
      this.#ask();
      this.#input.focus();
    };
    this.#notes.replaceChildren();
    const isEmpty = () => this.#input.value.trim() === '';
    // Not for those who type at once.
    setTimeout(() => {
      if (!isEmpty()) return;
      void this.#later.suggest(type, this.#words.suggestions).then(
        (suggestions) => isEmpty() && this.#notes.replaceChildren(suggestions),
        () => undefined,
      );
    }, PAUSE);
  }

  #keydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const places = this.#options.length + 1;
    // The place after the last result is the field itself.
    this.#activate(((this.#active + 1 + step + places) % places) - 1);
  }

  #activate(index: number): void {
    const options = this.#options;
    const old = options[this.#active];
    if (old) old.ariaSelected = 'false';
    this.#active = index;
    const active = options[index];
    if (!active) return this.#input.removeAttribute('aria-activedescendant');
    active.ariaSelected = 'true';
    active.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', active.id);
  }

  /** To the chosen result, else the first, else to the search page, which explains why there is none. */
  #go(): void {
    const target = this.#options[Math.max(this.#active, 0)] ?? this.#all;
    if (this.#input.value.trim() !== '') target.click();
  }
}

/** The words, as soon as they can be loaded; each keystroke asks again for what is missing. */
async function wordsFor(dialog: HTMLDialogElement, form: HTMLFormElement): Promise<SearchWords> {
  for (;;) {
    const loading = loadingBar('search-narrow');
    form.append(loading);
    const words = await pageLookup()
      .words()
      .catch(() => undefined);
    loading.remove();
    showMissing(dialog, !words);
    if (words) return words;
    await new Promise((resolve) => dialog.addEventListener('input', resolve, { once: true }));
  }
}

let isAttached = false;

/**
 * Brings the dialog of the header's search field to life, once; what was typed until then is answered.
 *
 * @param later loads what few answers need
 */
export async function attach(dialog: HTMLDialogElement, later: LaterParts): Promise<void> {
  const form = dialog.querySelector('form');
  const input = form?.querySelector('input');
  if (isAttached || !form || !input) return;
  isAttached = true;
  input.role = 'combobox';
  input.setAttribute('aria-controls', 'search-results');
  input.setAttribute('aria-autocomplete', 'list');
  new SearchDialog(dialog, form, await wordsFor(dialog, form), later);
}
