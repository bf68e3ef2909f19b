import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What extract and build read. */
const COPIED = [
  'LICENSE',
  'astro.config.mjs',
  'content',
  'package.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
];

const COPIES = join(ROOT, '.copies');

/**
 * Makes an empty folder for a copy of the project, which the caller removes. It lies in the project: Astro cannot build
 * a project that has no folder but `/` in common with its packages.
 *
 * @param prefix beginning of the folder's name
 * @returns its absolute path
 */
export function newCopyFolder(prefix: string): string {
  mkdirSync(COPIES, { recursive: true });
  return mkdtempSync(join(COPIES, prefix));
}

/**
 * Copies into an empty folder what extract and build read. Packages are linked one by one, so that what Astro keeps in
 * that folder is the copy's own. The copy is built in the lead language alone: nobody has translated what a test adds.
 */
export function copyProject(folder: string): void {
  for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  const site = join(folder, 'content/site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^languages: .*/mu, 'languages: [zh-CN]'));
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name), 'junction');
  }
}
