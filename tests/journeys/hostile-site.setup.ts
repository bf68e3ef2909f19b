import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { test } from '@playwright/test';
import { buildHostileSite, HOSTILE_SITE_FOLDER } from '../fixtures/hostile-project.ts';
import { newCopyFolder } from '../project-copy.ts';

test('extract and build take hostile texts', async () => {
  // An extract and a build; how long they take is for the benchmarks.
  test.setTimeout(600_000);
  const folder = newCopyFolder('hostile-');
  try {
    buildHostileSite(folder, resolve(HOSTILE_SITE_FOLDER));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
