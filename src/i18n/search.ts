import { searchZhCN } from './search.zh-CN.ts';

/** The strings of search in the site's language, without all the others. */
export const words = searchZhCN;
