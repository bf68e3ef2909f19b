import { getCollection } from 'astro:content';
import type { TextFile } from '../prose/check-text.ts';
import { readProse } from '../prose/prose.ts';
import type { GuidanceData, TopicData } from '../schema/guidance.ts';

/** A guidance file or a topic, read. */
export type Guidance = TextFile<GuidanceData>;
export type Topic = TextFile<TopicData>;

function toText<Data>(entry: { id: string; data: Data; body?: string; filePath?: string }): TextFile<Data> {
  return {
    id: entry.id,
    file: entry.filePath ?? entry.id,
    data: entry.data,
    prose: readProse(entry.body ?? ''),
  };
}

let guidance: Promise<readonly Guidance[]> | undefined;
let topics: Promise<readonly Topic[]> | undefined;

/** All guidance, in the order of file names. Read once a build. */
export function loadGuidance(): Promise<readonly Guidance[]> {
  guidance ??= getCollection('guidance').then((entries) => entries.map(toText));
  return guidance;
}

/** All topics, in the order that they name. Read once a build. */
export function loadTopics(): Promise<readonly Topic[]> {
  topics ??= getCollection('topics').then((entries) =>
    entries.map(toText).sort((one, other) => one.data.order - other.data.order),
  );
  return topics;
}
