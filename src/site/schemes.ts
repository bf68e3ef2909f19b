import type { DomainScheme } from '../catalog/domains.ts';
import type { Relations } from '../catalog/related.ts';
import { dataOf } from './collection.ts';

/** What a product gets for which nobody has written domains yet: one domain for all of its codes. */
const UNSORTED: DomainScheme = {
  domains: [{ id: 'general', name: '通用', about: '尚未按资源分类的错误码。' }],
  rules: [],
  fallback: { domain: 'general', reason: '该产品还没有资源领域的规则。' },
};

/** The hand-written knowledge by which a product's codes are sorted and related. */
export async function loadScheme(product: string): Promise<{ scheme: DomainScheme; relations: Relations }> {
  const scheme = (await dataOf('domains')).get(product) ?? UNSORTED;
  const relations = (await dataOf('relations')).get(product) ?? { operations: [], resources: [] };
  return { scheme, relations };
}
