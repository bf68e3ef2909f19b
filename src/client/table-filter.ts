import {
  FILTER_FIELDS,
  filterFromQuery,
  fold,
  passes,
  queryFromFilter,
  type FilterRow,
  type TableFilter,
} from '../search/table-filter.ts';

type Field = HTMLInputElement | HTMLSelectElement;

/** `<table-filter>`: shows the rows that pass; the address is the state, so links and the back button work. */
class TableFilterElement extends HTMLElement {
  #rows: { element: HTMLTableRowElement; row: FilterRow }[] = [];

  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => event.preventDefault());
    form?.addEventListener('input', (event) => this.#changed(event.target instanceof HTMLSelectElement));
    form?.addEventListener('reset', () => setTimeout(() => this.#changed(true)));
    addEventListener('popstate', () => this.#fromAddress());
    this.#fromAddress();
    // See TableFilter.astro: the rows that waited for this are right now.
    delete document.documentElement.dataset['filtering'];
  }

  #readRows(): void {
    const rows = document.querySelectorAll<HTMLTableRowElement>('.code-table tbody tr');
    this.#rows = [...rows].map((element) => ({
      element,
      row: {
        status: element.dataset['status'] ?? '',
        domain: element.dataset['domain'] ?? '',
        actor: element.dataset['actor'] ?? '',
        retry: element.dataset['retry'] ?? '',
        text: fold(element.textContent),
      },
    }));
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
    // Unfiltered the table is right as it came; its rows are read when somebody filters.
    if (this.#rows.length > 0 || queryFromFilter(filter).size > 0) this.#show(filter);
  }

  #current(): TableFilter {
    return filterFromQuery(
      new URLSearchParams(this.#fields().map(([name, field]) => [name, field.value.trim()])),
    );
  }

  /** A choice is a step that the back button undoes; a keystroke is not. */
  #changed(isStep: boolean): void {
    const filter = this.#current();
    const query = queryFromFilter(filter).toString();
    const address = query === '' ? location.pathname : `?${query}`;
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(history.state, '', address);
    this.#show(filter);
  }

  #show(filter: TableFilter): void {
    if (this.#rows.length === 0) this.#readRows();
    let count = 0;
    for (const { element, row } of this.#rows) {
      element.hidden = !passes(row, filter);
      if (!element.hidden) count += 1;
    }
    const { all = '', some = '' } = this.dataset;
    this.#say(
      (count === this.#rows.length ? all : some)
        .replace('{count}', `${count}`)
        .replace('{total}', `${this.#rows.length}`),
    );
    const none = document.querySelector<HTMLElement>('[data-no-match]');
    if (none) none.hidden = count > 0;
  }

  #say(text: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = text;
  }
}

customElements.define('table-filter', TableFilterElement);
