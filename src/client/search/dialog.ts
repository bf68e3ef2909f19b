import type { FoundCause } from '../../search/causes.ts';
import type { Finding } from '../../search/finding.ts';
import { words } from '../../i18n/search.ts';
import { link } from '../links.ts';
import { pageLookup } from '../lookup.ts';
import { answers, type Answer, type LaterAnswers } from './answer.ts';
import { element } from '../dom.ts';
import type { SiteSearch } from './opener.ts';
import { FilterFields, filtered } from './filter.ts';
import { countOf, filesMissing, linesOf } from './results.ts';

/** The parts of search that not every answer needs: they are loaded with their first use. */
export interface LaterParts extends LaterAnswers {
  /** See `suggestions.ts`. */
  readonly suggest: (type: (text: string) => void) => Promise<HTMLElement>;
  /** See `explanations.ts`. */
  readonly explain: (answer: Answer, shown: number) => Promise<HTMLElement[]>;
}

/** So many results are shown here; the search page has them all. */
const SHOWN = 20;
/** Full text waits until the typing pauses, in milliseconds. */
const PAUSE = 250;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE));

/** The WAI-ARIA combobox in the dialog: a field, and the answers to what is typed into it as its listbox. */
class SearchDialog {
  readonly #input: HTMLInputElement;
  readonly #later: LaterParts;
  readonly #site = document.querySelector('site-search') as SiteSearch;
  readonly #filters = new FilterFields();
  readonly #status = element('p', { role: 'status' });
  readonly #list = element('div', { role: 'listbox', id: 'search-results', 'aria-label': words.results });
  readonly #notes = element('div');
  readonly #all = element('a', { class: 'search-all' }, words.allResults);
  #answer: Answer | undefined;
  /** Settled when the catalog has answered what stands in the field. */
  #answered: Promise<void> = Promise.resolve();
  #question = 0;
  #active = -1;

  constructor(dialog: HTMLDialogElement, form: HTMLFormElement, input: HTMLInputElement, later: LaterParts) {
    this.#later = later;
    this.#input = input;
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-controls': 'search-results',
      'aria-autocomplete': 'list',
    })) {
      input.setAttribute(name, value);
    }
    form.append(
      element('div', { class: 'search-narrow' }, this.#filters.status, this.#filters.domain, this.#status),
    );
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
      if (!this.#site.isTicket(input.value)) return;
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
    this.#answered = new Promise((settle) => {
      void this.#follow(text, question, settle).catch(() => {
        if (question === this.#question) this.#fail(text);
        settle();
      });
    });
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
    this.#notes.replaceChildren(filesMissing());
    this.#all.href = link(`/search/?${new URLSearchParams({ q: text })}`);
    this.#all.hidden = false;
  }

  #show(): void {
    const answer = this.#answer;
    const hits = answer?.hits ?? [];
    this.#filters.offer(hits);
    const filter = this.#filters.value;
    const lines = answer ? linesOf(answer, filter, SHOWN) : [];
    for (const [index, line] of lines.entries()) {
      line.role = 'option';
      line.tabIndex = -1;
      line.id = `search-result-${index}`;
      line.ariaSelected = 'false';
    }
    this.#list.replaceChildren(...lines);
    this.#list.hidden = lines.length === 0;
    this.#input.ariaExpanded = `${lines.length > 0}`;
    this.#activate(-1);
    this.#explain(filtered(hits, filter).length, lines.length);
  }

  #explain(shown: number, lines: number): void {
    const answer = this.#answer;
    const isTicket = this.#site.isTicket(answer?.text ?? '');
    const query = new URLSearchParams({ q: answer?.text ?? '', ...this.#filters.value });
    this.#all.href = link(isTicket ? '/decode/' : `/search/?${query}`);
    this.#all.textContent = isTicket ? words.toDecoder : words.allResults;
    this.#all.hidden = !answer;
    this.#status.textContent = answer ? countOf(answer, shown, this.#filters.value) : words.hint;
    if (!answer) return this.#suggest();
    if (isPlain(answer, lines)) return this.#notes.replaceChildren();
    void this.#later
      .explain(answer, lines)
      .catch(() => [filesMissing()])
      .then((notes) => {
        if (answer === this.#answer) this.#notes.replaceChildren(...notes);
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
    // Whoever types at once needs none.
    setTimeout(() => {
      if (!isEmpty()) return;
      void this.#later.suggest(type).then(
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

/** Whether the results say all there is to say, now or as soon as they are all there. */
function isPlain({ resolution, final, isPartial }: Answer, lines: number): boolean {
  return !isPartial && (lines > 0 || !final) && resolution.findings.every(saysItself);
}

const needsNote = ({ apart, registry }: FoundCause) => apart !== undefined || registry !== undefined;

/** Whether results alone say what was found; the rest is explained. */
function saysItself(finding: Finding): boolean {
  return finding.kind === 'known'
    ? finding.alias === undefined
    : !['unknown', 'foreign', 'status'].includes(finding.kind) &&
        !(finding.kind === 'cause' && needsNote(finding.found));
}

let isAttached = false;

/**
 * Brings the dialog of the header's search field to life, once; what was typed until then is answered.
 *
 * @param later loads what few answers need
 */
export function attach(dialog: HTMLDialogElement, later: LaterParts): void {
  const form = dialog.querySelector('form');
  const input = form?.querySelector('input');
  if (isAttached || !form || !input) return;
  isAttached = true;
  new SearchDialog(dialog, form, input, later);
  // Fetched before the first question is typed.
  void pageLookup()
    .all()
    .catch(() => undefined);
}
