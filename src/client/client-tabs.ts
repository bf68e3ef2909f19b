/** Where the chosen client is kept, so that it stays chosen on other pages. */
const CLIENT_KEY = 'client';
/** Tells the other tabs of the page. */
const CHOSEN = 'client-chosen';

/** What was chosen before; storage may be refused. */
function remembered(): string | null {
  try {
    return localStorage.getItem(CLIENT_KEY);
  } catch {
    return null;
  }
}

function remember(client: string): void {
  try {
    localStorage.setItem(CLIENT_KEY, client);
  } catch {
    // Without storage the choice holds for this page.
  }
}

/** `<client-tabs>` around `section[data-client]`: the WAI-ARIA tabs of the clients that a step is written for. */
class ClientTabs extends HTMLElement {
  #tabs: readonly HTMLButtonElement[] = [];

  connectedCallback(): void {
    const panels = [...this.querySelectorAll<HTMLElement>('section[data-client]')];
    if (panels.length < 2) return;
    this.#tabs = panels.map((panel) => this.#tabOf(panel));
    // Made without dom.ts, which is part of the search's script.
    const list = document.createElement('div');
    list.role = 'tablist';
    list.ariaLabel = this.dataset['label'] ?? '';
    list.append(...this.#tabs);
    list.addEventListener('keydown', (event) => this.#keydown(event));
    this.prepend(list);
    this.#show(remembered() ?? '');
    addEventListener(CHOSEN, (event) => event instanceof CustomEvent && this.#show(String(event.detail)));
  }

  #tabOf(panel: HTMLElement): HTMLButtonElement {
    const client = panel.dataset['client'] ?? '';
    const name = panel.querySelector('.client-name');
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.role = 'tab';
    tab.dataset['tab'] = client;
    tab.textContent = name?.textContent ?? client;
    name?.remove();
    panel.role = 'tabpanel';
    panel.ariaLabel = tab.textContent;
    tab.addEventListener('click', () => this.#choose(client));
    return tab;
  }

  #choose(client: string): void {
    remember(client);
    dispatchEvent(new CustomEvent(CHOSEN, { detail: client }));
  }

  /** Shows a client's panel, or the first where a step has none for it. */
  #show(client: string): void {
    const clients = this.#tabs.map((tab) => tab.dataset['tab']);
    const shown = clients.includes(client) ? client : clients[0];
    for (const tab of this.#tabs) {
      const isShown = tab.dataset['tab'] === shown;
      tab.ariaSelected = `${isShown}`;
      tab.tabIndex = isShown ? 0 : -1;
    }
    for (const panel of this.querySelectorAll<HTMLElement>('section[data-client]')) {
      panel.hidden = panel.dataset['client'] !== shown;
    }
  }

  #keydown(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = this.#tabs.findIndex((tab) => tab === event.target);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = this.#tabs[(at + step + this.#tabs.length) % this.#tabs.length];
    next?.focus();
    this.#choose(next?.dataset['tab'] ?? '');
  }
}

customElements.define('client-tabs', ClientTabs);
