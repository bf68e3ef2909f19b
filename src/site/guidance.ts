import type { Catalog } from '../catalog/catalog.ts';
import type { CodeEntry, GuidanceVerdict } from '../catalog/entry.ts';
import { checkCodes, checkComplete, checkDistinct, checkGuidanceFile } from '../prose/check-guidance.ts';
import { checkAnchors, checkSources } from '../prose/check-text.ts';
import { assertNone, type Finding } from '../prose/findings.ts';
import { comparedCodes } from './comparisons.ts';
import { loadGuidance, loadTopics, type Guidance, type Topic } from './texts.ts';

/** The verdicts of the guidance by code, for the catalog. */
export async function loadVerdicts(): Promise<ReadonlyMap<string, GuidanceVerdict>> {
  const texts = await loadGuidance();
  return new Map(
    texts.flatMap(({ id, data: { title, summary, actor, retry, codes } }) =>
      codes.map((code) => [code, { id, title, summary, actor, retry: retry.verdict }] as const),
    ),
  );
}

/** The guidance of a code; undefined where none was written. */
export async function guidanceOf(entry: CodeEntry): Promise<Guidance | undefined> {
  return (await loadGuidance()).find(({ id }) => id === entry.guidance?.id);
}

/** A section of a topic that a code leads to. */
export interface TopicSection {
  readonly topic: Topic;
  readonly id: string;
  readonly title: string;
}

/** The sections of topics that a guidance file names. */
export async function topicSectionsOf(guidance: Guidance): Promise<TopicSection[]> {
  const topics = await loadTopics();
  return guidance.data.topics.flatMap((address) => {
    const [topicId, id = ''] = address.split('#');
    const topic = topics.find((candidate) => candidate.id === topicId);
    const section = topic?.prose.sections.find((candidate) => candidate.id === id);
    return topic && section ? [{ topic, id, title: section.title }] : [];
  });
}

/** The codes whose guidance leads to a section of a topic. */
export async function codesLeadingTo(catalog: Catalog, topic: string, section: string): Promise<CodeEntry[]> {
  const leading = (await loadGuidance()).filter(({ data }) => data.topics.includes(`${topic}#${section}`));
  const codes = new Set(leading.flatMap(({ data }) => data.codes));
  return catalog.all.filter(({ code }) => codes.has(code));
}

/** Codes that the comparisons name and no product has. */
async function strangers(catalogs: readonly Catalog[]): Promise<Finding[]> {
  const named = await comparedCodes();
  return named
    .filter(({ code }) => !catalogs.some((catalog) => catalog.find(code)))
    .map(({ file, code }) => ({
      file,
      line: 1,
      found: code,
      expected: 'a code of content/codes or content/observed.yaml',
      mend: 'Correct the code, or take it out.',
    }));
}

/**
 * Judges all guidance and all topics.
 *
 * @param catalogs of the products that the guidance answers
 * @throws an error that lists everything there is to mend
 */
export async function checkTexts(catalogs: readonly Catalog[]): Promise<void> {
  const guidance = await loadGuidance();
  const topics = await loadTopics();
  assertNone([
    ...guidance.flatMap((text) => checkGuidanceFile(text, topics, catalogs)),
    ...topics.flatMap((topic) => [...checkSources(topic), ...checkAnchors(topic)]),
    ...checkCodes(guidance, catalogs),
    ...checkDistinct(guidance),
    ...catalogs.flatMap((catalog) => checkComplete(guidance, catalog)),
    ...(await strangers(catalogs)),
  ]);
}
