import { getCollection, getEntry, type CollectionEntry } from 'astro:content';

/** Literal messages that the API prints, by code. */
export async function loadMessages(): Promise<ReadonlyMap<string, readonly string[]>> {
  return new Map((await getCollection('messages')).map(({ id, data }) => [id, data.messages]));
}

/** Where the literal messages of a code were listed; undefined where none were. */
export async function messageSourceOf(
  code: string,
): Promise<CollectionEntry<'messages'>['data']['source'] | undefined> {
  return (await getEntry('messages', code))?.data.source;
}
