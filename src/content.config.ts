import { existsSync, readFileSync } from 'node:fs';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import { z } from 'zod';
import { LEAD_LOCALE } from './addresses/locales.ts';
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
import { observedSchema } from './schema/observed.ts';
import { productSchema } from './schema/products.ts';
import { referenceSchema } from './schema/references.ts';
import { relationsSchema } from './schema/relations.ts';
import { statusSchema } from './schema/statuses.ts';
import { unrevisedSchema } from './schema/unrevised.ts';
import { proseLoader } from './load/prose-loader.ts';
import { strings } from './i18n/index.ts';
import { languages } from './load/languages.ts';

/** A data file of `content/`, read by the YAML 1.2 rules (a bare date is a text, `no` is a word). */
const yaml = (name: string) =>
  file(`content/${name}.yaml`, { parser: (text) => parse(text) as Record<string, Record<string, unknown>> });

/** A YAML list whose order means something: collections are sorted by id. */
const inOrder = (text: string) =>
  (parse(text) as Record<string, unknown>[]).map((entry, order) => ({ ...entry, order }));

/** A YAML list whose entries are told apart by their code and the product that lists it. */
const byCode = (text: string) =>
  Object.fromEntries(
    (parse(text) as { code: string; product?: string }[]).map((entry) => [
      `${entry.product ?? ''} ${entry.code}`.trim(),
      entry,
    ]),
  );

/** The services of `content/services.yaml`, told apart by prefix and number of digits. */
const readServices = (text: string) =>
  Object.fromEntries(
    (parse(text) as { prefix: string; digits?: number }[]).map((entry) => [
      `${entry.prefix} ${entry.digits ?? ''}`.trim(),
      entry,
    ]),
  );

/**
 * `content/statuses.yaml` keeps classes and statuses in two lists; the collection keeps them in one,
 * under `4xx` and `404`.
 */
function readStatuses(text: string): Record<string, Record<string, unknown>> {
  const { classes, statuses } = parse(text) as Record<'classes' | 'statuses', Record<string, unknown>[]>;
  return Object.fromEntries([
    ...classes.map((entry) => [String(entry['class']), entry]),
    ...statuses.map((entry) => [String(entry['status']), entry]),
  ]);
}

const otherLanguages = languages.filter((locale) => locale !== LEAD_LOCALE);

/** `content/unrevised.yaml`, which is gone once every text keeps every rule. */
function readUnrevised(): Record<string, Record<string, unknown>> {
  const path = 'content/unrevised.yaml';
  return existsSync(path) ? { all: parse(readFileSync(path, 'utf8')) as Record<string, unknown> } : {};
}

/** Starlight's schema of a page, which it would otherwise put together anew for each. */
let pageSchema: ReturnType<ReturnType<typeof docsSchema>> | undefined;

export const collections = {
  /** Empty: every page of this site is made of data. Starlight takes the schema of its pages from here. */
  docs: defineCollection({
    loader: () => [],
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
  products: defineCollection({ loader: yaml('products'), schema: productSchema }),
  domains: defineCollection({ loader: yaml('domains'), schema: domainSchemeSchema }),
  relations: defineCollection({ loader: yaml('relations'), schema: relationsSchema }),
  statuses: defineCollection({
    loader: file('content/statuses.yaml', { parser: readStatuses }),
    schema: statusSchema,
  }),
  /** What this site says of the codes, one entry a situation. */
  guidance: defineCollection({
    loader: proseLoader('content/guidance', [LEAD_LOCALE]),
    schema: guidanceSchema,
  }),
  /** What this site says of the causes behind the lines that clients print, one entry a cause. */
  messages: defineCollection({
    loader: proseLoader('content/messages', [LEAD_LOCALE]),
    schema: messageSchema,
  }),
  topics: defineCollection({ loader: proseLoader('content/topics', [LEAD_LOCALE]), schema: topicSchema }),
  /** The same in the other languages. */
  'guidance-words': defineCollection({
    loader: proseLoader('content/guidance', otherLanguages),
    schema: guidanceWordsSchema,
  }),
  'message-words': defineCollection({
    loader: proseLoader('content/messages', otherLanguages),
    schema: messageWordsSchema,
  }),
  'topic-words': defineCollection({
    loader: proseLoader('content/topics', otherLanguages),
    schema: topicWordsSchema,
  }),
  /** Words of the data in the other languages; see `src/load/words.ts`. */
  words: defineCollection({
    loader:
      otherLanguages.length === 0
        ? () => []
        : glob({ base: './content', pattern: otherLanguages.map((locale) => `${locale}/*.yaml`) }),
    schema: z.record(z.string(), z.string()),
  }),
  /** Every source of the site's own texts. */
  references: defineCollection({ loader: yaml('references'), schema: referenceSchema }),
  /** Texts that do not keep the newest rules yet; empty where nothing waits. */
  unrevised: defineCollection({ loader: readUnrevised, schema: unrevisedSchema }),
  confusable: defineCollection({ loader: yaml('confusable'), schema: confusableSchema }),
  differences: defineCollection({
    loader: file('content/differences.yaml', { parser: byCode }),
    schema: differenceSchema,
  }),
  /** Literal messages of the API, one file a product. */
  'api-messages': defineCollection({
    loader: glob({ base: './content/api-messages', pattern: '*.json' }),
    schema: apiMessagesSchema,
  }),
  services: defineCollection({
    loader: file('content/services.yaml', { parser: readServices }),
    schema: serviceSchema,
  }),
  /** What stands behind the lines that clients print, and what they are recognised by; see `src/recognise/`. */
  causes: defineCollection({ loader: file('content/causes.yaml', { parser: inOrder }), schema: causeSchema }),
  'shared-lines': defineCollection({ loader: yaml('shared-lines'), schema: sharedLineSchema }),
  clients: defineCollection({ loader: yaml('clients'), schema: clientSchema }),
  operations: defineCollection({ loader: yaml('operations'), schema: operationSchema }),
  registries: defineCollection({ loader: yaml('registries'), schema: registrySchema }),
  /** The causes' lines as clients print them. */
  'printed-lines': defineCollection({ loader: yaml('printed-lines'), schema: printedLinesSchema }),
  'registry-codes': defineCollection({ loader: yaml('registry-codes'), schema: registryCodeSchema }),
  'server-texts': defineCollection({ loader: yaml('server-texts'), schema: serverTextSchema }),
  'pushed-formats': defineCollection({ loader: yaml('pushed-formats'), schema: pushedFormatSchema }),
  synonyms: defineCollection({
    loader: file('content/synonyms.yaml', {
      parser: (text) => ({ all: parse(text) as Record<string, unknown> }),
    }),
    schema: synonymsSchema,
  }),
  /** Codes that stand in no edition of the vendor's table. */
  observed: defineCollection({
    loader: file('content/observed.yaml', { parser: byCode }),
    schema: observedSchema,
  }),
  /** Starlight's own strings, where its translation leaves something to be wished for. */
  i18n: defineCollection({
    loader: () => Object.fromEntries(languages.map((locale) => [locale, strings(locale).starlight])),
    schema: i18nSchema(),
  }),
};
