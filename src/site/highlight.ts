import { createCssVariablesTheme, createHighlighter, type Highlighter } from 'shiki';
import type { CodeLanguage } from '../prose/prose.ts';

const theme = createCssVariablesTheme({ name: 'css-variables', variablePrefix: '--astro-code-' });
let highlighter: Promise<Highlighter> | undefined;

/**
 * Highlights code with Shiki; colours are CSS variables that the theme sets for light and dark.
 *
 * @returns HTML in which the code is escaped
 */
export async function highlight(code: string, lang: CodeLanguage): Promise<string> {
  highlighter ??= createHighlighter({ themes: [theme], langs: ['json', 'bash', 'yaml'] });
  return (await highlighter).codeToHtml(code, { lang, theme: 'css-variables' });
}
