/**
 * Words of the data in other languages. Facts are written once, in `content/<name>.yaml`, with the words of the lead language;
 * `content/<locale>/<name>.yaml` says each of these words in another language: `lead text: text in that language`. So a
 * text that is changed needs its translation looked at, or the build fails.
 */
import type { Locale } from '../addresses/locales.ts';
import { quote, throwProblems, type Problem } from '../lib/problem.ts';

/** The fields of each collection that are words, at any depth of an entry; all others are facts. */
export const WORDS = {
  site: ['title', 'fullName', 'description', 'examples'],
  products: ['name', 'vendor', 'services', 'title'],
  domains: ['name', 'about', 'reason'],
  statuses: ['label', 'meaning', 'here', 'shared', 'reason'],
  confusable: ['title', 'why', 'text'],
  differences: ['says', 'follows'],
  observed: ['summary', 'seenIn', 'reason', 'steps'],
  listed: ['note', 'about'],
  services: ['name', 'note'],
  'printed-lines': ['title'],
  'registry-codes': ['meaning'],
  causes: ['name'],
  'shared-lines': ['apart'],
  clients: ['name'],
  operations: ['name'],
  registries: ['name'],
  references: ['title'],
} as const;

export type TranslatedCollection = keyof typeof WORDS;

/** The data with each text in one of the fields replaced by `render`. */
function replaced(
  data: unknown,
  fields: readonly string[],
  render: (text: string) => string,
  isWords = false,
): unknown {
  if (typeof data === 'string') return isWords ? render(data) : data;
  if (Array.isArray(data)) return data.map((item) => replaced(item, fields, render, isWords));
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).map(([key, value]) => [
    key,
    replaced(value, fields, render, isWords || fields.includes(key)),
  ]);
  return Object.fromEntries(entries);
}

/** Chinese, or its punctuation alone around names. */
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** The words of a collection's data, each once; a text without Chinese (a code, a name) is the same in every language. */
export function wordsOf(collection: TranslatedCollection, data: unknown): Set<string> {
  const found = new Set<string>();
  replaced(data, WORDS[collection], (text) => (CHINESE.test(text) && found.add(text), text));
  return found;
}

/** Texts of a collection without a translation, and translations of texts that are no longer there. */
export function wordProblems(
  collection: TranslatedCollection,
  data: unknown,
  translations: Readonly<Record<string, string>>,
  locale: Locale,
): Problem[] {
  const needed = wordsOf(collection, data);
  const hint =
    'A translation has the text of the lead language as its key; look at it when that text changes.';
  const problem = (message: string) => ({
    file: `content/${locale}/${collection}.yaml`,
    line: 1,
    message,
    hint,
  });
  return [
    ...[...needed]
      .filter((text) => !Object.hasOwn(translations, text))
      .map((text) => problem(`found no translation of ${quote(text)}; expected one`)),
    ...Object.keys(translations)
      .filter((text) => !needed.has(text))
      .map((text) => problem(`found ${quote(text)}; expected a text of content/${collection}.yaml`)),
  ];
}

/**
 * The data of a collection with its words in another language.
 *
 * @param words `<locale>/<name>` → text of the lead language → text of that language
 * @throws an error that lists the texts without a translation and the translations of texts that are no longer there
 */
export function translated<Entry>(
  collection: TranslatedCollection,
  data: ReadonlyMap<string, Entry>,
  words: ReadonlyMap<string, Readonly<Record<string, string>>>,
  locale: Locale,
): ReadonlyMap<string, Entry> {
  const translations = words.get(`${locale}/${collection}`) ?? {};
  throwProblems(wordProblems(collection, [...data.values()], translations, locale));
  const render = (text: string) => translations[text] ?? text;
  return new Map([...data].map(([id, entry]) => [id, replaced(entry, WORDS[collection], render) as Entry]));
}
