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

/** So many rows are shown at once where the table has several pages; a filter can be narrowed. */
const MOST = 1000;

const rowsOf = (page: Document) => [...page.querySelectorAll<HTMLTableRowElement>('.code-table tbody tr')];

/** `<table-filter>`: shows the rows that pass; the address is the state, so links and the back button work. */
class TableFilterElement extends HTMLElement {
  #rows: { element: HTMLTableRowElement; row: FilterRow }[] = [];
  /** Rows of the page as it came; a table of several pages shows these when nothing is filtered. */
  #own = 0;
  #others: Promise<void> | undefined;

  connectedCallback(): void {
    this.#own = rowsOf(document).length;
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => event.preventDefault());
    form?.addEventListener('input', (event) => this.#changed(event.target instanceof HTMLSelectElement));
    form?.addEventListener('reset', () => setTimeout(() => this.#changed(true)));
    addEventListener('popstate', () => this.#fromAddress());
    this.#fromAddress();
  }

  #readRows(): void {
    this.#rows = rowsOf(document).map((element) => ({
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

  /** Takes the rows of the table's further pages over into this one. */
  async #loadOthers(addresses: readonly string[]): Promise<void> {
    const pages = await Promise.all(
      addresses.map(async (address) => {
        const response = await fetch(address);
        if (!response.ok) throw new Error(`${address}: ${response.status}`);
        return new DOMParser().parseFromString(await response.text(), 'text/html');
      }),
    );
    const body = document.querySelector('.code-table tbody');
    for (const page of pages) body?.append(...rowsOf(page));
    this.#readRows();
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
    const isFiltered = queryFromFilter(filter).size > 0;
    const addresses = JSON.parse(this.dataset['others'] ?? '[]') as string[];
    if (!isFiltered || addresses.length === 0) return this.#showRows(filter, addresses.length > 0);
    this.#others ??= this.#loadOthers(addresses);
    this.#others.then(
      () => this.#showRows(this.#current(), true),
      () => {
        this.#others = undefined;
        this.#showRows(this.#current(), true);
        this.#say(this.dataset['failed'] ?? '');
      },
    );
  }

  #showRows(filter: TableFilter, isPaged: boolean): void {
    if (this.#rows.length === 0) this.#readRows();
    const isFiltered = queryFromFilter(filter).size > 0;
    const most = !isPaged ? Infinity : isFiltered ? MOST : this.#own;
    let count = 0;
    for (const { element, row } of this.#rows) {
      const fits = passes(row, filter);
      if (fits) count += 1;
      element.hidden = !fits || count > most;
    }
    const total = Number(this.dataset['total'] ?? this.#rows.length);
    const { all = '', some = '', most: many = '' } = this.dataset;
    const isAll = !isFiltered || count === total;
    this.#say(
      (isAll ? all : count > most ? many : some)
        .replace('{count}', `${count}`)
        .replace('{total}', `${total}`)
        .replace('{most}', `${most}`),
    );
    const none = document.querySelector<HTMLElement>('[data-no-match]');
    if (none) none.hidden = count > 0;
    const pages = document.querySelector<HTMLElement>('[data-table-pages]');
    if (pages) pages.hidden = isFiltered;
  }

  #say(text: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = text;
  }
}

customElements.define('table-filter', TableFilterElement);
