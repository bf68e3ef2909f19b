import type { CodeEntry } from '../catalog/entry.ts';
import type { Relation } from '../catalog/related.ts';
import { confusableWith, type Confusable } from './comparisons.ts';
import type { Product } from './product.ts';

/** Codes like one, each named once. */
export interface Similar {
  /** Those it is easily taken for, nearest first. */
  readonly near: readonly Confusable[];
  /** Comparisons of which only its own line says something about it. */
  readonly general: readonly Confusable[];
  /** Those that the catalog relates to it by their words; none where people have compared it. */
  readonly relations: readonly Relation[];
}

/** More of a relation do not help anybody; the domain's page has them all. */
const MOST = 8;

/** The codes like a code; undefined where there are none. */
export async function similarTo(
  entry: CodeEntry,
  { catalog, locale }: Product,
): Promise<Similar | undefined> {
  const confusable = await confusableWith(entry, locale);
  const near = confusable.filter(({ general }) => !general);
  const general = confusable.filter((group) => group.general);
  const relations = near.length > 0 ? [] : catalog.related(entry, MOST);
  return confusable.length + relations.length === 0 ? undefined : { near, general, relations };
}
