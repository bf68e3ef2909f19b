import { countChanges } from '../../../src/editions/diff.ts';
import { compareWording, type WordingPart } from '../../../src/editions/wording.ts';
import { rowsByCode } from '../../../src/catalog/rows.ts';
import type { Collection } from '../../../src/schema/codes.ts';
import type { Changes } from '../../../src/schema/editions.ts';
import type { Problem } from '../../../src/lib/problem.ts';
import type { Update } from './compare.ts';

/** What became of a product: `differs` is the answer of `--check`, `stopped` waits for `--accept`. */
export type Outcome = 'unchanged' | 'written' | 'stopped' | 'differs';

/** The difference as text for a terminal; '' where neither the document nor its rows differ. */
export function differenceText({ path, before, after, changes }: Update): string {
  if (!before || !changes) return '';
  const isSame = countChanges(changes) === 0;
  if (isSame && before.source.sha256 === after.source.sha256) return '';
  const head = `${path}: edition ${before.source.edition} → ${after.source.edition}, ${rowsByCode(before.codes).size} → ${rowsByCode(after.codes).size} codes`;
  const lists = isSame
    ? ['  no code, status or description differs, only their order or other parts of the document']
    : sections(changes);
  return `${[head, ...lists, ...staleDate(before, after)].join('\n')}\n`;
}

/** A changed document with the date of the last edition: most likely the new date has not been entered yet. */
function staleDate(before: Collection, after: Collection): string[] {
  const isOther = before.source.sha256 !== after.source.sha256;
  if (!isOther || before.source.edition !== after.source.edition) return [];
  return [
    `  note: content/products.yaml dates this document ${after.source.edition}, as the last one; correct its edition if it is newer`,
  ];
}

/** Maximum number of codes to name. */
const MAX_NAMED = 10;

/** Names the codes that have several rows, because one of these may be a slip; '' where there are none. */
export function repeatedText({ codes }: Collection): string {
  const repeated = [...rowsByCode(codes)].filter(([, rows]) => rows.length > 1);
  if (repeated.length === 0) return '';
  const named = repeated
    .slice(0, MAX_NAMED)
    .map(([code, rows]) => `${code} (lines ${rows.map(({ line }) => line).join(', ')})`);
  const more = repeated.length > MAX_NAMED ? [`and ${repeated.length - MAX_NAMED} more`] : [];
  return `  note: ${repeated.length} of them in several rows, a page shows each: ${[...named, ...more].join(', ')}\n`;
}

/** What was left out of a document on purpose, for a terminal; '' where nothing was. */
export const notesText = (notes: readonly Problem[]): string =>
  notes.map(({ file, line, message }) => `  note: ${file}:${line}: ${message}\n`).join('');

/** Changes of a kind that are shown: all that a person can look through, not what a wrong document brings. */
const MOST_LINES = 500;

function sections(changes: Changes): string[] {
  const lists: [title: string, lines: string[]][] = [
    ['added', changes.added.map(({ code, status, description }) => `+ ${row(code, status, description)}`)],
    [
      'removed',
      changes.removed.map(({ code, status, description }) => `- ${row(code, status, description)}`),
    ],
    ['renamed', changes.renamed.map(({ from, to }) => `${from} → ${to}`)],
    ['reworded', changes.reworded.map(({ code, before, after }) => `${code}  ${marked(before, after)}`)],
    [
      'punctuation only',
      changes.punctuation.map(({ code, before, after }) => `${code}  ${marked(before, after)}`),
    ],
    [
      'status changed',
      changes.statusChanged.map(({ code, before, after }) => `${code}  ${many(before)} → ${many(after)}`),
    ],
  ];
  return lists.flatMap(([title, lines]) =>
    lines.length === 0
      ? []
      : [
          `  ${lines.length} ${title}`,
          ...lines.slice(0, MOST_LINES).map((line) => `    ${line}`),
          ...(lines.length > MOST_LINES
            ? [`    … and ${lines.length - MOST_LINES} more; --json has them all`]
            : []),
        ],
  );
}

const row = (code: string, status: number | null, description: string): string =>
  `${code}  ${status ?? '—'}  ${description}`;

const many = (statuses: readonly number[]): string => statuses.join('/') || '—';

const MARKS: Record<WordingPart['kind'], (text: string) => string> = {
  same: (text) => text,
  removed: (text) => `[-${text}-]`,
  added: (text) => `{+${text}+}`,
};

/** Both texts in one, with the changed words marked as wdiff(1) marks them. */
const marked = (before: string, after: string): string =>
  compareWording(before, after)
    .map(({ kind, text }) => MARKS[kind](text))
    .join('');

/** The difference for programs; see USAGE in `main.ts`. */
export function differenceJson(update: Update, outcome: Outcome): Record<string, unknown> {
  const { product, path, before, after, changes, risks } = update;
  return {
    product,
    file: path,
    outcome,
    from: before ? editionOf(before) : null,
    to: editionOf(after),
    changes: changes
      ? {
          ...changes,
          reworded: changes.reworded.map((each) => ({
            ...each,
            words: compareWording(each.before, each.after),
          })),
        }
      : null,
    dangers: risks,
  };
}

const editionOf = ({ source: { edition, sha256 }, codes }: Collection): Record<string, unknown> => ({
  edition,
  sha256,
  codes: rowsByCode(codes).size,
});
