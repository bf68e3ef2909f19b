import { zhCN } from './zh-CN.ts';

/** The strings of the site's language. */
export const strings = zhCN;
