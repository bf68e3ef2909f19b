import type { CodeEntry } from '../../catalog/entry.ts';
import { byDomain, byStatus, byStatusClass } from '../../catalog/groups.ts';
import type { Strings } from '../../i18n/index.ts';
import type { Product } from '../../load/product.ts';
import type { Facet } from '../../search/table-filter.ts';

/** A choice of the filters, and how many codes it leaves. */
export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The options of a closed set of values that some entry has, in the order of `labels`. */
function among(
  labels: Readonly<Record<string, string>>,
  entries: readonly CodeEntry[],
  valueOf: (entry: CodeEntry) => string | undefined,
): FacetOption[] {
  return Object.entries(labels)
    .map(([value, label]) => ({
      value,
      label,
      count: entries.filter((entry) => valueOf(entry) === value).length,
    }))
    .filter(({ count }) => count > 0);
}

/**
 * What the codes of a product can be chosen by: a facet with one option tells nothing apart and is left out.
 *
 * @returns the facets in display order
 */
export function facetsOf(
  { catalog }: Product,
  { table, states, verdict }: Strings,
): { name: Facet; label: string; options: readonly FacetOption[] }[] {
  const { all, domains } = catalog;
  const option = (key: string | number, { length }: readonly CodeEntry[], label = String(key)) => ({
    value: String(key),
    label,
    count: length,
  });
  const facets: { name: Facet; label: string; options: readonly FacetOption[] }[] = [
    {
      name: 'status',
      label: table.filterStatus,
      options: [...byStatusClass(all), ...byStatus(all)].map(({ key, entries }) => option(key, entries)),
    },
    {
      name: 'domain',
      label: table.filterDomain,
      options: byDomain(
        all,
        domains.map(({ id }) => id),
      )
        .filter(({ entries }) => entries.length > 0)
        .map(({ key, entries }) => option(key, entries, catalog.domain(key).name)),
    },
    { name: 'state', label: table.filterState, options: among(states, all, ({ state }) => state) },
    {
      name: 'actor',
      label: table.filterActor,
      options: among(verdict.actors, all, ({ guidance }) => guidance?.actor),
    },
    {
      name: 'retry',
      label: table.filterRetry,
      options: among(verdict.retries, all, ({ guidance }) => guidance?.retry),
    },
  ];
  return facets.filter(({ options }) => options.length > 1);
}
