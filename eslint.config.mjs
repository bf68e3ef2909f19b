import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Rooms that are pure: no Astro, no files, no DOM. */
const PURE = ['catalog', 'editions', 'addresses', 'search', 'decode', 'prose', 'lib'];
const impure = ['astro*', '@astrojs/*', 'node:*', 'zod', 'yaml'];
const roomsAbove = ['load', 'outputs', 'integrations', 'components', 'pages', 'client', 'i18n'].map(
  (room) => `**/${room}/*`,
);

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
