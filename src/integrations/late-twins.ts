import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { LEAD_LOCALE, type Locale } from '../addresses/locales.ts';
import { formatProblem } from '../lib/problem.ts';
import { lateProblems, unrendered } from '../load/twins.ts';

/** Before the build: names the texts of other languages that are missing or older than what they translate. */
export function twinNotice(languages: readonly Locale[]): AstroIntegration {
  let root = '';
  return {
    name: 'twins',
    hooks: {
      'astro:config:done': ({ config }) => void (root = fileURLToPath(config.root)),
      'astro:build:start': ({ logger }) => {
        const others = languages.filter((locale) => locale !== LEAD_LOCALE);
        const late = others.flatMap((locale) => [...lateProblems(root, locale), ...unrendered(root, locale)]);
        if (late.length > 0) logger.warn(`\n${late.map(formatProblem).join('\n')}`);
      },
    },
  };
}
