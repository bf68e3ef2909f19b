import type { LaterParts } from './dialog.ts';

const LATER: LaterParts = {
  explain: async (...answer) => (await import('./explanations.ts')).explain(...answer),
  causes: async () => (await import('../causes.ts')).pageCauses(),
  searchPages: async (...question) => (await import('./full-text.ts')).searchPages(...question),
};

let loaded: Promise<unknown> | undefined;

/** Until it is loaded, and should it never be, the form in the dialog leads to the search page. */
function load(dialog: HTMLDialogElement): void {
  loaded ??= import('./attach.ts').then(
    ({ attach }) => attach(dialog, LATER),
    () => (loaded = undefined),
  );
}

/**
 * `<site-search>`: opens the dialog at a click, Ctrl+K or `/`. All that a page loads of search is this;
 * the rest comes when the pointer or the focus reaches the field.
 */
class SiteSearch extends HTMLElement {
  /** The causes behind lines of clients; the search page, too, loads them from here. */
  readonly causes = LATER.causes;

  connectedCallback(): void {
    const opener = this.querySelector('a');
    const dialog = this.querySelector('dialog');
    if (!opener || !dialog) return;
    opener.role = 'button';
    opener.ariaHasPopup = 'dialog';
    const open = (event: Event) => {
      event.preventDefault();
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
  }
}

/** A one-line field swallows line breaks, and with them the gaps between what was pasted. */
function pasteAsOneLine(event: ClipboardEvent): void {
  const { target, clipboardData } = event;
  const text = clipboardData?.getData('text') ?? '';
  if (!(target instanceof HTMLInputElement) || target.name !== 'q' || !text.includes('\n')) return;
  event.preventDefault();
  const { selectionStart, selectionEnd } = target;
  target.setRangeText(text.replace(/\s+/gu, ' '), selectionStart ?? 0, selectionEnd ?? 0, 'end');
  target.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

addEventListener('paste', pasteAsOneLine);
customElements.define('site-search', SiteSearch);

export type { SiteSearch };
