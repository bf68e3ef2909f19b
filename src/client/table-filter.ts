import {
  FILTER_FIELDS,
  filterFromQuery,
  fold,
  passes,
  queryFromFilter,
  type FilterRow,
  type TableFilter,
} from '../catalog/filter.ts';

type Field = HTMLInputElement | HTMLSelectElement;

/** `<table-filter>`: shows the rows that pass; the address is the state, so links and the back button work. */
class TableFilterElement extends HTMLElement {
  #rows: { element: HTMLTableRowElement; row: FilterRow }[] = [];

  connectedCallback(): void {
    this.#rows = [...document.querySelectorAll<HTMLTableRowElement>('.code-table tbody tr')].map(
      (element) => ({
        element,
        row: {
          status: element.dataset['status'] ?? '',
          domain: element.dataset['domain'] ?? '',
          actor: element.dataset['actor'] ?? '',
          retry: element.dataset['retry'] ?? '',
          text: fold(element.textContent),
        },
      }),
    );
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => event.preventDefault());
    form?.addEventListener('input', (event) => this.#changed(event.target instanceof HTMLSelectElement));
    form?.addEventListener('reset', () => setTimeout(() => this.#changed(true)));
    addEventListener('popstate', () => this.#fromAddress());
    this.#fromAddress();
  }

  #fields(): [keyof TableFilter, Field][] {
    return FILTER_FIELDS.flatMap((name) => {
      const field = this.querySelector<Field>(`[name=${name}]`);
      return field ? [[name, field] as [keyof TableFilter, Field]] : [];
    });
  }

  #fromAddress(): void {
    const filter = filterFromQuery(new URLSearchParams(location.search));
    for (const [name, field] of this.#fields()) field.value = filter[name];
    this.#show(filter);
  }

  /** A choice is a step that the back button undoes; a keystroke is not. */
  #changed(isStep: boolean): void {
    const values = this.#fields().map(([name, field]) => [name, field.value.trim()]);
    const filter = filterFromQuery(new URLSearchParams(values));
    const query = queryFromFilter(filter).toString();
    const address = query === '' ? location.pathname : `?${query}`;
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(history.state, '', address);
    this.#show(filter);
  }

  #show(filter: TableFilter): void {
    let count = 0;
    for (const { element, row } of this.#rows) {
      element.hidden = !passes(row, filter);
      if (!element.hidden) count += 1;
    }
    const status = this.querySelector('[role=status]');
    const total = this.#rows.length;
    const { all = '', some = '' } = this.dataset;
    if (status) {
      status.textContent = (count === total ? all : some)
        .replace('{count}', `${count}`)
        .replace('{total}', `${total}`);
    }
    const none = document.querySelector<HTMLElement>('[data-no-match]');
    if (none) none.hidden = count > 0;
  }
}

customElements.define('table-filter', TableFilterElement);
