import { createCssVariablesTheme, createHighlighter, type Highlighter } from 'shiki';

const theme = createCssVariablesTheme({ name: 'css-variables', variablePrefix: '--astro-code-' });
let highlighter: Promise<Highlighter> | undefined;

/**
 * Highlights code with Shiki; colours are CSS variables that the theme sets for light and dark.
 *
 * @returns HTML in which the code is escaped
 */
export async function highlight(code: string, lang: 'json' | 'bash' | 'text'): Promise<string> {
  highlighter ??= createHighlighter({ themes: [theme], langs: ['json', 'bash'] });
  return (await highlighter).codeToHtml(code, { lang, theme: 'css-variables' });
}
