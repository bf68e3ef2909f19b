import { createCssVariablesTheme, createHighlighter, type Highlighter, type ShikiTransformer } from 'shiki';
import type { CodeLanguage } from '../../prose/prose.ts';

const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--' });
const TOKEN_COLOUR = /^color:var\(--(token-[a-z-]+)\)$/u;

/** Says what a token is by a class: shorter than Shiki's style attributes, which the policy of pages would have to allow. */
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
const MOST_KEPT = 2000;
let highlighter: Promise<Highlighter> | undefined;
/** By language and text: pages of codes that share their guidance have the same blocks. */
const highlighted = new Map<string, string>();

const JSON_STRING = /"((?:[^"\\]|\\.)*)"/gu;
/** A text of JSON that stands in HTML as it is: without escapes and markup. */
const PLAIN = /^[^\\<>&'\n]+$/u;
const SLOT = /slot(\d+)slot/gu;

/** JSON with its plain texts taken out: error bodies differ in nothing else, so that one of them is highlighted for all. */
function withoutTexts(json: string): { shape: string; texts: readonly string[] } {
  const texts: string[] = [];
  // Whatever looks like a slot must not be taken for one.
  if (json.includes('slot')) return { shape: json, texts };
  const shape = json.replace(JSON_STRING, (string, text: string) =>
    PLAIN.test(text) ? `"slot${texts.push(text) - 1}slot"` : string,
  );
  return { shape, texts };
}

/**
 * Highlights code with Shiki; tokens have classes that the style sheet colours for light and dark.
 *
 * @returns HTML in which the code is escaped
 */
export async function highlight(code: string, lang: CodeLanguage): Promise<string> {
  highlighter ??= createHighlighter({ themes: [theme], langs: ['json', 'bash', 'yaml'] });
  const { shape, texts } = lang === 'json' ? withoutTexts(code) : { shape: code, texts: [] };
  const key = `${lang}\n${shape}`;
  const html =
    highlighted.get(key) ??
    // Without a limit in time: on a busy machine a line would keep its plain colour, and no two builds be alike.
    (await highlighter).codeToHtml(shape, {
      lang,
      theme: 'tokens',
      transformers: [tokenClasses],
      mergeSameStyleTokens: true,
      tokenizeTimeLimit: 0,
    });
  // What pages share comes up early.
  if (highlighted.size < MOST_KEPT) highlighted.set(key, html);
  return texts.length === 0 ? html : html.replace(SLOT, (_, index: string) => texts[Number(index)] ?? '');
}
