/**
 * `npm run extract`: makes the collection of error codes from the vendor's documents. See USAGE.
 *
 * 1. Keep other runs out (`lock.ts`), and finish what a killed one left half written (`write.ts`).
 * 2. Load `content/products.yaml` and read each document that it names into rows (`products.ts`, `read/`).
 * 3. Correct the vendor's known slips, then check every row by the rules (`validate/`).
 * 4. Make the collection (`collect.ts`), compare it with the committed one, and extend the record of editions and the
 *    ledger of addresses (`compare/`).
 * 5. Stop at the first problem, or where the changes are risky and not confirmed.
 * 6. Write all files or none (`write.ts`), and print what became of each product.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { collect, inspect } from './collect.ts';
import { formatProblem, type Problem } from '../../src/lib/problem.ts';
import { differenceJson, differenceText, notesText, repeatedText, type Outcome } from './compare/report.ts';
import { compareWithCommitted, type Update } from './compare/compare.ts';
import {
  extendLedger,
  lackingAddresses,
  LEDGER_FILE,
  ledgerProblems,
  publishedAddresses,
} from '../../src/addresses/ledger.ts';
import { rowsByCode } from '../../src/catalog/rows.ts';
import { readRegularFile, refusal } from './files.ts';
import { releaseLock, takeLock } from './lock.ts';
import { finishEarlierRun, isHalfWritten, writeFiles, type FileToWrite } from './write.ts';

const USAGE = `npm run extract [-- OPTIONS]

Reads every document in content/sources/ that content/products.yaml names, validates it, shows how it differs from the
committed collection, and writes content/codes/ and content/editions/, the record of editions; all files or none.
The addresses of new codes are added to content/addresses.txt, the ledger of published addresses.
With any problem in any document nothing is written, nor where an edition needs confirmation: when codes vanish, when
more than a tenth of the rows change their meaning, when the codes name another service, when its date is older than the
last one's.
Exit status: 0 done, 1 problems, 2 wrong options, 3 needs confirmation.

  (no option)             show the difference, write content/codes/ and content/editions/
  --accept                confirm: write also where it would stop
  --check                 show the difference and write nothing; fail when the files differ from what the sources give
  --json                  show the difference as JSON on stdout, in place of text:
                          {"products": [{"product", "file", "outcome", "from", "to", "changes", "dangers"}],
                           "problems": [{"file", "line", "code", "message", "hint"}]}
  --source FILE --print   write nothing; read and validate one document, print JSON on stdout:
                          {"rows": [{"line", "status", "code", "description", "message", "solution", "module"}],
                           "problems": [{"line", "code", "message", "hint"}],
                           "notes": like the problems, only where there are any}
  --help                  this text

Rows are what stands in the document, in its order, problems or not:
  line         1-based line on which the code stands
  status       number for one status ("400", "400 Bad Request"); the cell's text for anything else ("400/404/500");
               null for an empty cell, and where the table has no such column
  description  the description; where the table has no such column, its error message; else ""
  message, solution, module   only where the table has them
A problem's code is the error code of its row, null where it is about no row. Notes say what was left out on purpose:
columns and tables that are not read, rows that stand twice word for word.

outcome is "unchanged", "written", "stopped" or, with --check, "differs"; from and to are the editions compared
{"edition", "sha256", "codes"}; from and changes are null for a new product. changes has the lists of
src/schema/editions.ts; in reworded, words are the marked words [{"kind": "same"|"removed"|"added", "text"}].
`;

interface Output {
  write(text: string): unknown;
}

/** Where a run works, and where it prints. */
interface Place {
  readonly root: string;
  readonly stdout: Output;
  readonly stderr: Output;
}

interface Run extends Place {
  readonly check: boolean;
  readonly accept: boolean;
  readonly json: boolean;
  readonly source: string | undefined;
}

/**
 * Runs `npm run extract`.
 *
 * @param args the command's options
 * @returns its exit status
 */
