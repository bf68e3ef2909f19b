import { i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import { collectionSchema } from './schema/codes.ts';
import { domainSchemeSchema } from './schema/domains.ts';
import { productSchema } from './schema/products.ts';
import { relationsSchema } from './schema/relations.ts';
import { statusSchema } from './schema/statuses.ts';
import { readStatuses } from './site/statuses-loader.ts';
import { zhCN } from './site/strings/zh-CN.ts';

/** A data file of `content/`, read by the YAML 1.2 rules (a bare date is a text, `no` is a word). */
const yaml = (name: string) =>
  file(`content/${name}.yaml`, { parser: (text) => parse(text) as Record<string, Record<string, unknown>> });

export const collections = {
  /** One entry a source document, as `npm run extract` wrote it. */
  codes: defineCollection({
    loader: glob({ base: './content/codes', pattern: '*.json' }),
    schema: collectionSchema,
  }),
  products: defineCollection({ loader: yaml('products'), schema: productSchema }),
  domains: defineCollection({ loader: yaml('domains'), schema: domainSchemeSchema }),
  relations: defineCollection({ loader: yaml('relations'), schema: relationsSchema }),
  statuses: defineCollection({
    loader: file('content/statuses.yaml', { parser: readStatuses }),
    schema: statusSchema,
  }),
  /** Starlight's own strings, where its translation leaves something to be wished for. */
  i18n: defineCollection({ loader: () => ({ 'zh-CN': zhCN.starlight }), schema: i18nSchema() }),
};
