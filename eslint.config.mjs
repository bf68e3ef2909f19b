import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The catalog is pure: no Astro, no files, no DOM. */
const impure = ['astro*', '@astrojs/*', 'node:*', 'zod', 'yaml', '**/site/*', '**/schema/*', '**/client/*'];

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
  { files: ['src/catalog/**'], rules: { 'no-restricted-imports': ['error', { patterns: impure }] } },
);