export function main(args: readonly string[], place: Place): number {
  const run = readOptions(args, place);
  if (typeof run === 'number') return run;
  if (run.source !== undefined) return print(run.source, run);
  const other = run.check ? undefined : takeLock(run.root);
  if (other) return fail([other], run);
  try {
    return extract(run);
  } catch (error) {
    return fail([refusal(error, run.root)], run);
  } finally {
    if (!run.check) releaseLock(run.root);
  }
}

function extract(run: Run): number {
  const { root, stdout, check, accept, json } = run;
  const problems: Problem[] = [];
  settleEarlierRun(run, problems);
  const { updates, ledger, addresses } = problems.length > 0 ? NOTHING : prepare(root, problems);
  if (problems.length > 0) return fail(problems, run);
  const files = updates.flatMap((update) => update.files);
  const changed = files.filter((file) => !isOnDisk(root, file));
  const isStopped = !accept && updates.some(({ risks }) => risks.length > 0);
  if (!json) stdout.write(updates.map(differenceText).join(''));
  if (!check && !isStopped) write(root, [...changed, ...ledger], problems);
  if (problems.length > 0) return fail(problems, run);
  const outcome = check ? 'differs' : isStopped ? 'stopped' : 'written';
  printOutcome(updates, changed, outcome, run);
  if (outcome === 'written' && !json) stdout.write(addedText(addresses));
  if (changed.length + ledger.length === 0 || outcome === 'written') return 0;
  if (outcome === 'stopped') return stop(updates, run);
  // The difference was printed as JSON already.
  return fail([...changed.map(differs), ...lacks(addresses)], { ...run, json: false });
}

/** Finishes what a run left to do that was killed while it wrote; with --check, reports it. */
function settleEarlierRun({ root, check }: Run, problems: Problem[]): void {
  if (!check) return finishEarlierRun(root);
  if (!isHalfWritten(root)) return;
  problems.push({
    file: '.extract',
    line: 1,
    message: 'found files of a run that was killed while it wrote; expected none',
    hint: 'run `npm run extract`: it finishes what that run began',
  });
}

interface Prepared {
  updates: readonly Update[];
  /** The ledger of published addresses as it ought to be; none where it lacks nothing. */
  ledger: readonly FileToWrite[];
  /** What it lacks. */
  addresses: readonly string[];
}
const NOTHING: Prepared = { updates: [], ledger: [], addresses: [] };

function prepare(root: string, problems: Problem[]): Prepared {
  const { files, problems: found } = collect(root);
  for (const problem of found) problems.push(problem);
  if (problems.length > 0) return NOTHING;
  const updates = compareWithCommitted(root, files, problems);
  const addresses = updates.flatMap(({ product, anchor, after }) => {
    const path = files.find((file) => file.product.id === product)?.product.path ?? '';
    return publishedAddresses({ path, edition: anchor, codes: after.codes });
  });
  const ledger = existsSync(join(root, LEDGER_FILE))
    ? readRegularFile(join(root, LEDGER_FILE)).toString()
    : '';
  problems.push(...ledgerProblems(ledger));
  const lacking = lackingAddresses(ledger, addresses);
  const text = extendLedger(ledger, lacking);
  return { updates, ledger: lacking.length > 0 ? [{ path: LEDGER_FILE, text }] : [], addresses: lacking };
}

/** @returns the run that the options ask for, or the exit status where nothing is left to do. */
function readOptions(args: readonly string[], place: Place): Run | number {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        accept: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        source: { type: 'string' },
        print: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      place.stdout.write(USAGE);
      return 0;
    }
    const { accept, check, json, source } = values;
    if (values.print !== (source !== undefined)) throw new Error('--source FILE and --print go together');
    if (values.print && (check || accept || json)) throw new Error('--print stands for itself');
    if (check && accept) throw new Error('--check and --accept exclude each other');
    return { ...place, accept, check, json, source };
  } catch (error) {
    place.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
}

