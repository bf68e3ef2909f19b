/** What holds for every text of this site: sources are complete, links to sections lead somewhere. */
import type { Problem } from '../lib/problem.ts';
import type { GuidanceData } from '../schema/guidance.ts';
import type { Block, Prose } from './prose.ts';
import { inlinesOf } from './walk.ts';

/** A text file, its frontmatter already understood. */
export interface TextFile<Data> {
  /** Name of the file without its extension. */
  readonly id: string;
  /** Path from the project's folder. */
  readonly file: string;
  readonly data: Data;
  readonly prose: Prose;
}

/** Every block of a text. */
export function blocksOf({ lead, sections }: Prose): readonly Block[] {
  return [...lead, ...sections.flatMap(({ blocks }) => blocks)];
}

/** Each marker names a source of the frontmatter, and each source of the frontmatter is named by a marker. */
export function checkSources(text: TextFile<Pick<GuidanceData, 'sources'>>): Problem[] {
  const known = new Set(text.data.sources.map(({ id }) => id));
  const used = new Set(
    inlinesOf(blocksOf(text.prose)).flatMap((inline) => (inline.kind === 'source' ? [inline.id] : [])),
  );
  const missing = [...used]
    .filter((id) => !known.has(id))
    .map((id) => ({
      message: `found the marker [^${id}]; expected a source with that id in the frontmatter`,
      hint: `Add the source ${id} with title and url, or correct the marker.`,
    }));
  const idle = [...known]
    .filter((id) => !used.has(id))
    .map((id) => ({
      message: `found the source ${id}, which no marker names; expected only sources that the text rests on`,
      hint: `Put [^${id}] behind what it says, or remove it.`,
    }));
  return [...missing, ...idle].map((problem) => ({ file: text.file, line: 1, ...problem }));
}

/** Each `<topic>#<section>` is a section of a topic. */
export function checkTopicLinks(
  text: TextFile<Pick<GuidanceData, 'topics'>>,
  topics: readonly TextFile<unknown>[],
): Problem[] {
  return text.data.topics.flatMap((address) => {
    const [id, section] = address.split('#');
    const topic = topics.find((candidate) => candidate.id === id);
    const sections = topic?.prose.sections.map((each) => each.id) ?? [];
    if (sections.includes(section)) return [];
    return [
      {
        file: text.file,
        line: 1,
        message:
          `found the topic ${address}; ` +
          `expected ${topic ? `one of its sections: ${sections.join(', ')}` : `a topic of that name, ${id}.md`}`,
        hint: 'Correct the address, or write that section.',
      },
    ];
  });
}

/** Every section of a topic has an anchor of its own, so that codes can lead to it. */
export function checkAnchors(topic: TextFile<unknown>): Problem[] {
  const seen = new Set<string>();
  return topic.prose.sections.flatMap(({ title, id, line }) => {
    const isNew = id !== undefined && !seen.has(id);
    if (id !== undefined) seen.add(id);
    if (isNew) return [];
    return [
      {
        file: topic.file,
        line,
        message:
          `found ${id === undefined ? `the heading ${title} without an anchor` : `the anchor #${id} a second time`}; ` +
          'expected a heading with an anchor of its own: ## title {#anchor}',
        hint: 'Give the heading an anchor that the page does not have yet.',
      },
    ];
  });
}
