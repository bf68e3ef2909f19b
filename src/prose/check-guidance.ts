/** What holds for the guidance: its fixed form, and that every code is answered by exactly one file. */
import type { Catalog } from '../catalog/catalog.ts';
import type { CodeEntry } from '../catalog/entry.ts';
import { statusClass } from '../catalog/groups.ts';
import type { GuidanceData, MessageData } from '../schema/guidance.ts';
import { checkSources, checkTopicLinks, checkWarnings, type TextFile } from './check-text.ts';
import type { LineProblem, Problem } from '../lib/problem.ts';
import type { Block, Section } from './prose.ts';
import { LIKELIHOODS } from './text.ts';
import { inlinesOf, textOf } from './walk.ts';

/** Headings of a guidance file in their order: ids, which are also the anchors on pages; strings have the words. */
export const GUIDANCE_SECTIONS = ['what', 'causes', 'steps', 'unresolved'] as const;

/** The same in the order in which pages show them: who opens one wants to act first. */
export const SECTIONS_ON_PAGE = ['steps', 'causes', 'what', 'unresolved'] as const;

export type GuidanceSection = (typeof GUIDANCE_SECTIONS)[number];

type GuidanceFile = TextFile<GuidanceData>;
/** A text of the form of guidance: what answers codes, or what answers a cause. */
type Answer = TextFile<MessageData>;

const ASKS_SUPPORT = /(?:联系|提交|找|交给|发给|转给).{0,8}(?:支持|客服|工单)|报障/u;

/** No page has a place for what stands before the first heading. */
function checkLead({ prose }: Answer): LineProblem[] {
  return prose.lead.slice(0, 1).map(({ line }) => ({
    line,
    message: 'found text before the first heading; expected none, because no page shows it',
    hint: 'Move it below the heading that it belongs to.',
  }));
}

function checkHeadings({ prose }: Answer): LineProblem[] {
  const found = prose.sections.map(({ title }) => title);
  if (found.join() === GUIDANCE_SECTIONS.join()) return [];
  return [
    {
      line: prose.sections[0]?.line ?? 1,
      message:
        `found the headings ${found.join(', ') || '(none)'}; ` +
        `expected exactly ${GUIDANCE_SECTIONS.join(', ')}, in this order`,
      hint: 'Add what is missing, put them in order.',
    },
  ];
}

function sectionOf({ prose }: Answer, title: GuidanceSection): Section | undefined {
  return prose.sections.find((section) => section.title === title);
}

/** The items of a section's numbered list; undefined where it holds anything but one such list. */
function numberedItems(section: Section): readonly (readonly Block[])[] | undefined {
  const [list, ...more] = section.blocks;
  return list?.kind === 'list' && list.ordered && more.length === 0 ? list.items : undefined;
}

/** Whether a section is one paragraph: how causes are written that nobody knows. */
function isOneParagraph({ blocks }: Section): boolean {
  return blocks.length === 1 && blocks[0]?.kind === 'paragraph';
}

function checkLists(file: Answer): LineProblem[] {
  return (['causes', 'steps'] as const).flatMap((title) => {
    const section = sectionOf(file, title);
    if (!section || numberedItems(section)) return [];
    if (title === 'causes' && isOneParagraph(section)) return [];
    return [
      {
        line: section.line,
        message:
          `found under ${title} something else than one numbered list; ` +
          `expected one list: 1. 2. 3.${title === 'causes' ? ', or one paragraph' : ''}`,
        hint: 'Make it one numbered list; code of a step is indented by three spaces.',
      },
    ];
  });
}

const LIKELIHOOD_LIKE = /\[[a-z]+\]/u;

/** `[common]`, `[possible]` and `[rare]` begin causes and occur nowhere else. */
function checkLikelihoods({ prose }: Answer): LineProblem[] {
  return prose.sections.flatMap(({ title, line, blocks }) =>
    inlinesOf(blocks).flatMap((inline) => {
      const found =
        inline.kind === 'likelihood' && title !== 'causes'
          ? `[${inline.likelihood}]`
          : inline.kind === 'text' && LIKELIHOOD_LIKE.exec(inline.text)?.[0];
      if (!found) return [];
      return [
        {
          line,
          message: `found ${found} under ${title}; expected ${LIKELIHOODS.map((each) => `[${each}]`).join(', ')} at the beginning of a cause`,
          hint: 'Move it, correct it, or put it into backticks where it is no mark.',
        },
      ];
    }),
  );
}

/** A list of guesses looks like knowledge: one cause at least rests on a source. */
function checkCauses(file: Answer): LineProblem[] {
  const causes = sectionOf(file, 'causes');
  const items = causes && numberedItems(causes);
  if (!causes || !items) return [];
  if (items.some((item) => inlinesOf(item).some(({ kind }) => kind === 'source'))) return [];
  return [
    {
      line: causes.line,
      message:
        'found a list of causes that are all inferred; expected a cause that a source tells of, or one paragraph',
      hint: 'Say in one paragraph that the cause is not published and what is likely, or name the source.',
    },
  ];
}

