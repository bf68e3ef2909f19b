import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { z } from 'zod';
import { throwProblems, type Problem } from '../lib/problem.ts';
import { checkedPart, readYaml, type YamlFile } from './yaml.ts';

/** An entry of a data file before validation: its id, its place, and its data. */
interface FoundEntry {
  readonly id: string;
  readonly path: readonly PropertyKey[];
  readonly data: unknown;
}

/** Takes the data of a file apart into its entries. Mistakes in them are put into `problems`. */
type EntriesOf = (yaml: YamlFile, problems: Problem[]) => FoundEntry[];

/**
 * Loads a data file of `content/`. Unlike Astro's own loader it stops the build where the file cannot be read, where an
 * entry breaks its schema and where two entries have one id, and never keeps what an earlier build has read.
 *
 * @param file path from the project's folder
 * @param schema of an entry
 */
export function dataFile(file: string, schema: z.ZodType, entriesOf: EntriesOf = byId): Loader {
  const load = async ({ store, config }: LoaderContext) => {
    const entries = readEntries(await textOf(file, config.root), file, schema, entriesOf);
    store.clear();
    for (const { id, data } of entries)
      store.set({ id, data: data as Record<string, unknown>, filePath: file });
  };
  return {
    name: 'data-file',
    async load(context) {
      await load(context);
      const { watcher, config, logger } = context;
      const path = fileURLToPath(new URL(file, config.root));
      watcher?.add(path);
      watcher?.on('change', (changed) => {
        if (changed === path) load(context).catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}

/**
 * Loads the JSON files of a folder of `content/`, each as one entry under its name. JSON is YAML, too, and so its mistakes
 * are told with their lines and stop the build.
 *
 * @param folder path from the project's folder; it may be absent
 * @param schema of a file
 */
export function dataFolder(folder: string, schema: z.ZodType): Loader {
  return {
    name: 'data-folder',
    async load({ store, config }) {
      const path = fileURLToPath(new URL(folder, config.root));
      const names = existsSync(path) ? await readdir(path) : [];
      store.clear();
      for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
        const file = `${folder}/${name}`;
        const text = await textOf(file, config.root);
        for (const { id, data } of readEntries(text, file, schema, whole(name.replace(/\.json$/u, ''))))
          store.set({ id, data: data as Record<string, unknown>, filePath: file });
      }
    },
  };
}

/**
 * The entries of a data file by the rules of its schema.
 *
 * @throws Error that lists the mistakes with file and line
 */
export function readEntries(
  text: string,
  file: string,
  schema: z.ZodType,
  entriesOf: EntriesOf = byId,
): { readonly id: string; readonly data: unknown }[] {
  const problems: Problem[] = [];
  const yaml = readYaml(text, file, problems);
  const found = yaml ? entriesOf(yaml, problems) : [];
  if (yaml) reportDoubles(yaml, found, problems);
  const entries = found.map(({ id, path, data }) => ({
    id,
    data: yaml && checkedPart(yaml, path, data, schema, problems),
  }));
  throwProblems(problems);
  return entries;
}

async function textOf(file: string, root: URL): Promise<string> {
  try {
    return await readFile(new URL(file, root), 'utf8');
  } catch (error) {
    const message = `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}); expected a data file`;
    throwProblems([{ file, line: 1, message, hint: 'bring the file back, or correct its permissions' }]);
    throw error;
  }
}

/** Entries under their ids: those of a mapping under its keys, those of a list under the id of each. */
export function byId(yaml: YamlFile, problems: Problem[]): FoundEntry[] {
  if (!isMapping(yaml.data)) return listed(['id'])(yaml, problems);
  return Object.entries(yaml.data).map(([id, data]) => ({ id, path: [id], data }));
}

/**
 * The entries of a list.
 *
 * @param keys of an entry that tell it from the others; the first is never missing
 * @param at keys that lead to the list
 */
export function listed(keys: readonly [string, ...string[]], at: readonly PropertyKey[] = []): EntriesOf {
  return (yaml, problems) => {
    const list = at.reduce<unknown>(
      (data, key) => (isMapping(data) ? data[String(key)] : undefined),
      yaml.data,
    );
    if (!Array.isArray(list)) {
      problems.push(noList(yaml, at));
      return [];
    }
    return list.flatMap((data: unknown, index): FoundEntry[] => {
      const path = [...at, index];
      const values = keys.map((key) => (isMapping(data) ? data[key] : undefined));
      if (isName(values[0])) return [{ id: values.filter(isName).join(' '), path, data }];
      problems.push(nameless(yaml, path, keys[0]));
      return [];
    });
  };
}

/** The file as one entry with this id. */
export const whole =
  (id: string): EntriesOf =>
  ({ data }) => [{ id, path: [], data }];

const isMapping = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const isName = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');

const noList = ({ file, lineOf, data }: YamlFile, at: readonly PropertyKey[]): Problem => ({
  file,
  line: lineOf(at),
  message: `found ${data === null ? 'no entries' : 'something else'}${at.length > 0 ? ` at ${at.join('.')}` : ''}; expected a list`,
  hint: 'bring the entries back; a list without entries is []',
});

const nameless = ({ file, lineOf }: YamlFile, path: readonly PropertyKey[], key: string): Problem => ({
  file,
  line: lineOf(path),
  message: `found an entry without ${key}; expected one, by which the entry is known`,
  hint: `give the entry its ${key}`,
});

function reportDoubles(
  { file, lineOf }: YamlFile,
  entries: readonly FoundEntry[],
  problems: Problem[],
): void {
  const known = new Map<string, FoundEntry>();
  for (const entry of entries) {
    const other = known.get(entry.id);
    known.set(entry.id, other ?? entry);
    if (!other) continue;
    problems.push({
      file,
      line: lineOf(entry.path),
      message: `found a second entry ${entry.id}, the first stands on line ${lineOf(other.path)}; expected one`,
      hint: 'make one entry of both, or correct the id of one',
    });
  }
}
