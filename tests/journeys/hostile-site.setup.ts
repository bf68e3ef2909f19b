import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from '@playwright/test';
import { buildHostileSite, HOSTILE_SITE_FOLDER } from '../fixtures/hostile-project.ts';

test('extract and build take hostile texts', async () => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  try {
    buildHostileSite(folder, resolve(HOSTILE_SITE_FOLDER));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
