/** `npm run twins`: what has to be written or looked at in the other languages. See USAGE. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { LEAD_LOCALE, LOCALES } from '../../src/addresses/locales.ts';
import { formatProblem } from '../../src/lib/problem.ts';
import { isCurrent, lateProblems, readTwins, twinProblems } from '../../src/load/twins.ts';

const USAGE = `npm run twins [-- OPTIONS] [FILE…]

Lists the texts of other languages that are missing, older than what they translate, or wrong: all of them, or those of
the files and folders that are named.
Exit status: 0 every one is up to date, 1 there are some to look at, 2 wrong options.

  --looked-at   marks texts as up to date with what they translate: those that are named, or \`all\`
  --help        this text
`;

/** The options; ends with the usage where they are wrong or it is asked for. */
function readOptions(): { marks: boolean; named: string[] } {
  try {
    const { values, positionals } = parseArgs({
      options: {
        'looked-at': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    if (values.help) {
      process.stdout.write(USAGE);
      process.exit(0);
    }
    const marks = values['looked-at'];
    const unknown = positionals.find((path) => path !== 'all' && !existsSync(path));
    if (marks && (unknown !== undefined || positionals.length === 0))
      throw new Error(
        `--looked-at: found no file ${unknown ?? ''}; expected those that were looked at, or all`,
      );
    return { marks, named: positionals };
  } catch (error) {
    process.stderr.write(
      `npm run twins: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`,
    );
    process.exit(2);
  }
}

const ROOT = process.cwd();
const locales = LOCALES.filter((locale) => locale !== LEAD_LOCALE);
const { marks, named } = readOptions();
const paths = named.map((path) => (path === 'all' ? '' : relative(ROOT, path)));
const isMeant = (file: string) =>
  paths.length === 0 || paths.some((path) => path === '' || file === path || file.startsWith(`${path}/`));

/** Writes the digest of what a text translates into its frontmatter. */
function markLookedAt(file: string, digest: string): void {
  const text = readFileSync(file, 'utf8').replace(/^(---\n[\s\S]*?)^translates: .*\n/mu, '$1');
  writeFileSync(file, text.replace(/^---\n/u, `---\ntranslates: '${digest}'\n`));
}

if (marks) {
  const written = locales.flatMap((locale) => readTwins(ROOT, locale)).filter(({ twin }) => twin);
  const meant = written.filter((twins) => isMeant(twins.file) && !isCurrent(twins));
  for (const { file, digest } of meant) markLookedAt(file, digest);
  console.log(`${meant.length} texts marked as looked at.`);
}
const problems = locales
  .flatMap((locale) => [...lateProblems(ROOT, locale), ...twinProblems(ROOT, locale)])
  .filter(({ file }) => isMeant(file));
for (const problem of problems) console.log(formatProblem(problem));
console.log(problems.length === 0 ? 'Every twin is up to date.' : `${problems.length} to look at.`);
process.exitCode = problems.length === 0 ? 0 : 1;
