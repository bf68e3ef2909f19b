/** The real content of the site, read the way that the build reads it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildCatalog, type Catalog } from '../../../src/catalog/catalog.ts';
import { retiredCodes } from '../../../src/editions/history.ts';
import type { TextFile } from '../../../src/prose/check-text.ts';
import { readProse, type Prose } from '../../../src/prose/prose.ts';
import { collectionSchema } from '../../../src/schema/codes.ts';
import { domainSchemeSchema } from '../../../src/schema/domains.ts';
import { editionsSchema } from '../../../src/schema/editions.ts';
import {
  guidanceSchema,
  messageSchema,
  topicSchema,
  type GuidanceData,
  type MessageData,
  type TopicData,
} from '../../../src/schema/guidance.ts';
import { listedSchema } from '../../../src/schema/listed.ts';
import { productsSchema } from '../../../src/schema/products.ts';
import { referencesSchema } from '../../../src/schema/references.ts';
import { relationsSchema } from '../../../src/schema/relations.ts';

export const read = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const yaml = (path: string): unknown => parse(read(path));

/** One text, its frontmatter validated by `schema`. */
export function toTextFile<Data>(file: string, text: string, schema: z.ZodType<Data>): TextFile<Data> {
  const prose = readProse(text);
  return { id: basename(file, '.md'), file, prose, data: schema.parse(parse(prose.frontmatter)) };
}

function readTexts<Data>(folder: string, schema: z.ZodType<Data>): TextFile<Data>[] {
  return readdirSync(new URL(`../../../${folder}`, import.meta.url))
    .sort()
    .map((name) => toTextFile(`${folder}/${name}`, read(`${folder}/${name}`), schema));
}

export const readGuidance = (): TextFile<GuidanceData>[] =>
  readTexts('content/guidance/zh-CN', guidanceSchema);
export const readTopics = (): TextFile<TopicData>[] => readTexts('content/topics/zh-CN', topicSchema);

export const readMessages = (): TextFile<MessageData>[] => readTexts('content/messages/zh-CN', messageSchema);

/** The bodies of all texts in one language, whatever their form. */
export const readBodies = (locale: string): { file: string; prose: Prose }[] =>
  ['guidance', 'messages', 'topics'].flatMap((kind) =>
    readTexts(`content/${kind}/${locale}`, z.unknown()).map(({ file, prose }) => ({ file, prose })),
  );

export const readReferences = () => referencesSchema.parse(yaml('content/references.yaml'));

export const readListed = () => listedSchema.array().parse(yaml('content/listed.yaml'));

/** The catalog of the product at the site's root. */
export function readCatalog(): Catalog {
  const product = productsSchema.parse(yaml('content/products.yaml')).find(({ path }) => path === '');
  if (!product) throw new Error('no product at the root');
  const id = product.id;
  const file = `content/codes/${product.source.file.replace(/md$/, 'json')}`;
  const { codes } = collectionSchema.parse(JSON.parse(read(file)));
  const domains = yaml('content/domains.yaml') as Record<string, unknown>;
  const relations = yaml('content/relations.yaml') as Record<string, unknown>;
  const { editions } = editionsSchema.parse(JSON.parse(read(`content/editions/${id}.json`)));
  return buildCatalog({
    id,
    grammar: product.grammar,
    rows: codes,
    retired: retiredCodes(editions, product.aliases),
    listed: readListed().flatMap((list) =>
      Object.entries(list.codes).map(([code, { meaning }]) => ({ code, status: null, description: meaning })),
    ),
    scheme: domainSchemeSchema.parse(domains[id]),
    relations: relationsSchema.parse(relations[id]),
  });
}
