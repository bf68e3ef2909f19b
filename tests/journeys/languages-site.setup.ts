import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { test } from '@playwright/test';
import { buildSecondLanguage, SECOND_LANGUAGE_FOLDER } from '../fixtures/second-language.ts';
import { newCopyFolder } from '../project-copy.ts';

test('the site is built in two languages', async () => {
  test.setTimeout(600_000);
  const folder = newCopyFolder('languages-');
  try {
    buildSecondLanguage(folder, resolve(SECOND_LANGUAGE_FOLDER));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
