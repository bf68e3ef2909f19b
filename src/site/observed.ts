import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { CodeRow } from '../catalog/catalog.ts';
import { parseErrorCode, type CodeGrammar } from '../catalog/code.ts';
import type { CodeEntry, GuidanceVerdict } from '../catalog/entry.ts';

export type Observed = CollectionEntry<'observed'>['data'];

/** The observed codes of a product, in the forms that the catalog takes them in. */
export interface ObservedInput {
  readonly rows: readonly CodeRow[];
  readonly messages: readonly (readonly [code: string, messages: readonly string[]])[];
  readonly verdicts: readonly (readonly [code: string, verdict: GuidanceVerdict])[];
}

function verdictOf({ code, summary, actor, retry }: Observed): GuidanceVerdict {
  return { id: code, title: summary, summary: retry.reason, actor, retry: retry.verdict };
}

/**
 * The observed codes that a product's grammar claims.
 *
 * @param listed codes that an edition lists or listed: from then on the edition speaks for them
 */
export async function loadObserved(
  grammar: CodeGrammar | undefined,
  listed: ReadonlySet<string>,
): Promise<ObservedInput> {
  const all = (await getCollection('observed')).map((entry) => entry.data);
  const own = all.filter(
    ({ code }) => grammar !== undefined && parseErrorCode(code, grammar) && !listed.has(code),
  );
  return {
    rows: own.map(({ code, summary }) => ({ code, status: null, description: summary })),
    messages: own.map(({ code, messages }) => [code, messages] as const),
    verdicts: own.map((observed) => [observed.code, verdictOf(observed)] as const),
  };
}

/**
 * Refuses observed codes that would get no page.
 *
 * @throws when a code in `content/observed.yaml` fits no product's grammar
 */
export async function checkObserved(isKnown: (code: string) => boolean): Promise<void> {
  const strays = (await getCollection('observed'))
    .map(({ data }) => data.code)
    .filter((code) => !isKnown(code));
  if (strays.length === 0) return;
  throw new Error(
    `content/observed.yaml: found ${strays.join(', ')}; expected codes that fit the grammar of a product. ` +
      'Correct them, or give the product a grammar in content/products.yaml.',
  );
}

/** What is known of an observed code; undefined for every other. */
export async function observedOf(entry: CodeEntry): Promise<Observed | undefined> {
  return entry.state === 'observed' ? (await getEntry('observed', entry.code))?.data : undefined;
}
