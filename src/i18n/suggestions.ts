import { suggestionsZhCN } from './suggestions.zh-CN.ts';

/** The strings of the dialog's suggestions in the site's language, without all the others. */
export const suggestions = suggestionsZhCN;
