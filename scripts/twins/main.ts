/**
 * `npm run twins`: what has to be written or looked at in the other languages.
 *
 *     npm run twins                            everything that is missing, older than its text, or wrong
 *     npm run twins -- content/messages/en     the same of these files and folders
 *     npm run twins -- --looked-at FILE…       marks texts as up to date with what they translate; `all` for all of them
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { LEAD_LOCALE, LOCALES } from '../../src/addresses/locales.ts';
import { formatProblem } from '../../src/lib/problem.ts';
import { isCurrent, lateProblems, readTwins, twinProblems } from '../../src/load/twins.ts';

const ROOT = process.cwd();
const locales = LOCALES.filter((locale) => locale !== LEAD_LOCALE);
const given = process.argv.slice(2);
const marks = given[0] === '--looked-at';
const paths = (marks ? given.slice(1) : given).map((path) => (path === 'all' ? '' : relative(ROOT, path)));
const isMeant = (file: string) =>
  paths.length === 0 || paths.some((path) => path === '' || file === path || file.startsWith(`${path}/`));

/** Writes the digest of what a text translates into its frontmatter. */
function markLookedAt(file: string, digest: string): void {
  const text = readFileSync(file, 'utf8').replace(/^(---\n[\s\S]*?)^translates: .*\n/mu, '$1');
  writeFileSync(file, text.replace(/^---\n/u, `---\ntranslates: '${digest}'\n`));
}

if (marks && paths.length === 0) {
  console.error('npm run twins -- --looked-at: found no file; expected those that were looked at, or all');
  process.exit(2);
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
