import { getCollection } from 'astro:content';
import { LEAD_LOCALE, type Locale } from '../addresses/locales.ts';
import { throwProblems } from '../lib/problem.ts';
import type { TextFile } from '../prose/check-text.ts';
import { checkTranslation } from '../prose/check-translation.ts';
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

/** The facts of texts with the words of their translations, which have the ids `<locale>/<id>`. */
function inWords<Data, Words>(
  texts: readonly TextFile<Data>[],
  translations: readonly TextFile<Words>[],
  locale: Locale,
  merge: (data: Data, words: Words) => Data,
): TextFile<Data>[] {
  const byId = new Map(translations.map((each) => [each.id, each]));
  throwProblems(
    texts.flatMap((text) => {
      const file = text.file.replace(`/${LEAD_LOCALE}/`, `/${locale}/`);
      return checkTranslation(text, byId.get(`${locale}/${text.id}`), file);
    }),
  );
  return texts.map((text) => {
    const words = byId.get(`${locale}/${text.id}`);
    return words ? { ...words, id: text.id, data: merge(text.data, words.data) } : text;
  });
}

async function readGuidance(locale: Locale): Promise<Guidance[]> {
  const lead = (await getCollection('guidance')).map(toText);
  if (locale === LEAD_LOCALE) return lead;
  const translations = (await getCollection('guidance-words')).map(toText);
  return inWords(lead, translations, locale, (data, { retry, ...words }) => ({
    ...data,
    ...words,
    retry: { ...data.retry, ...retry },
  }));
}

async function readTopics(locale: Locale): Promise<Topic[]> {
  const lead = (await getCollection('topics'))
    .map(toText)
    .sort((one, other) => one.data.order - other.data.order);
  if (locale === LEAD_LOCALE) return lead;
  const translations = (await getCollection('topic-words')).map(toText);
  return inWords(lead, translations, locale, (data, words) => ({ ...data, ...words }));
}

const guidance = new Map<Locale, Promise<readonly Guidance[]>>();
const topics = new Map<Locale, Promise<readonly Topic[]>>();

/** All guidance, in the order of file names. Read once a build. */
export function loadGuidance(locale: Locale): Promise<readonly Guidance[]> {
  const read = guidance.get(locale) ?? readGuidance(locale);
  guidance.set(locale, read);
  return read;
}

/** All topics, in the order that they name. Read once a build. */
export function loadTopics(locale: Locale): Promise<readonly Topic[]> {
  const read = topics.get(locale) ?? readTopics(locale);
  topics.set(locale, read);
  return read;
}
