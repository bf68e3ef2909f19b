/** By which column the table of all codes is ordered, and whether the last comes first; undefined as the source has it. */
export type TableOrder = { readonly column: string; readonly isDescending: boolean } | undefined;

/** Name of the order in the address: `sort=status`, `sort=-status`. */
const NAME = 'sort';

/** Reads the order from an address's query; a column that cannot be sorted is ignored. */
export function orderFromQuery(query: URLSearchParams, columns: readonly string[]): TableOrder {
  const value = query.get(NAME) ?? '';
  const column = value.replace(/^-/u, '');
  return columns.includes(column) ? { column, isDescending: value.startsWith('-') } : undefined;
}

/** The query that gives the order back; empty where it is that of the source. */
export function queryFromOrder(order: TableOrder): [string, string][] {
  return order ? [[NAME, `${order.isDescending ? '-' : ''}${order.column}`]] : [];
}

/** What a click on the head of a column makes of the order: up, down, and as it was in the source. */
export function nextOrder(order: TableOrder, column: string): TableOrder {
  if (order?.column !== column) return { column, isDescending: false };
  return order.isDescending ? undefined : { column, isDescending: true };
}

/**
 * Rows in an order; rows alike stay as they were, rows without a value come last either way.
 *
 * @param valueOf what a row has in the column: numbers are ordered as such
 */
export function ordered<Row>(
  rows: readonly Row[],
  order: TableOrder,
  valueOf: (row: Row, column: string) => string | number,
): readonly Row[] {
  if (!order) return rows;
  const { column, isDescending } = order;
  const keyed = rows.map((row) => ({ row, value: valueOf(row, column) }));
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : Number(a > b));
  return keyed
    .toSorted((a, b) => {
      if (a.value === '' || b.value === '') return Number(a.value === '') - Number(b.value === '');
      return compare(a.value, b.value) * (isDescending ? -1 : 1);
    })
    .map(({ row }) => row);
}
