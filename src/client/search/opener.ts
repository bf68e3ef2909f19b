import { handOver, isTicket, takeOver } from '../handover.ts';
import { see, SEEN } from '../recent.ts';
import type { LaterParts } from './dialog.ts';

const LATER: LaterParts = {
  isTicket,
  explain: async (...answer) => (await import('./explanations.ts')).explain(...answer),
  suggest: async (type, words) => (await import('./suggestions.ts')).suggestions(type, words, SEEN),
  causes: async () => (await import('../causes.ts')).pageCauses(),
  searchPages: async (...question) => (await import('./full-text.ts')).searchPages(...question),
};

let loaded: Promise<unknown> | undefined;

/** Until it is loaded, and should it never be, the form in the dialog leads to the search page. */
function load(dialog: HTMLDialogElement): void {
  loaded ??= import('./dialog.ts').then(
    ({ attach }) => void attach(dialog, LATER),
    () => {
      loaded = undefined;
      dialog.querySelector('[data-files-missing]')?.removeAttribute('hidden');
    },
  );
}

/**
 * `<site-search>`: opens the dialog at a click, Ctrl+K or `/`. All that a page loads of search is this;
 * the rest comes when the pointer or the focus reaches the field.
 */
class SiteSearch extends HTMLElement {
  /** What the search page, too, loads from here: causes behind lines of clients, explanations. */
  readonly later = LATER;
  /** The text that a search field handed over to the decoder. */
  readonly takeOver = takeOver;

  connectedCallback(): void {
    const opener = this.querySelector('a');
    const dialog = this.querySelector('dialog');
    if (!opener || !dialog) return;
    opener.role = 'button';
    opener.ariaHasPopup = 'dialog';
    const open = (event: Event) => {
      event.preventDefault();
      if (!dialog.isConnected) return;
      if (!dialog.open) {
        dialog.showModal();
        dialog.querySelector('input')?.select();
      }
      load(dialog);
    };
    opener.addEventListener('pointerenter', () => load(dialog));
    opener.addEventListener('focus', () => load(dialog));
    opener.addEventListener('click', (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
    });
    addEventListener('keydown', (event) => {
      const { key, target } = event;
      const isTyping =
        target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
      const isShortcut = (event.ctrlKey || event.metaKey) && key.toLowerCase() === 'k';
      if (isShortcut || (key === '/' && !isTyping) || (key === ' ' && target === opener)) open(event);
    });
    dialog.querySelector('button')?.addEventListener('click', () => dialog.close());
    const field = document.querySelector<HTMLInputElement>('[data-answers] input');
    if (field) answerIn(dialog, field);
  }
}

/** The big field of the home page: what is typed into it is answered in the dialog, which it opens. */
function answerIn(dialog: HTMLDialogElement, field: HTMLInputElement): void {
  field.addEventListener('input', (event) => {
    const input = dialog.querySelector('input');
    if (!input || (event instanceof InputEvent && event.isComposing)) return;
    input.value = field.value;
    const whole = pasted.get(field);
    if (whole !== undefined) pasted.set(input, whole);
    dialog.showModal();
    input.focus();
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    load(dialog);
  });
  dialog.addEventListener('close', () => (field.value = dialog.querySelector('input')?.value ?? ''));
}

/** What was pasted into a one-line field, with the line breaks that the field swallows. */
const pasted = new WeakMap<HTMLInputElement, string>();

/** Keeps the gaps between the lines of what is pasted, which a one-line field would swallow with their breaks. */
function pasteAsOneLine(event: ClipboardEvent): void {
  const { target, clipboardData } = event;
  const text = clipboardData?.getData('text') ?? '';
  if (!(target instanceof HTMLInputElement) || target.name !== 'q' || !text.includes('\n')) return;
  event.preventDefault();
  const { selectionStart, selectionEnd } = target;
  target.setRangeText(text.replace(/\s+/gu, ' '), selectionStart ?? 0, selectionEnd ?? 0, 'end');
  pasted.set(target, text);
  target.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Sends a ticket to the decoder instead of into the address of the search. */
function sendTicket(event: SubmitEvent): void {
  const form = event.target;
  const field = form instanceof HTMLFormElement ? form.elements.namedItem('q') : null;
  if (!(field instanceof HTMLInputElement) || field.closest('table-filter')) return;
  const whole = pasted.get(field) ?? '';
  const text = whole.replace(/\s+/gu, ' ').trim() === field.value.trim() ? whole : field.value;
  if (!isTicket(text)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const decoder = document.querySelector<HTMLElement>('[data-decode]')?.dataset['decode'] ?? '';
  handOver(text, decoder);
}

see();
addEventListener('paste', pasteAsOneLine);
// Before the forms' own listeners.
addEventListener('submit', sendTicket, { capture: true });
customElements.define('site-search', SiteSearch);

export type { SiteSearch };
