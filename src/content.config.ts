import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';
import { LEAD_LOCALE, type Locale } from './addresses/locales.ts';
import {
  causeSchema,
  clientSchema,
  operationSchema,
  printedLinesSchema,
  pushedFormatSchema,
  registryCodeSchema,
  registrySchema,
  serverTextSchema,
  sharedLineSchema,
} from './schema/causes.ts';
import { collectionSchema } from './schema/codes.ts';
import { confusableSchema, differenceSchema } from './schema/comparisons.ts';
import { domainSchemeSchema } from './schema/domains.ts';
import { editionsSchema } from './schema/editions.ts';
import {
  guidanceSchema,
  guidanceWordsSchema,
  messageSchema,
  messageWordsSchema,
  topicSchema,
  topicWordsSchema,
} from './schema/guidance.ts';
import { apiMessagesSchema, serviceSchema, synonymsSchema } from './schema/lookup.ts';
import { listedSchema } from './schema/listed.ts';
import { observedSchema } from './schema/observed.ts';
import { productSchema } from './schema/products.ts';
import { referenceSchema } from './schema/references.ts';
import { relationsSchema } from './schema/relations.ts';
import { statusSchema } from './schema/statuses.ts';
import { byId, dataFile, dataFolder, listed, whole } from './load/data-file.ts';
import { proseLoader } from './load/prose-loader.ts';
import { strings } from './i18n/index.ts';
import { languages } from './load/languages.ts';

/** A collection of a data file of `content/`. */
const yaml = <Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  entriesOf?: Parameters<typeof dataFile>[2],
) => defineCollection({ loader: dataFile(`content/${name}.yaml`, schema, entriesOf), schema });

/** A YAML list whose order means something: collections are sorted by id. */
const inOrder: typeof byId = (...file) =>
  byId(...file).map((entry, order) => ({ ...entry, data: { ...(entry.data as object), order } }));

/** A collection of the texts of a folder. */
const prose = <Schema extends z.ZodType>(folder: string, locales: readonly Locale[], schema: Schema) =>
  defineCollection({ loader: proseLoader(folder, locales, schema), schema });

const otherLanguages = languages.filter((locale) => locale !== LEAD_LOCALE);

/** Starlight's schema of a page, which it would otherwise put together anew for each. */
let pageSchema: ReturnType<ReturnType<typeof docsSchema>> | undefined;

export const collections = {
  /**
   * Every page of this site is made of data; Starlight takes the schema of its pages from here. The one entry is a draft,
   * which no build shows: Astro warns of a collection without any.
   */
  docs: defineCollection({
    loader: () => [{ id: 'draft', title: 'draft', draft: true }],
    schema: (context) => (pageSchema ??= docsSchema()(context)),
  }),
  /** One entry a source document, as `npm run extract` wrote it. */
  codes: defineCollection({
    loader: glob({ base: './content/codes', pattern: '*.json' }),
    schema: collectionSchema,
  }),
  /** One entry a product: its recorded editions, as `npm run extract` wrote them. */
  editions: defineCollection({
    loader: glob({ base: './content/editions', pattern: '*.json' }),
    schema: editionsSchema,
  }),
  products: yaml('products', productSchema),
  domains: yaml('domains', domainSchemeSchema),
  relations: yaml('relations', relationsSchema),
  /** Classes and statuses in one, under `4xx` and `404`. */
  statuses: yaml('statuses', statusSchema, (...file) => [
    ...listed(['class'], ['classes'])(...file),
    ...listed(['status'], ['statuses'])(...file),
  ]),
  /** What this site says of the codes, one entry a situation. */
  guidance: prose('content/guidance', [LEAD_LOCALE], guidanceSchema),
  /** What this site says of the causes behind the lines that clients print, one entry a cause. */
  messages: prose('content/messages', [LEAD_LOCALE], messageSchema),
  topics: prose('content/topics', [LEAD_LOCALE], topicSchema),
  /** The same in the other languages. */
  'guidance-words': prose('content/guidance', otherLanguages, guidanceWordsSchema),
  'message-words': prose('content/messages', otherLanguages, messageWordsSchema),
  'topic-words': prose('content/topics', otherLanguages, topicWordsSchema),
  /** Words of the data in the other languages; see `src/load/words.ts`. */
  words: defineCollection({
    loader:
      otherLanguages.length === 0
        ? () => []
        : glob({ base: './content', pattern: otherLanguages.map((locale) => `${locale}/*.yaml`) }),
    schema: z.record(z.string(), z.string()),
  }),
  /** Every source of the site's own texts. */
  references: yaml('references', referenceSchema),
  confusable: yaml('confusable', confusableSchema),
  differences: yaml('differences', differenceSchema, listed(['code', 'product'])),
  /** Literal messages of the API, one file a product. */
  'api-messages': defineCollection({
    loader: dataFolder('content/api-messages', apiMessagesSchema),
    schema: apiMessagesSchema,
  }),
  services: yaml('services', serviceSchema, listed(['prefix', 'digits'])),
  /** Causes of the lines that clients print, and how lines are recognised; see `src/recognise/`. */
  causes: yaml('causes', causeSchema, inOrder),
  'shared-lines': yaml('shared-lines', sharedLineSchema),
  clients: yaml('clients', clientSchema),
  operations: yaml('operations', operationSchema),
  registries: yaml('registries', registrySchema),
  /** The causes' lines as clients print them. */
  'printed-lines': yaml('printed-lines', printedLinesSchema),
  'registry-codes': yaml('registry-codes', registryCodeSchema),
  'server-texts': yaml('server-texts', serverTextSchema),
  'pushed-formats': yaml('pushed-formats', pushedFormatSchema),
  synonyms: yaml('synonyms', synonymsSchema, whole('all')),
  /** Codes that no edition of the vendor's table lists. */
  observed: yaml('observed', observedSchema, listed(['code', 'product'])),
  /** Other official lists, with codes that stand in no edition of the vendor's table. */
  listed: yaml('listed', listedSchema, listed(['source', 'product'])),
  /** Starlight's own strings, where its translation leaves something to be wished for. */
  i18n: defineCollection({
    loader: () => Object.fromEntries(languages.map((locale) => [locale, strings(locale).starlight])),
    schema: i18nSchema(),
  }),
};
