import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import type { z } from 'zod';
import { LEAD_LOCALE, LOCALES, type Locale } from '../addresses/locales.ts';
import { formatProblem, throwProblems, type Problem } from '../lib/problem.ts';
import { checkedPart, hiddenCharacter, readYaml } from './yaml.ts';
import { ProseError, readProse } from '../prose/prose.ts';

/**
 * Loads the texts of a folder: the frontmatter by the YAML 1.2 rules as the entry's data, the whole file as its body.
 *
 * @param folder from the project's folder, e.g. `content/guidance`
 * @param locales whose texts are loaded; other than those of the lead language, they have the id `<locale>/<name>`
 * @param schema of the frontmatter; a mistake stops the build with its file and line
 */
export function proseLoader(folder: string, locales: readonly Locale[], schema: z.ZodType): Loader {
  return {
    name: 'prose',
    async load({ store, generateDigest, config, watcher, logger }) {
      const root = fileURLToPath(config.root);
      const load = async (locale: Locale, name: string) => {
        const own = name.replace(/\.md$/u, '');
        const id = locale === LEAD_LOCALE ? own : `${locale}/${own}`;
        const filePath = `${folder}/${locale}/${name}`;
        const body = await readFile(join(root, filePath), 'utf8');
        const data = readFrontmatter(body, filePath, schema);
        store.set({ id, data, body, filePath, digest: generateDigest(body) });
      };
      const loadAll = async () => {
        store.clear();
        await entriesOf(root, folder, isLanguage);
        for (const locale of locales) {
          const entries = await entriesOf(root, `${folder}/${locale}`, isText);
          const names = entries.map(({ name }) => name);
          for (const name of names.sort()) await load(locale, name);
        }
      };
      await loadAll();
      watcher?.add(join(root, folder));
      watcher?.on('all', (_event, path) => {
        if (path.startsWith(join(root, folder)))
          loadAll().catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}

const isText = (entry: Dirent): boolean => entry.isFile() && entry.name.endsWith('.md');

const isLanguage = (entry: Dirent): boolean =>
  entry.isDirectory() && LOCALES.some((each) => each === entry.name);

/**
 * What lies in a folder of texts.
 *
 * @param isRead whether the site reads an entry; what it would pass over stops the build
 */
async function entriesOf(
  root: string,
  folder: string,
  isRead: (entry: Dirent) => boolean,
): Promise<Dirent[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const shown = entries.filter(({ name }) => !name.startsWith('.'));
  throwProblems(
    shown
      .filter((entry) => !isRead(entry))
      .map(({ name }) => ({
        file: `${folder}/${name}`,
        line: 1,
        message:
          'found something that the site does not read; expected a folder for each language, in it texts, <name>.md',
        hint: `texts in ${LEAD_LOCALE} stand in the folder ${LEAD_LOCALE}, without folders of their own`,
      })),
  );
  return shown;
}

/**
 * The frontmatter of a text by its schema.
 *
 * @throws Error that lists the mistakes with file and line
 */
export function readFrontmatter(body: string, file: string, schema: z.ZodType): Record<string, unknown> {
  throwProblems(hiddenCharacter(body, file));
  const problems: Problem[] = [];
  // The `---` line comes before it.
  const yaml = readYaml(frontmatterOf(body, file), file, problems, 2);
  const data = yaml && checkedPart(yaml, [], yaml.data, schema, problems);
  throwProblems(problems);
  return data as Record<string, unknown>;
}

function frontmatterOf(body: string, file: string): string {
  try {
    return readProse(body).frontmatter;
  } catch (error) {
    if (error instanceof ProseError)
      throw new Error(formatProblem({ file, ...error.problem }), { cause: error });
    throw error;
  }
}
