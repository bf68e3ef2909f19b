import { ADVICE_FILE, type AdviceFile } from '../search/lookup-file.ts';
import { lookupAddress } from './links.ts';
import { fetchBeside, once } from './fetch.ts';

/** The advice of every code, loaded once. Throws when it cannot be loaded. */
export const pageAdvice = once(() => fetchBeside<AdviceFile>(lookupAddress(), ADVICE_FILE));
