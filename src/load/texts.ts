import { getCollection } from 'astro:content';
import { LEAD_LOCALE, type Locale } from '../addresses/locales.ts';
import { once } from '../lib/once.ts';
import { throwProblems } from '../lib/problem.ts';
import type { TextFile } from '../prose/check-text.ts';
import { checkTranslation, type TextWords } from '../prose/check-translation.ts';
import { readProse } from '../prose/prose.ts';
import type { GuidanceData, MessageData, TopicData } from '../schema/guidance.ts';

/** A guidance file, what is said of a cause, or a topic, read. */
export type Guidance = TextFile<GuidanceData>;
export type Message = TextFile<MessageData>;
export type Topic = TextFile<TopicData>;

interface Entry<Data> {
  readonly id: string;
  readonly data: Data;
  readonly body?: string;
  readonly filePath?: string;
}

function toText<Data>({ id, data, body = '', filePath = id }: Entry<Data>): TextFile<Data> {
  return { id, file: filePath, data, prose: readProse(body) };
}

/** Texts in a language: the facts of the lead language, the words of the translations, whose ids are `<locale>/<id>`. */
function inLanguage<Data extends TextWords, Words extends TextWords>(
  lead: readonly Entry<Data>[],
  translations: readonly Entry<Words>[],
  locale: Locale,
  merge: (data: Data, words: Words) => Data,
): TextFile<Data>[] {
  if (locale === LEAD_LOCALE) return lead.map(toText);
  const byId = new Map(translations.map((each) => [each.id, toText(each)]));
  const pairs = lead.map(toText).map((text) => ({ text, words: byId.get(`${locale}/${text.id}`) }));
  throwProblems(
    pairs.flatMap(({ text, words }) =>
      checkTranslation(text, words, text.file.replace(`/${LEAD_LOCALE}/`, `/${locale}/`)),
    ),
  );
  return pairs.map(({ text, words }) =>
    words ? { ...words, id: text.id, data: merge(text.data, words.data) } : text,
  );
}

/** All guidance, in the order of file names. Read once a build. */
export const loadGuidance = once(async (locale: Locale): Promise<readonly Guidance[]> => {
  const translations = locale === LEAD_LOCALE ? [] : await getCollection('guidance-words');
  return inLanguage(await getCollection('guidance'), translations, locale, (data, { retry, ...words }) => ({
    ...data,
    ...words,
    retry: { ...data.retry, ...retry },
  }));
});

/** What is said of each cause, by the id of the cause. Read once a build. */
export const loadMessages = once(async (locale: Locale): Promise<ReadonlyMap<string, Message>> => {
  const translations = locale === LEAD_LOCALE ? [] : await getCollection('message-words');
  const texts = inLanguage(
    await getCollection('messages'),
    translations,
    locale,
    (data, { retry, summary }) => ({
      ...data,
      summary,
      retry: { ...data.retry, ...retry },
    }),
  );
  return new Map(texts.map((text) => [text.id, text]));
});

/** All topics, in the order that they name. Read once a build. */
export const loadTopics = once(async (locale: Locale): Promise<readonly Topic[]> => {
  const translations = locale === LEAD_LOCALE ? [] : await getCollection('topic-words');
  const topics = inLanguage(await getCollection('topics'), translations, locale, (data, words) => ({
    ...data,
    ...words,
  }));
  return topics.sort((one, other) => one.data.order - other.data.order);
});
