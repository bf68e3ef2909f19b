import { LEAD_LOCALE, type Locale } from '../addresses/locales.ts';
import { once } from '../lib/once.ts';
import type { Problem } from '../lib/problem.ts';
import { checkAnswer } from '../prose/check-guidance.ts';
import { CAUSE_GROUPS, type Cause, type PrintedLines, type SharedLine } from '../schema/causes.ts';
import { dataOf } from './collection.ts';
import { productOf } from './product-data.ts';
import { referenceIds } from './references.ts';
import { loadMessages, loadTopics, type Message } from './texts.ts';

/** A cause behind clients' lines, with all that the site says of it. */
export interface CausePage {
  readonly cause: Cause;
  readonly text: Message;
  /** The most telling first. */
  readonly lines: PrintedLines['lines'];
  /** Lines that it has in common with others. */
  readonly shared: readonly SharedLine[];
}

/** All causes, in the order of their data file. Read once a build. */
export const causePages = once(async (locale: Locale): Promise<readonly CausePage[]> => {
  const texts = await loadMessages(locale);
  const printed = await dataOf('printed-lines', locale);
  const shared = [...(await dataOf('shared-lines', locale)).values()];
  const causes = [...(await dataOf('causes', locale)).values()].sort(
    (one, other) => (one.order ?? 0) - (other.order ?? 0),
  );
  return causes.flatMap((cause) => {
    const text = texts.get(cause.id);
    const { lines = [] } = printed.get(cause.id) ?? {};
    const own = shared.filter(({ causes, spoken }) => !spoken && causes.includes(cause.id));
    return text ? [{ cause, text, lines, shared: own }] : [];
  });
});

/** The causes of each group, in the order of the groups. */
export async function causeGroups(locale: Locale) {
  const pages = await causePages(locale);
  return CAUSE_GROUPS.map((group) => ({
    group,
    pages: pages.filter(({ cause }) => cause.group === group),
  })).filter((each) => each.pages.length > 0);
}

const problem = (file: string, found: string, expected: string, hint: string): Problem => ({
  file,
  line: 1,
  message: `found ${found}; expected ${expected}`,
  hint,
});

/** Every code that causes name, which are those of the product at the root. */
export async function codesOfCauses(): Promise<{ file: string; code: string; product: string }[]> {
  const product = (await productOf())({});
  return [...(await dataOf('causes')).values()].flatMap(({ codes }) =>
    codes.map((code) => ({ file: 'content/causes.yaml', code, product })),
  );
}

/** What other data files and the texts say of causes fits the causes. */
async function checkIds(texts: ReadonlyMap<string, Message>): Promise<Problem[]> {
  const causes = await dataOf('causes');
  const printed = await dataOf('printed-lines');
  const codes = [...(await dataOf('registry-codes')).values()];
  const shared = [...(await dataOf('shared-lines')).values()];
  const isStrange = (id: string) => !causes.has(id);
  const strange = (file: string, ids: readonly string[]) =>
    ids
      .filter(isStrange)
      .map((id) => problem(file, id, 'the id of an entry of content/causes.yaml', 'Correct it, or add it.'));
  return [
    ...[...causes.keys()]
      .filter((id) => !texts.has(id) || !printed.has(id))
      .map((id) =>
        problem(
          'content/causes.yaml',
          `the cause ${id} without a text or without lines`,
          `content/messages/${LEAD_LOCALE}/${id}.md and an entry of content/printed-lines.yaml`,
          'Write what is missing; docs/content.md says how.',
        ),
      ),
    ...[...texts.values()].flatMap(({ id, file }) => strange(file, [id])),
    ...strange('content/printed-lines.yaml', [...printed.keys()]),
    ...strange(
      'content/registry-codes.yaml',
      codes.flatMap((each) => each.causes),
    ),
    ...strange(
      'content/shared-lines.yaml',
      shared.flatMap((each) => each.causes),
    ),
  ];
}

/** Everything that is wrong with the texts of causes and the data about them. */
export async function messageProblems(): Promise<Problem[]> {
  const texts = await loadMessages(LEAD_LOCALE);
  const context = { topics: await loadTopics(LEAD_LOCALE), references: await referenceIds() };
  return [...(await checkIds(texts)), ...[...texts.values()].flatMap((text) => checkAnswer(text, context))];
}
