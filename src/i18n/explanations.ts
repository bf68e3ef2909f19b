import { explanationsZhCN } from './explanations.zh-CN.ts';

/** The strings of search's explanations in the site's language, without all the others. */
export const words = explanationsZhCN;
