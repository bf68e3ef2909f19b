/**
 * `npm run extract`: the vendor's documents in, the collection of error codes out. See USAGE.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { collect, inspect, type CollectionFile } from './collect.ts';
import { formatProblem, type Problem } from './problem.ts';
import { writeFiles } from './write.ts';

const USAGE = `npm run extract [-- OPTIONS]

Reads every document in content/sources/ that content/products.yaml names, judges it, and writes content/codes/.
With any problem in any document nothing is written. Exit status: 0 done, 1 problems, 2 wrong options.

  (no option)             write content/codes/
  --check                 write nothing; fail when content/codes/ differs from what the sources give
  --source FILE --print   write nothing; read and judge one document, print JSON on stdout:
                          {"rows": [{"line", "status", "code", "description", "message", "solution", "module"}],
                           "problems": [{"line", "code", "message", "hint"}]}
  --help                  this text

Rows are what stands in the document, in its order, problems or not:
  line         1-based line on which the code stands
  status       number for one status ("400", "400 Bad Request"); the cell's text for anything else ("400/404/500");
               null for an empty cell, and where the table has no such column
  description  the description; where the table has no such column, its error message; else ""
  message, solution, module   only where the table has them
A problem's code is the error code of its row, null where it is about no row.
`;

const root = process.cwd();

function main(): number {
  const options = readOptions();
  if (typeof options === 'number') return options;
  if (options.source !== undefined) return print(options.source);
  const { files, problems } = collect(root);
  if (problems.length > 0) return fail(problems);
  const changed = files.filter(({ path, text }) => !isOnDisk(path, text));
  if (options.check) return check(files, changed);
  try {
    writeFiles(root, changed);
  } catch (error) {
    process.stderr.write(
      `cannot write the collection: ${String(error)}\n    hint: free the place and try again\n`,
    );
    return 1;
  }
  for (const file of files) say(`${summary(file)}, ${changed.includes(file) ? 'written' : 'unchanged'}`);
  return 0;
}

/** @returns the options, or the exit status where nothing is left to do. */
function readOptions(): { check: boolean; source: string | undefined } | number {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: 'boolean', default: false },
        source: { type: 'string' },
        print: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(USAGE);
      return 0;
    }
    if (values.print !== (values.source !== undefined))
      throw new Error('--source FILE and --print go together');
    if (values.print && values.check) throw new Error('--check and --print exclude each other');
    return { check: values.check, source: values.source };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
}

function print(source: string): number {
  // npm runs scripts in the project's folder; a path is meant from where the user stands.
  const path = existsSync(source) ? source : resolve(process.env['INIT_CWD'] ?? root, source);
  const { rows, problems } = inspect(root, path);
  const listed = problems.map(({ line, code, message, hint }) => ({ line, code, message, hint }));
  process.stdout.write(`${JSON.stringify({ rows, problems: listed }, null, 2)}\n`);
  return problems.length > 0 ? 1 : 0;
}

function check(files: readonly CollectionFile[], changed: readonly CollectionFile[]): number {
  if (changed.length === 0) {
    for (const file of files) say(`${summary(file)}, up to date`);
    return 0;
  }
  return fail(
    changed.map(({ path }) => ({
      file: path,
      line: 1,
      code: null,
      message: 'found a collection that differs from what its source gives; expected the same bytes',
      hint: 'run `npm run extract` and commit the result; files in content/codes are never edited by hand',
    })),
  );
}

function fail(problems: readonly Problem[]): number {
  process.stderr.write(`${problems.map(formatProblem).join('\n')}\n`);
  process.stderr.write(
    `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}; nothing was written\n`,
  );
  return 1;
}

const summary = ({ path, collection }: CollectionFile): string => `${path}: ${collection.codes.length} codes`;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

function isOnDisk(path: string, text: string): boolean {
  const file = join(root, path);
  return (
    statSync(file, { throwIfNoEntry: false })?.isFile() === true &&
    readFileSync(file).equals(Buffer.from(text))
  );
}

process.exitCode = main();
