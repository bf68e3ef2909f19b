import { readFileSync } from 'node:fs';
import { LEAD_LOCALE, type Locale } from '../addresses/locales.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { CodeEntry, GuidanceVerdict } from '../catalog/entry.ts';
import {
  checkCodes,
  checkDistinct,
  checkGuidanceFile,
  SECTIONS_ON_PAGE,
  type GuidanceSection,
} from '../prose/check-guidance.ts';
import { checkAnchors, checkSources, checkWarnings, citedIn, type TextFile } from '../prose/check-text.ts';
import type { GuidanceData } from '../schema/guidance.ts';
import { throwProblems, type Problem } from '../lib/problem.ts';
import type { Block } from '../prose/prose.ts';
import { textOf } from '../prose/walk.ts';
import { comparedCodes } from './comparisons.ts';
import { codesOfCauses, messageProblems } from './messages.ts';
import { productOf } from './product-data.ts';
import { referenceIds, referencesOf, type ListedReference } from './references.ts';
import { loadGuidance, loadTopics, type Guidance, type Topic } from './texts.ts';

/** The guidance that answers codes of a product. */
async function guidanceFor(product: string, locale: Locale = LEAD_LOCALE): Promise<Guidance[]> {
  const productOfData = await productOf();
  return (await loadGuidance(locale)).filter(({ data }) => productOfData(data) === product);
}

/** The verdicts of the guidance of a product by code, for the catalog. */
export async function loadVerdicts(
  product: string,
  locale: Locale,
): Promise<ReadonlyMap<string, GuidanceVerdict>> {
  const texts = await guidanceFor(product, locale);
  return new Map(
    texts.flatMap(({ id, data: { title, summary, actor, retry, codes } }) =>
      codes.map((code) => [code, { id, title, summary, actor, retry: retry.verdict }] as const),
    ),
  );
}

/** The guidance of a code; undefined where none was written. */
export async function guidanceOf(entry: CodeEntry, locale: Locale): Promise<Guidance | undefined> {
  return (await loadGuidance(locale)).find(({ id }) => id === entry.guidance?.id);
}

/** The sections of a guidance in the order of pages; their ids are the anchors. */
export function sectionsOf({ prose }: Guidance): { id: GuidanceSection; blocks: readonly Block[] }[] {
  return SECTIONS_ON_PAGE.map((id) => ({
    id,
    blocks: prose.sections.find(({ title }) => title === id)?.blocks ?? [],
  }));
}

/** The sources that a guidance cites, in the order in which a page cites them. Throws when one has no entry. */
export function sourcesOf(guidance: Guidance, locale: Locale): Promise<ListedReference[]> {
  return referencesOf(citedIn(sectionsOf(guidance).flatMap(({ blocks }) => blocks)), guidance.file, locale);
}

/** The steps of a guidance as plain text, without markers and commands. */
export function stepsOf(guidance: Guidance): string[] {
  const { blocks = [] } = sectionsOf(guidance).find(({ id }) => id === 'steps') ?? {};
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(textOf) : []));
}

/** A section of a topic that a code leads to. */
export interface TopicSection {
  readonly topic: Topic;
  readonly id: string;
  readonly title: string;
}

/** The sections of topics that a guidance file names. */
export async function topicSectionsOf(
  guidance: TextFile<Pick<GuidanceData, 'topics'>>,
  locale: Locale,
): Promise<TopicSection[]> {
  const topics = await loadTopics(locale);
  return guidance.data.topics.flatMap((address) => {
    const [topicId, id = ''] = address.split('#');
    const topic = topics.find((candidate) => candidate.id === topicId);
    const section = topic?.prose.sections.find((candidate) => candidate.id === id);
    return topic && section ? [{ topic, id, title: section.title }] : [];
  });
}

/** The codes of a product whose guidance leads to a section of a topic. */
export async function codesLeadingTo(catalog: Catalog, topic: string, section: string): Promise<CodeEntry[]> {
  const leading = (await guidanceFor(catalog.product)).filter(({ data }) =>
    data.topics.includes(`${topic}#${section}`),
  );
  const codes = new Set(leading.flatMap(({ data }) => data.codes));
  return catalog.all.filter(({ code }) => codes.has(code));
}

/** Codes that comparisons and causes name and their product does not have. */
async function strangers(catalogs: readonly Catalog[]): Promise<Problem[]> {
  const named = [...(await comparedCodes()), ...(await codesOfCauses())];
  return named
    .filter(({ code, product }) => !catalogs.some((each) => each.product === product && each.find(code)))
    .map(({ file, code, product }) => ({
      file,
      line:
        readFileSync(file, 'utf8')
          .split('\n')
          .findIndex((line) => line.includes(code)) + 1,
      message:
        `found ${code}; ` +
        `expected a code of the product ${product} in content/codes, content/observed.yaml or content/listed.yaml`,
      hint: 'Correct the code, name its product (`product: <id>`), or take it out.',
    }));
}

async function checkGuidanceOf(catalog: Catalog): Promise<Problem[]> {
  const guidance = await guidanceFor(catalog.product);
  const context = { topics: await loadTopics(LEAD_LOCALE), catalog, references: await referenceIds() };
  return [...guidance.flatMap((text) => checkGuidanceFile(text, context)), ...checkCodes(guidance, catalog)];
}

async function checkTopic(topic: Topic): Promise<Problem[]> {
  return [...checkSources(topic, await referenceIds()), ...checkAnchors(topic), ...checkWarnings(topic)];
}

/**
 * Checks all guidance, all topics and all texts of causes.
 *
 * @param catalogs of all products
 * @throws an error that lists all problems
 */
export async function checkTexts(catalogs: readonly Catalog[]): Promise<void> {
  const topics = await loadTopics(LEAD_LOCALE);
  throwProblems([
    ...(await Promise.all(catalogs.map(checkGuidanceOf))).flat(),
    ...(await Promise.all(topics.map(checkTopic))).flat(),
    ...checkDistinct(await loadGuidance(LEAD_LOCALE)),
    ...(await strangers(catalogs)),
    ...(await messageProblems()),
  ]);
}
