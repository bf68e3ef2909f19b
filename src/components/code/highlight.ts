import {
  createCssVariablesTheme,
  createHighlighter,
  type DecorationItem,
  type Highlighter,
  type ShikiTransformer,
} from 'shiki';
import { placeholdersIn } from '../../lib/placeholders.ts';
import type { CodeLanguage } from '../../prose/prose.ts';

const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--' });
const TOKEN_COLOUR = /^color:var\(--(token-[a-z-]+)\)$/u;

/** Names each token by a class: shorter than Shiki's style attributes, which the pages' policy would have to allow. */
const tokenClasses: ShikiTransformer = {
  name: 'token-classes',
  span({ properties }) {
    const [, token] = TOKEN_COLOUR.exec(String(properties['style'])) ?? [];
    delete properties['style'];
    if (token) properties['class'] = token;
  },
  pre({ properties }) {
    delete properties['style'];
    delete properties['class'];
  },
};

/** Marks the placeholders of a code, and which of the reader's own names goes there. */
function marksOf(code: string): DecorationItem[] {
  return placeholdersIn(code).map(({ start, end, name }) => ({
    start,
    end,
    properties: { class: 'placeholder', ...(name && { 'data-name': name }) },
  }));
}

let highlighter: Promise<Highlighter> | undefined;
/** By language and code: codes that share their guidance show the same blocks. */
const highlighted = new Map<string, string>();

/**
 * Highlights code with Shiki; tokens have classes that the style sheet colours for light and dark.
 *
 * @returns HTML in which the code is escaped
 */
export async function highlight(code: string, lang: CodeLanguage): Promise<string> {
  highlighter ??= createHighlighter({ themes: [theme], langs: ['json', 'bash', 'yaml'] });
  const { codeToHtml } = await highlighter;
  const key = `${lang}\n${code}`;
  const html =
    highlighted.get(key) ??
    codeToHtml(code, {
      lang,
      theme: 'tokens',
      transformers: [tokenClasses],
      decorations: marksOf(code),
      mergeSameStyleTokens: true,
      // Without a time limit: a slow machine must not make another page.
      tokenizeTimeLimit: 0,
    });
  highlighted.set(key, html);
  return html;
}
