import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPS } from '../../scripts/dependencies/packages.ts';

const LICENCE_FILES = ['LICENSE', 'LICENSE.md', 'LICENSE/LICENSE'];
/** Where a package goes on to licences of what it is itself made with, which is not in the pages. */
const NOT_SHIPPED = /^# Licenses of bundled dependencies$[\s\S]*/mu;

function licenceOf(folder: string): string {
  for (const name of LICENCE_FILES) {
    try {
      return readFileSync(join(folder, name), 'utf8').replace(NOT_SHIPPED, '').trim();
    } catch {
      // The next name.
    }
  }
  throw new Error(
    `${folder}: found no licence (${LICENCE_FILES.join(', ')}); expected one, because its code is in the pages`,
  );
}

/** What `/licenses.txt` says: the licence of the site's own code, and those of the packages whose code is in its pages. */
export function licences(): string {
  const packages = Object.entries(SHIPS).map(([name, part]) => {
    const folder = join('node_modules', name);
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return `${name} ${version} (${part})\n\n${licenceOf(folder)}`;
  });
  const own = `This site\n\n${licenceOf('.')}`;
  return `${[own, ...packages].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
