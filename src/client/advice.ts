import { ADVICE_FILE, type AdviceFile } from '../search/lookup-file.ts';
import { lookupAddress } from './links.ts';
import { fetchFile, once } from './fetch.ts';

/** The advice of every code, loaded once. Throws when it cannot be loaded. */
export const pageAdvice = once(() =>
  fetchFile<AdviceFile>(new URL(`${ADVICE_FILE}.json`, new URL(lookupAddress(), location.href))),
);
