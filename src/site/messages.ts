import { getCollection } from 'astro:content';

/** Literal messages that the API prints, by code. */
export async function loadMessages(): Promise<ReadonlyMap<string, readonly string[]>> {
  return new Map((await getCollection('messages')).map(({ id, data }) => [id, data.messages]));
}
