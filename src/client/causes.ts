import { CauseIndex, type CauseFile } from '../search/causes.ts';
import { CAUSES_FILE } from '../search/lookup-file.ts';
import { lookupAddress } from './links.ts';
import { fetchBeside, once } from './fetch.ts';

/**
 * Loads the causes behind the lines of clients.
 *
 * @param lookup address of a product's look-up file, beside which their file lies
 * @throws when it cannot be loaded
 */
export async function fetchCauses(lookup: string): Promise<CauseIndex> {
  return new CauseIndex(await fetchBeside<CauseFile>(lookup, CAUSES_FILE));
}

/** The causes of the page's site, loaded once. */
export const pageCauses = once(() => fetchCauses(lookupAddress()));
