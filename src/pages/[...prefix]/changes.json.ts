import type { APIRoute } from 'astro';
import { changesPath } from '../../addresses/addresses.ts';
import { compareWording } from '../../editions/wording.ts';
import { dataPaths, type Product } from '../../load/product.ts';
import { absoluteLink } from '../../i18n/links.ts';

export const getStaticPaths = dataPaths;

/** `/changes.json`: the recorded editions, oldest first, for programs. A changed field is a changed `schemaVersion`. */
export const GET: APIRoute<{ product: Product }> = ({ props: { product } }) => {
  const editions = product.editions.map((edition) => ({
    ...edition,
    url: absoluteLink(changesPath(product.path, product.anchor(edition)), product.locale),
    ...(edition.changes && {
      changes: {
        ...edition.changes,
        reworded: edition.changes.reworded.map((each) => ({
          ...each,
          words: compareWording(each.before, each.after),
        })),
      },
    }),
  }));
  return Response.json({ schemaVersion: 1, product: product.id, title: product.source.title, editions });
};
