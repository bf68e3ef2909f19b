import {
  FACETS,
  FILTER_FIELDS,
  facetCounts,
  filterFromQuery,
  fold,
  offeredOnly,
  passes,
  queryFromFilter,
  type Facet,
  type FilterRow,
  type TableFilter,
} from '../search/table-filter.ts';
import {
  nextOrder,
  ordered,
  orderFromQuery,
  queryFromOrder,
  type TableOrder,
} from '../search/table-order.ts';

type Field = HTMLInputElement | HTMLSelectElement;

interface Row {
  readonly element: HTMLTableRowElement;
  readonly row: FilterRow;
}

/** Texts with `{…}` to fill in, as TableFilter.astro hands them over. */
type Words = Readonly<
  Record<'shownAll' | 'shownSome' | 'facet' | 'ignored' | 'ignoredValue' | 'list' | 'searchFor', string>
>;

/** Fills a text in: values are text, whatever they hold. */
function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/gu, (hole, name: string) => String(values[name] ?? hole));
}

/** `<table-filter>`: shows the rows that pass, ordered; the address is the state, so links and the back button work. */
class TableFilterElement extends HTMLElement {
  #rows: Row[] = [];
  #order: TableOrder;
  readonly #table = document.querySelector<HTMLTableElement>('.code-table');
  readonly #words = JSON.parse(this.dataset['words'] ?? '{}') as Words;

  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => event.preventDefault());
    form?.addEventListener('input', (event) => this.#changed(event.target instanceof HTMLSelectElement));
    form?.addEventListener('reset', () => setTimeout(() => this.#changed(true)));
    addEventListener('popstate', () => this.#fromAddress());
    this.#readySheet();
    for (const head of this.#heads()) this.#readyHead(head);
    this.#fromAddress();
    // See TableFilter.astro: the rows that waited for this are right now.
    delete document.documentElement.dataset['filtering'];
  }

  #heads(): HTMLElement[] {
    return [...(this.#table?.querySelectorAll<HTMLElement>('th[data-sort]') ?? [])];
  }

  /** The head of a column becomes a button: what only a script can do is not offered where none runs. */
  #readyHead(head: HTMLElement): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      this.#order = nextOrder(this.#order, head.dataset['sort'] ?? '');
      this.#changed(true);
    });
  }

  /** The sheet of a narrow window closes with the Escape key and when something else is clicked. */
  #readySheet(): void {
    const button = this.querySelector<HTMLButtonElement>('.sheet-button');
    const setOpen = (isOpen: boolean) => button?.setAttribute('aria-expanded', String(isOpen));
    const isOpen = () => button?.getAttribute('aria-expanded') === 'true';
    button?.addEventListener('click', () => setOpen(!isOpen()));
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !isOpen()) return;
      setOpen(false);
      button?.focus();
    });
    addEventListener('click', ({ target }) => {
      if (target instanceof Node && !this.contains(target)) setOpen(false);
    });
  }

  #readRows(): void {
    const rows = this.#table?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [];
    this.#rows = [...rows].map((element) => ({
      element,
      row: {
        status: element.dataset['status'] ?? '',
        domain: element.dataset['domain'] ?? '',
        state: element.dataset['state'] ?? 'documented',
        actor: element.dataset['actor'] ?? '',
        retry: element.dataset['retry'] ?? '',
        q: fold(element.textContent),
      },
    }));
  }

  #field(name: keyof TableFilter): Field | null {
    return this.querySelector<Field>(`[name=${name}]`);
  }

  #options(facet: Facet): HTMLOptionElement[] {
    return [...this.querySelectorAll<HTMLOptionElement>(`[name=${facet}] option[data-label]`)];
  }

  #fromAddress(): void {
    const query = new URLSearchParams(location.search);
    const { filter, ignored } = offeredOnly(filterFromQuery(query), (facet, value) =>
      this.#options(facet).some((option) => option.value === value),
    );
    this.#order = orderFromQuery(
      query,
      this.#heads().map(({ dataset }) => dataset['sort'] ?? ''),
    );
    for (const name of FILTER_FIELDS) {
      const field = this.#field(name);
      if (field) field.value = filter[name];
    }
    // Unfiltered the table is right as it came; its rows are read when somebody filters.
    const isAsItCame = this.#rows.length === 0 && queryFromFilter(filter).size === 0 && !this.#order;
    if (!isAsItCame) this.#show(filter);
    if (ignored.length === 0) return;
    const values = ignored.map(({ facet, value }) =>
      fill(this.#words.ignoredValue, { label: this.#labelOf(facet), value: value.slice(0, 40) }),
    );
    this.#say(fill(this.#words.ignored, { list: values.join(this.#words.list) }), true);
  }

  #labelOf(facet: Facet): string {
    return this.#field(facet)?.labels?.[0]?.querySelector('span')?.textContent ?? facet;
  }

  #current(): TableFilter {
    return filterFromQuery(
      new URLSearchParams(FILTER_FIELDS.map((name) => [name, this.#field(name)?.value.trim() ?? ''])),
    );
  }

  /** A choice is a step that the back button undoes; a keystroke is not. */
  #changed(isStep: boolean): void {
    const filter = this.#current();
    const query = new URLSearchParams([
      ...queryFromFilter(filter),
      ...queryFromOrder(this.#order),
    ]).toString();
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
    this.#sort();
    for (const facet of FACETS) this.#showCounts(facet, filter);
    const active = FACETS.filter((facet) => filter[facet] !== '').length;
    const mark = this.querySelector('[data-active]');
    if (mark) mark.textContent = active === 0 ? '' : String(active);
    const total = this.#rows.length;
    this.#say(count === total ? this.#words.shownAll : fill(this.#words.shownSome, { count, total }));
    this.#showNone(count === 0, filter.q);
  }

  #showCounts(facet: Facet, filter: TableFilter): void {
    const counts = facetCounts(
      this.#rows.map(({ row }) => row),
      filter,
      facet,
    );
    for (const option of this.#options(facet)) {
      const { label = '' } = option.dataset;
      option.textContent = fill(this.#words.facet, { label, count: counts.get(option.value) ?? 0 });
    }
  }

  #sort(): void {
    for (const head of this.#heads()) {
      const isThis = head.dataset['sort'] === this.#order?.column;
      if (!isThis) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', this.#order?.isDescending ? 'descending' : 'ascending');
    }
    const rows = ordered(this.#rows, this.#order, (row, column) => this.#sortValue(row, column));
    const body = this.#table?.tBodies[0];
    const isInOrder = rows.every(({ element }, index) => body?.rows[index] === element);
    if (!isInOrder) body?.append(...rows.map(({ element }) => element));
  }

  /** What has options is ordered as these are, a code by its text. */
  #sortValue({ element, row }: Row, column: string): string | number {
    if (column === 'code') return element.querySelector('th')?.textContent.trim() ?? '';
    const facet = column as Facet;
    if (row[facet] === '') return '';
    if (facet === 'status') return Number.parseInt(row.status, 10);
    return this.#options(facet).findIndex(({ value }) => value === row[facet]);
  }

  /** Where no row is left the head goes with them, and the words that were typed lead to the search. */
  #showNone(isNone: boolean, text: string): void {
    const frame = this.#table?.parentElement;
    if (frame) frame.hidden = isNone;
    const none = document.querySelector<HTMLElement>('[data-no-match]');
    if (!none) return;
    none.hidden = !isNone;
    const way = none.querySelector('a');
    if (!way) return;
    const asked = queryFromFilter(filterFromQuery(new URLSearchParams({ q: text }))).toString();
    way.hidden = asked === '';
    way.search = asked;
    way.textContent = fill(this.#words.searchFor, { text });
  }

  #say(text: string, isMore = false): void {
    const status = document.querySelector('[data-shown]');
    if (status) status.textContent = isMore ? `${status.textContent.trim()} ${text}` : text;
  }
}

customElements.define('table-filter', TableFilterElement);
