import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { LOCALES } from './src/addresses/locales.ts';

/** Rooms that are pure: no Astro, no files, no DOM. */
const PURE = ['catalog', 'editions', 'addresses', 'search', 'decode', 'recognise', 'prose', 'lib'];
const impure = ['astro*', '@astrojs/*', 'node:*', 'zod', 'yaml'];
/** Rooms of which code in the browser takes types alone. */
const CLIENT_LEAVES = [
  'catalog',
  'editions',
  'recognise',
  'prose',
  'schema',
  'load',
  'outputs',
  'integrations',
  'components',
];
const roomsAbove = ['load', 'outputs', 'integrations', 'components', 'pages', 'client', 'i18n'].map(
  (room) => `**/${room}/*`,
);

/** The strings of one language, and all of them: a page has a language, a script the words that its page hands over. */
const stringsOfOne = {
  regex: `i18n/(?:${LOCALES.join('|')})\\.ts$`,
  message: 'A page has a language: take its strings from i18n(Astro) or strings(locale).',
};
const stringsOfAll = {
  group: ['**/i18n/index.ts'],
  allowTypeImports: true,
  message: 'Browser code takes its words from the page or from the look-up data; see docs/languages.md.',
};

export default defineConfig(
  {
    ignores: [
      'dist/',
      'package/',
      '.astro/',
      '.copies/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strict,
  astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly' } },
  },
  {
    files: ['src/**'],
    ignores: ['src/i18n/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [stringsOfOne],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[property.name='BASE_URL']",
          message: 'Addresses of pages are made by link(path, locale) of src/i18n/links.ts.',
        },
      ],
    },
  },
  {
    files: ['src/client/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            stringsOfOne,
            stringsOfAll,
            {
              group: CLIENT_LEAVES.map((room) => `**/${room}/*`),
              allowTypeImports: true,
              message: 'Browser code takes values from search, decode, addresses, i18n and lib alone.',
            },
          ],
        },
      ],
    },
  },
  {
    files: PURE.map((room) => `src/${room}/**`),
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: [...impure, ...roomsAbove] },
            // Schemas run zod, so a pure room takes nothing but their types.
            { group: ['**/schema/*'], allowTypeImports: true },
          ],
        },
      ],
    },
  },
);
