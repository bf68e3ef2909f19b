/**
 * Words of the data in other languages. Facts stand once, in `content/<name>.yaml`, beside the words of the lead language;
 * `content/<locale>/<name>.yaml` says each of these words in another language: `lead text: text in that language`. So a
 * text that is changed needs its translation looked at, or the build fails.
 */
import type { Locale } from '../addresses/locales.ts';
import { quote, throwProblems, type Problem } from '../lib/problem.ts';

/** The fields of each collection that are words, wherever in an entry they stand; all others are facts. */
export const WORDS = {
  site: ['title', 'fullName', 'description', 'examples'],
  products: ['name', 'services', 'title'],
  domains: ['name', 'about', 'reason'],
  statuses: ['label', 'meaning', 'here', 'shared', 'reason'],
  confusable: ['title', 'why', 'text'],
  differences: ['says', 'follows'],
  observed: ['summary', 'seenIn', 'reason', 'steps'],
  services: ['name', 'note'],
  'client-messages': ['meaning'],
} as const;

export type TranslatedCollection = keyof typeof WORDS;

export function isTranslated(collection: string): collection is TranslatedCollection {
  return Object.hasOwn(WORDS, collection);
}

/** Data of which `render` has replaced each text that stands in one of the fields. */
function replaced(
  data: unknown,
  fields: readonly string[],
  render: (text: string) => string,
  isWords = false,
): unknown {
  if (typeof data === 'string') return isWords ? render(data) : data;
  if (Array.isArray(data)) return data.map((item) => replaced(item, fields, render, isWords));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      replaced(value, fields, render, isWords || fields.includes(key)),
    ]),
  );
}

/** The words of a collection's data, each once; what is no Chinese (a code, a name) is the same in every language. */
export function wordsOf(collection: TranslatedCollection, data: unknown): string[] {
  const found = new Set<string>();
  replaced(data, WORDS[collection], (text) => (found.add(text), text));
  return [...found].filter((text) => /\p{Script=Han}/u.test(text));
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
  const file = `content/${locale}/${collection}.yaml`;
  const needed = wordsOf(collection, [...data.values()]);
  const problem = (message: string, hint: string): Problem => ({ file, line: 1, message, hint });
  throwProblems([
    ...needed
      .filter((text) => !Object.hasOwn(translations, text))
      .map((text) =>
        problem(
          `found no translation of ${quote(text)}; expected one`,
          `Add a line to ${file}, the text as its key.`,
        ),
      ),
    ...Object.keys(translations)
      .filter((text) => !needed.includes(text))
      .map((text) =>
        problem(
          `found a translation of ${quote(text)}, which content/${collection}.yaml does not say`,
          'Where that text was changed, look at its translation and change its key; else take it out.',
        ),
      ),
  ]);
  const render = (text: string) => translations[text] ?? text;
  return new Map([...data].map(([id, entry]) => [id, replaced(entry, WORDS[collection], render) as Entry]));
}