/** A claim is one block or one list item; each needs a source. */
function checkClaims(file: Answer): LineProblem[] {
  const what = sectionOf(file, 'what');
  const causes = sectionOf(file, 'causes');
  const claims = [
    ...(what?.blocks ?? []).map((block) => [block]),
    ...((causes && (numberedItems(causes) ?? causes.blocks.map((block) => [block]))) ?? []),
  ];
  return claims
    .filter((blocks) => !inlinesOf(blocks).some(({ kind }) => kind === 'source' || kind === 'inferred'))
    .map((blocks) => ({
      line: blocks[0]?.line ?? 1,
      message:
        `found a claim without a marker: ${textOf(blocks).slice(0, 30)}…; ` +
        'expected [^source-id] or [^inferred] behind it',
      hint: 'Name the source, or mark it as an inference.',
    }));
}

function checkSteps(file: Answer): LineProblem[] {
  const steps = sectionOf(file, 'steps');
  const items = steps && numberedItems(steps);
  if (!steps || !items || file.data.supportOnly !== undefined) return [];
  if (items.some((item) => !ASKS_SUPPORT.test(textOf(item)))) return [];
  return [
    {
      line: steps.line,
      message:
        'found no step but asking support; ' +
        'expected a step that the reader can take, or `supportOnly: <reason>` in the frontmatter',
      hint: 'Add a step, or say in the frontmatter why nothing else helps.',
    },
  ];
}

/** Whether codes hang together, each reached from the first over codes that the catalog relates. */
function areRelated(
  entries: readonly CodeEntry[],
  relatedTo: (entry: CodeEntry) => readonly CodeEntry[],
): boolean {
  const reached = new Set(entries.slice(0, 1));
  for (const entry of reached) {
    for (const other of relatedTo(entry)) if (entries.includes(other)) reached.add(other);
  }
  return reached.size === entries.length;
}

function checkShared(file: GuidanceFile, catalog: Catalog): LineProblem[] {
  const clientErrors = file.data.codes
    .map((code) => catalog.find(code))
    .filter((entry) => entry !== undefined)
    .filter(({ httpStatus }) => httpStatus !== undefined && statusClass(httpStatus) === '4xx');
  const relatedTo = (entry: CodeEntry) => catalog.related(entry).flatMap(({ entries }) => entries);
  if (file.data.shared !== undefined || areRelated(clientErrors, relatedTo)) return [];
  return [
    {
      line: 1,
      message:
        `found unrelated codes that share this text: ${clientErrors.map(({ code }) => code).join(', ')}; ` +
        'expected codes that the catalog relates, or `shared: <reason>` in the frontmatter',
      hint: 'Give them texts of their own, or say why they need the same answer.',
    },
  ];
}

/** What guidance is held against. */
export interface GuidanceContext {
  readonly topics: readonly TextFile<unknown>[];
  /** Of the product whose codes the guidance answers. */
  readonly catalog: Catalog;
  /** Ids of `content/references.yaml`. */
  readonly references: ReadonlySet<string>;
}

/** What holds for one text of the form of guidance, whatever it answers. */
export function checkAnswer(file: Answer, context: Omit<GuidanceContext, 'catalog'>): Problem[] {
  const problems = [
    checkLead,
    checkHeadings,
    checkLists,
    checkClaims,
    checkCauses,
    checkLikelihoods,
    checkSteps,
  ].flatMap((check) => check(file));
  return [
    ...problems.map((problem) => ({ file: file.file, ...problem })),
    ...checkSources(file, context.references),
    ...checkWarnings(file),
    ...checkTopicLinks(file, context.topics),
  ];
}

/** What holds for one guidance file by itself. */
export function checkGuidanceFile(file: GuidanceFile, context: GuidanceContext): Problem[] {
  return [
    ...checkAnswer(file, context),
    ...checkShared(file, context.catalog).map((problem) => ({ file: file.file, ...problem })),
  ];
}

/**
 * Each listed code is known, and is in one file only.
 *
 * @param files the guidance of one product, @param catalog its codes
 */
export function checkCodes(files: readonly GuidanceFile[], catalog: Catalog): Problem[] {
  const answeredBy = new Map<string, string>();
  return files.flatMap(({ file, data }) =>
    data.codes.flatMap((code) => {
      const other = answeredBy.get(code);
      answeredBy.set(code, file);
      if (other !== undefined) {
        return [
          {
            file,
            line: 1,
            message: `found ${code}, which ${other} answers as well; expected each code in one file`,
            hint: 'Take it out of one of the two.',
          },
        ];
      }
      if (catalog.find(code)) return [];
      return [
        {
          file,
          line: 1,
          message:
            `found ${code}, which the product ${catalog.product} does not have; ` +
            'expected a code of content/codes, content/observed.yaml or content/listed.yaml',
          hint: 'Correct the code, name its product (`product: <id>` in the frontmatter), or take it out.',
        },
      ];
    }),
  );
}

/** No two files give the same answer: what is the same word for word belongs into one file. */
export function checkDistinct(files: readonly GuidanceFile[]): Problem[] {
  const seen = new Map<string, string>();
  return files.flatMap((file) => {
    const steps = textOf(sectionOf(file, 'steps')?.blocks ?? []);
    const causes = textOf(sectionOf(file, 'causes')?.blocks ?? []);
    const answer = `${causes}\n${steps}`;
    const other = seen.get(answer);
    seen.set(answer, file.file);
    if (other === undefined) return [];
    return [
      {
        file: file.file,
        line: 1,
        message: `found the same causes and steps as ${other}; expected an answer of its own`,
        hint: 'Put the codes of both into one file, or say what differs.',
      },
    ];
  });
}
