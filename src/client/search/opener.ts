/**
 * `<site-search>`: opens the dialog at a click, Ctrl+K or `/`. All that a page loads of search is this;
 * the rest comes when the pointer or the focus reaches the field.
 */
class SiteSearch extends HTMLElement {
  #loaded: Promise<unknown> | undefined;

  connectedCallback(): void {
    const opener = this.querySelector('a');
    const dialog = this.querySelector('dialog');
    if (!opener || !dialog) return;
    opener.role = 'button';
    opener.ariaHasPopup = 'dialog';
    const open = (event: Event) => {
      event.preventDefault();
      if (!dialog.open) dialog.showModal();
      this.#load(dialog);
    };
    opener.addEventListener('pointerenter', () => this.#load(dialog));
    opener.addEventListener('focus', () => this.#load(dialog));
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

  /** Until it is loaded, and should it never be, the form in the dialog leads to the search page. */
  #load(dialog: HTMLDialogElement): void {
    this.#loaded ??= import('./dialog.ts').then(
      ({ attach }) => attach(dialog),
      () => (this.#loaded = undefined),
    );
  }
}

customElements.define('site-search', SiteSearch);
