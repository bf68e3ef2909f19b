import type { Locale } from '../../addresses/locales.ts';
import {
  changesPath,
  domainPath,
  messagePath,
  productHome,
  statusPath,
  tablePath,
  topicPath,
} from '../../addresses/addresses.ts';
import { byDomain, byStatus, byStatusClass } from '../../catalog/groups.ts';
import { otherProducts, type Product } from '../../load/product.ts';
import { statusInfo } from '../../load/statuses.ts';
import { strings } from '../../i18n/index.ts';
import { once } from '../../lib/once.ts';
import { loadTopics } from '../../load/texts.ts';

/** As the `sidebar` prop of Starlight's page takes it; a badge says how many codes a link leads to. */
type Sidebar = ({ label: string; link: string; badge?: string } | { label: string; items: Sidebar })[];

async function statusItems({ catalog, path, locale }: Product): Promise<Sidebar> {
  const { nav } = strings(locale);
  const statuses = byStatus(catalog.documented);
  return Promise.all(
    byStatusClass(catalog.documented).map(async (group) => ({
      label: `${group.key} ${(await statusInfo(group.key, locale)).label}`,
      items: [
        {
          label: nav.allOf(group.key),
          link: statusPath(group.key, path),
          badge: String(group.entries.length),
        },
        ...(await Promise.all(
          statuses
            .filter(({ key }) => `${Math.floor(key / 100)}xx` === group.key)
            .map(async ({ key, entries }) => ({
              label: `${key} ${(await statusInfo(key, locale)).label}`,
              link: statusPath(key, path),
              badge: String(entries.length),
            })),
        )),
      ],
    })),
  );
}

function domainItems({ catalog, path }: Product): Sidebar {
  return byDomain(
    catalog.documented,
    catalog.domains.map((domain) => domain.id),
  ).map(({ key, entries }) => ({
    label: catalog.domain(key).name,
    link: domainPath(key, path),
    badge: String(entries.length),
  }));
}

async function topicItems(locale: Locale): Promise<Sidebar> {
  return (await loadTopics(locale)).map(({ id, data }) => ({ label: data.title, link: topicPath(id) }));
}

/** Texts about the root product do not apply to the codes of another. */
async function guideItems({ path, isRoot, locale }: Product): Promise<Sidebar> {
  const { nav } = strings(locale);
  const own = [
    ...(await topicItems(locale)),
    { label: nav.errorBody, link: '/error-body/' },
    { label: nav.links, link: '/links/' },
  ];
  return [
    ...(isRoot ? own : [{ label: nav.links, link: '/links/' }]),
    { label: nav.changes, link: changesPath(path) },
  ];
}

/** Nothing where there is one product only. */
async function productItems(product: Product): Promise<Sidebar> {
  const items = (await otherProducts(product)).map(({ path, fullName, catalog }) => ({
    label: fullName,
    link: productHome(path),
    badge: String(catalog.documented.length),
  }));
  return items.length === 0 ? [] : [{ label: strings(product.locale).nav.products, items }];
}

/**
 * The sidebar of a product: tools, then groups with their counts. Every page of the product has it; what a code's page
 * adds is its place, see `place.ts`.
 */
export const sidebarOf = once(async (product: Product): Promise<Sidebar> => {
  const { nav } = strings(product.locale);
  return [
    { label: nav.decode, link: '/decode/' },
    ...(product.isRoot ? [{ label: nav.messages, link: messagePath() }] : []),
    {
      label: nav.all,
      link: tablePath({}, product.path),
      badge: String(product.catalog.documented.length),
    },
    { label: nav.guide, items: await guideItems(product) },
    { label: nav.byDomain, items: domainItems(product) },
    ...(await statusItems(product)),
    ...(await productItems(product)),
  ];
});
