/** What `package-lock.json` tells of the packages that make this site, sorted by how far their code gets. */

/** The part of an entry of `package-lock.json` that is read here. */
export interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

export type LockPackages = Readonly<Record<string, LockEntry>>;

/** Ships: its code runs in readers' browsers. Builds: it runs where the site is built. Tests: it runs in checks alone. */
export type Reach = 'ships' | 'builds' | 'tests';

export interface Package {
  readonly name: string;
  readonly version: string;
  /** As the package states it. */
  readonly licence: string;
  /** The lock file knows of one; whether it runs is for `allowScripts` in `package.json` to say. */
  readonly hasInstallScript: boolean;
  /** Needed on some platforms only. */
  readonly isOptional: boolean;
  readonly reach: Reach;
}

/** Packages whose code is in the built site, and what of it. Nothing in `src/client/` imports a package. */
export const SHIPS: Readonly<Record<string, string>> = {
  '@astrojs/starlight': 'the theme: its styles, and the scripts of menu and table of contents',
  astro: 'the script that prefetches pages',
  pagefind: 'the engine of full-text search',
  rolldown: 'a line that gives modules their names',
  vite: 'the helper that loads a part of a script when it is wanted',
};

/** Name of the package that lies at a path of the lock file, e.g. `@a/b` of `node_modules/c/node_modules/@a/b`. */
const nameAt = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const isTopLevel = (path: string) => path.lastIndexOf('node_modules/') === 0;

function reachOf(path: string, { dev, devOptional }: LockEntry): Reach {
  if (isTopLevel(path) && Object.hasOwn(SHIPS, nameAt(path))) return 'ships';
  return dev || devOptional ? 'tests' : 'builds';
}

/**
 * The packages of a lock file, each version once, by name.
 *
 * @param packages `packages` of the lock file; the project itself, at the empty path, is left out
 */
export function packagesOf(packages: LockPackages): Package[] {
  const found = new Map<string, Package>();
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '') continue;
    const name = nameAt(path);
    const each: Package = {
      name,
      version: entry.version ?? 'not stated',
      licence: entry.license ?? 'not stated',
      hasInstallScript: entry.hasInstallScript ?? false,
      isOptional: entry.optional ?? false,
      reach: reachOf(path, entry),
    };
    const key = `${name}@${each.version}`;
    const other = found.get(key);
    // The same version may be installed for the build in one place and for the tests in another.
    if (!other || other.reach === 'tests') found.set(key, each);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