function print(source: string, { root, stdout }: Run): number {
  // npm runs scripts in the project's folder; a path is relative to the user's.
  const inProject = resolve(root, source);
  const path = existsSync(inProject) ? inProject : resolve(process.env['INIT_CWD'] ?? root, source);
  const { rows, problems, notes } = inspect(root, path);
  const list = (found: readonly Problem[]): unknown[] =>
    found.map(({ line, code = null, message, hint }) => ({ line, code, message, hint }));
  const printed = { rows, problems: list(problems), ...(notes.length > 0 && { notes: list(notes) }) };
  stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
  return problems.length > 0 ? 1 : 0;
}

function write(root: string, files: readonly FileToWrite[], problems: Problem[]): void {
  try {
    writeFiles(root, files);
  } catch (error) {
    problems.push({
      file: 'content',
      line: 1,
      message: `cannot write the collection: ${String(error)}`,
      hint: 'free the place and try again',
    });
  }
}

/** Prints what became of each product; `outcome` is that of the products whose files change. */
function printOutcome(
  updates: readonly Update[],
  changed: readonly FileToWrite[],
  outcome: Outcome,
  run: Run,
): void {
  const outcomes = updates.map((update) => {
    const isChanged = update.files.some((file) => changed.includes(file));
    return [update, isChanged ? outcome : 'unchanged'] as const;
  });
  if (run.json) {
    printJson(
      outcomes.map((each) => differenceJson(...each)),
      [],
      run,
    );
    return;
  }
  const words = { unchanged: run.check ? 'up to date' : 'unchanged', stopped: 'not written' };
  for (const [{ path, after, notes }, became] of outcomes) {
    const word = became === 'unchanged' || became === 'stopped' ? words[became] : became;
    run.stdout.write(`${path}: ${rowsByCode(after.codes).size} codes, ${word}\n`);
    if (became !== 'unchanged') run.stdout.write(repeatedText(after) + notesText(notes));
  }
}

const differs = ({ path }: FileToWrite): Problem => ({
  file: path,
  line: 1,
  message: 'found a collection that differs from what its source gives; expected the same bytes',
  hint: 'run `npm run extract` and commit the result; files in content/codes and content/editions are never edited by hand',
});

/** What was added to the ledger, as text for a terminal. */
const addedText = (addresses: readonly string[]): string =>
  addresses.length === 0
    ? ''
    : `${LEDGER_FILE}: ${addresses.length} added, e.g. ${addresses[0] ?? ''}\n` +
      '  note: if they were published before, take the file back from version control: other lines may be lost, too\n';

const lacks = (addresses: readonly string[]): Problem[] =>
  addresses.slice(0, 1).map((address) => ({
    file: LEDGER_FILE,
    line: 1,
    message: `found no line for ${addresses.length} of the published addresses, e.g. ${address}; expected one each`,
    hint: 'take lost lines back from version control; for new codes run `npm run extract` and commit the result',
  }));

/** One edition that needs confirmation stops all: nothing is partly written. */
function stop(updates: readonly Update[], { stderr }: Run): number {
  const reasons = updates.flatMap(({ product, risks }) =>
    risks.map(({ message }) => `${product}: ${message}\n`),
  );
  stderr.write(
    `${reasons.join('')}stopped: nothing was written\n    hint: look at the difference. If it is what the vendor changed, ` +
      'run `npm run extract -- --accept`; if not, put the right document into content/sources\n',
  );
  return 3;
}

function fail(problems: readonly Problem[], run: Run): number {
  if (run.json) printJson([], problems, run);
  run.stderr.write(`${problems.map(formatProblem).join('\n')}\n`);
  run.stderr.write(
    `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}; nothing was written\n`,
  );
  return 1;
}

function printJson(products: readonly unknown[], found: readonly Problem[], { stdout }: Run): void {
  const problems = found.map(({ file, line, code = null, message, hint }) => ({
    file,
    line,
    code,
    message,
    hint,
  }));
  stdout.write(`${JSON.stringify({ products, problems }, null, 2)}\n`);
}

function isOnDisk(root: string, { path, text }: FileToWrite): boolean {
  const file = join(root, path);
  return (
    statSync(file, { throwIfNoEntry: false })?.isFile() === true &&
    readFileSync(file).equals(Buffer.from(text))
  );
}
