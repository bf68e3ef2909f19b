import type { Locale } from '../addresses/locales.ts';
import { dataOf } from './collection.ts';
import { referencesOf, type ListedReference } from './references.ts';

/** Literal messages that the API prints with the codes of a product, by code. */
export async function loadMessages(product: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const listed = (await dataOf('api-messages')).get(product)?.messages ?? {};
  return new Map(Object.entries(listed).map(([code, { messages }]) => [code, messages]));
}

/** Where the literal messages of a code were listed; undefined where nobody collected any. */
export async function messageSourceOf(
  code: string,
  product: string,
  locale: Locale,
): Promise<ListedReference | undefined> {
  const data = (await dataOf('api-messages')).get(product);
  if (!data || !Object.hasOwn(data.messages, code)) return undefined;
  const [source] = await referencesOf([data.source], `content/api-messages/${product}.json`, locale);
  return source;
}

/** The name under which the list of messages has a code, where it is another one. */
export async function otherNameOf(code: string, product: string): Promise<string | undefined> {
  const listedAs = (await dataOf('api-messages')).get(product)?.messages[code]?.listedAs;
  return listedAs === code ? undefined : listedAs;
}

/** Other names under which the list of messages has codes of a product: name → code. */
export async function messageAliases(product: string): Promise<readonly (readonly [string, string])[]> {
  const listed = (await dataOf('api-messages')).get(product)?.messages ?? {};
  return Object.entries(listed).map(([code, { listedAs }]) => [listedAs, code]);
}
