/**
 * Prints what the site is made with, for a person to judge: version, licence, install script, and of the packages that
 * `package.json` names the last release. `--offline` asks no registry.
 */
import { readFileSync } from 'node:fs';
import { packagesOf, SHIPS, type LockPackages, type Package, type Reach } from './packages.ts';
import { lastRelease } from './releases.ts';

const TITLES: Readonly<Record<Reach, string>> = {
  ships: 'Ships: code in the pages that readers load',
  builds: 'Builds: runs where the site is built',
  tests: 'Tests: runs in checks alone',
};

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

type Names = Readonly<Record<string, string>>;
const { dependencies, devDependencies, optionalDependencies, allowScripts } = read(
  'package.json',
) as Readonly<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Names>> & {
  readonly allowScripts?: Readonly<Record<string, boolean>>;
};
const packages = packagesOf((read('package-lock.json') as { packages: LockPackages }).packages);

/** Last releases of the packages that `package.json` names; empty where the registry does not answer. */
async function releases(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (process.argv.includes('--offline')) return found;
  try {
    for (const name of [dependencies, devDependencies, optionalDependencies].flatMap(Object.keys)) {
      const last = await lastRelease(name);
      found.set(name, last ? `last release ${last.version}, ${last.day}` : 'no release');
    }
  } catch {
    process.stderr.write('The registry does not answer; last releases are left out from there on.\n');
  }
  return found;
}

const scriptOf = ({ name, hasInstallScript }: Package) =>
  hasInstallScript && `install script, ${allowScripts?.[name] ? 'runs' : 'refused in package.json'}`;

function lineOf(each: Package, release: string | undefined): string {
  const { name, version, licence, isOptional, reach } = each;
  const notes = [reach === 'ships' && SHIPS[name], scriptOf(each), isOptional && 'optional', release];
  return [name.padEnd(44), version.padEnd(14), licence.padEnd(16), notes.filter(Boolean).join('; ')]
    .join(' ')
    .trimEnd();
}

const known = await releases();
for (const [reach, title] of Object.entries(TITLES)) {
  const those = packages.filter((each) => each.reach === reach);
  const lines = those.map((each) => lineOf(each, known.get(each.name)));
  process.stdout.write(`${title} (${those.length})\n${lines.map((line) => `  ${line}\n`).join('')}\n`);
}
const licences = Map.groupBy(packages, ({ licence }) => licence);
const counts = [...licences].map(([licence, { length }]) => `${licence} ${length}`).join(', ');
process.stdout.write(
  `Licences: ${counts}\nKnown weaknesses: npm audit, which the workflow asks before every publication.\n`,
);
