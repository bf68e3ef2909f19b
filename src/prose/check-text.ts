/** What holds for every text of this site: sources are complete, links to sections lead somewhere. */
import type { LineProblem, Problem } from '../lib/problem.ts';
import type { GuidanceData } from '../schema/guidance.ts';
import type { Block, Prose } from './prose.ts';
import { inlinesOf, textOf } from './walk.ts';

/** A text file, its frontmatter already understood. */
export interface TextFile<Data> {
  /** Name of the file without its extension. */
  readonly id: string;
  /** Path from the project's folder. */
  readonly file: string;
  readonly data: Data;
  readonly prose: Prose;
}

/** Every block of a text. */
export function blocksOf({ lead, sections }: Prose): readonly Block[] {
  return [...lead, ...sections.flatMap(({ blocks }) => blocks)];
}

/** Ids of the sources that blocks name, each once, in the order of their first mention. */
export function citedIn(blocks: readonly Block[]): readonly string[] {
  return [...new Set(inlinesOf(blocks).flatMap((inline) => (inline.kind === 'source' ? [inline.id] : [])))];
}

/**
 * Each marker names an entry of the registry.
 *
 * @param references ids of `content/references.yaml`
 */
export function checkSources(text: TextFile<unknown>, references: ReadonlySet<string>): Problem[] {
  return citedIn(blocksOf(text.prose))
    .filter((id) => !references.has(id))
    .map((id) => ({
      file: text.file,
      line: 1,
      message: `found the marker [^${id}]; expected the id of an entry of content/references.yaml`,
      hint: `Add the entry ${id} with title and, where it is known, url, or correct the marker.`,
    }));
}

/** Commands whose effect cannot be taken back, or takes something away from others. */
const DESTRUCTIVE = [
  /-X\s*DELETE|--request[ =]DELETE/u,
  /\bdocker\s+(?:image\s+)?(?:rmi|rm)\b|\bprune\b/u,
  /\b(?:crane|skopeo|regctl|oras)\s+(?:\w+\s+)?(?:delete|rm)\b/u,
  /\bhcloud\s+SWR\s+Delete/u,
  /\brm\s+-\w*[rf]/u,
  /"override"\s*:\s*true/u,
  // Stops every container of the machine.
  /\bsystemctl\s+(?:restart|stop)\s+docker\b/u,
];

/** A retention rule runs as soon as it is saved. */
const SAVES_RETENTION = /-X\s*(?:POST|PATCH)[\s\S]*\/retentions|\/retentions\S*[\s\S]*\s(?:-d|--data)\b/u;

/** What stops every container of the machine, asked for in words instead of by a command. */
const RESTART_IN_WORDS = /重启 ?docker|\brestart(?:ing)? (?:the )?docker\b/iu;

const EXAMPLE_OBJECT = /\bmy-org\b/u;

/** Whether a command destroys something, or cannot be undone. */
export function isDestructive(command: string): boolean {
  return SAVES_RETENTION.test(command) || DESTRUCTIVE.some((pattern) => pattern.test(command));
}

function checkDestructiveCode(code: Extract<Block, { kind: 'code' }>, isWarned: boolean): LineProblem[] {
  if (!isDestructive(code.text)) return [];
  const problems: LineProblem[] = [];
  if (!isWarned) {
    problems.push({
      line: code.line,
      message:
        'found a destructive command without a warning; expected a block > [!CAUTION] before it, in the same step',
      hint: 'Say before the command what is lost and whether it can be undone.',
    });
  }
  if (EXAMPLE_OBJECT.test(code.text)) {
    problems.push({
      line: code.line,
      message:
        'found a destructive command on the example my-org; expected YOUR_ORG, YOUR_REPOSITORY, YOUR_TAG',
      hint: 'Name the object with a placeholder that the reader has to fill.',
    });
  }
  return problems;
}

/** Words come before what they announce, so their warning may stand anywhere in the step. */
function checkRestartInWords(block: Block, step: readonly Block[]): LineProblem[] {
  if (block.kind !== 'paragraph' || !RESTART_IN_WORDS.test(textOf([block]))) return [];
  if (step.some(({ kind }) => kind === 'caution')) return [];
  return [
    {
      line: block.line,
      message: 'found a restart of docker without a warning; expected a block > [!CAUTION] in the same step',
      hint: 'Say that containers stop unless live-restore is on, or write `systemctl reload docker` where that is enough.',
    },
  ];
}

function checkWarningsIn(blocks: readonly Block[]): LineProblem[] {
  let isWarned = false;
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(checkWarningsIn);
    if (block.kind === 'caution') isWarned = true;
    if (block.kind === 'paragraph') return checkRestartInWords(block, blocks);
    return block.kind === 'code' ? checkDestructiveCode(block, isWarned) : [];
  });
}

/** A destructive command has a warning before it in the same step, and a placeholder as its object. */
export function checkWarnings({ file, prose }: TextFile<unknown>): Problem[] {
  return [prose.lead, ...prose.sections.map(({ blocks }) => blocks)]
    .flatMap(checkWarningsIn)
    .map((problem) => ({ file, ...problem }));
}

/** Each `<topic>#<section>` is a section of a topic. */
export function checkTopicLinks(
  text: TextFile<Pick<GuidanceData, 'topics'>>,
  topics: readonly TextFile<unknown>[],
): Problem[] {
  return text.data.topics.flatMap((address) => {
    const [id, section] = address.split('#');
    const topic = topics.find((candidate) => candidate.id === id);
    const sections = topic?.prose.sections.map((each) => each.id) ?? [];
    if (sections.includes(section)) return [];
    return [
      {
        file: text.file,
        line: 1,
        message:
          `found the topic ${address}; ` +
          `expected ${topic ? `one of its sections: ${sections.join(', ')}` : `a topic of that name, ${id}.md`}`,
        hint: 'Correct the address, or write that section.',
      },
    ];
  });
}

/** Every section of a topic has an anchor of its own, so that codes can lead to it. */
export function checkAnchors(topic: TextFile<unknown>): Problem[] {
  const seen = new Set<string>();
  return topic.prose.sections.flatMap(({ title, id, line }) => {
    const isNew = id !== undefined && !seen.has(id);
    if (id !== undefined) seen.add(id);
    if (isNew) return [];
    return [
      {
        file: topic.file,
        line,
        message:
          `found ${id === undefined ? `the heading ${title} without an anchor` : `the anchor #${id} a second time`}; ` +
          'expected a heading with an anchor of its own: ## title {#anchor}',
        hint: 'Give the heading an anchor that the page does not have yet.',
      },
    ];
  });
}
