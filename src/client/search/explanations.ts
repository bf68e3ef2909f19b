import { messagePath, productPathOf, statusPath, tablePath, topicPath } from '../../addresses/addresses.ts';
import type {
  Finding,
  ForeignFinding,
  Hit,
  StatusFinding,
  Structure,
  UnknownFinding,
} from '../../search/finding.ts';
import { link } from '../links.ts';
import { fill } from '../../i18n/fill.ts';
import type { ExplanationWords, SearchWords } from '../lookup.ts';
import type { OtherRegistry } from '../../search/causes.ts';
import type { Answer } from './answer.ts';
import { element } from '../dom.ts';
import { codeLine } from './results.ts';

const anchor = (path: string, text: string) => element('a', { href: link(path) }, text);
const card = (
  attributes: Record<string, string>,
  title: string,
  ...children: (Node | string | undefined)[]
) => element('section', { class: 'explanation', ...attributes }, element('h2', {}, title), ...children);

/** What the explanations are made of. */
interface Words extends ExplanationWords {
  readonly search: SearchWords;
}

function structureText({ service, httpStatus, status }: Structure, { unknown }: Words): string {
  const { label: name, meaning, actor, retryReason: retry } = status;
  return fill(unknown.structure, {
    ...{ service, status: httpStatus, name, meaning, retry },
    actor: unknown.actor[actor],
  });
}

function neighbourList(hits: readonly Hit[], { neighbours, search }: Words): HTMLElement {
  return element(
    'div',
    { class: 'neighbours' },
    element('h3', {}, neighbours),
    element('ul', {}, ...hits.map((hit) => element('li', {}, codeLine(hit, [], search)))),
  );
}

/** Where the codes with a status are listed: those of the product at the root, or the first that has any. */
function productPathFor(hits: readonly Hit[]): string {
  const paths = hits.map(({ path }) => productPathOf(path));
  return paths.includes('') ? '' : (paths[0] ?? '');
}

function unknownCard({ code, structure, neighbours }: UnknownFinding, words: Words): HTMLElement {
  const { unknown, empty } = words;
  return card(
    { 'data-unknown-code': code },
    fill(unknown.title, { code }),
    element('p', {}, structure ? structureText(structure, words) : unknown.noStructure),
    element('p', {}, unknown.check),
    element(
      'p',
      { class: 'links' },
      anchor(topicPath('support'), empty.support),
      structure
        ? anchor(
            tablePath({ status: structure.httpStatus }, productPathFor(neighbours)),
            fill(unknown.sameStatus, { status: structure.httpStatus }),
          )
        : anchor(tablePath(), empty.all),
    ),
    neighbours.length === 0 ? undefined : neighbourList(neighbours, words),
  );
}

function foreignCard({ code, service }: ForeignFinding, { foreign }: Words): HTMLElement {
  return card(
    { 'data-finding': 'foreign' },
    service ? fill(foreign.title, { code, name: service.name }) : fill(foreign.unlisted, { code }),
    element('p', {}, service?.note ?? foreign.unlistedNote),
    service?.url === undefined
      ? undefined
      : element('p', {}, element('a', { href: service.url, rel: 'noreferrer' }, foreign.link)),
  );
}

function statusNote({ status, brief, hits }: StatusFinding, words: Words): HTMLElement | undefined {
  if (brief === undefined) return undefined;
  const { name, label, meaning, actor, retryReason: retry } = brief;
  return element(
    'p',
    { class: 'explanation' },
    fill(words.status, { status, name, label, meaning }),
    hits.length === 0
      ? fill(words.noneOfStatus, { actor: words.unknown.actor[actor], retry })
      : anchor(statusPath(status, productPathFor(hits)), fill(words.unknown.sameStatus, { status })),
  );
}

function explanation(finding: Finding, words: Words): HTMLElement | undefined {
  switch (finding.kind) {
    case 'unknown':
      return unknownCard(finding, words);
    case 'known': {
      const { alias, hit } = finding;
      if (alias === undefined) return undefined;
      return element('p', { class: 'explanation' }, fill(words.alias, { alias, code: hit.code }));
    }
    case 'foreign':
      return foreignCard(finding, words);
    case 'status':
      return statusNote(finding, words);
    default:
      return undefined;
  }
}

/** Help where nothing was found: what was understood, what to try, whom to ask. */
function emptyHelp({ resolution }: Answer, { empty }: Words): HTMLElement {
  return card(
    { 'data-empty': '' },
    empty.title,
    element(
      'p',
      {},
      resolution.words === '' ? empty.nothingRead : fill(empty.understood, { words: resolution.asked }),
    ),
    element('ul', {}, ...empty.tips.map((tip) => element('li', {}, tip))),
    element('p', {}, empty.report),
    element(
      'p',
      { class: 'links' },
      anchor(messagePath(), empty.messages),
      anchor(topicPath('support'), empty.support),
      anchor(tablePath(), empty.all),
    ),
  );
}

/** Which other registry the text speaks of, and what would tell the causes of its lines apart. */
function causeNotes({ resolution }: Answer, { cause }: Words): HTMLElement[] {
  const found = resolution.findings.flatMap((finding) => (finding.kind === 'cause' ? [finding.found] : []));
  const registry = found.find((each) => each.registry)?.registry;
  const apart = [...new Set(found.flatMap((each) => each.apart ?? []))];
  return [
    ...(registry
      ? [element('p', { class: 'explanation', 'data-finding': 'registry' }, registryText(registry, cause))]
      : []),
    ...apart.map((text) => card({ 'data-finding': 'apart' }, cause.apart, element('p', {}, text))),
  ];
}

const registryText = ({ host, name }: OtherRegistry, words: Words['cause']) =>
  name === undefined ? fill(words.otherRegistry, { host }) : fill(words.registry, { host, name });

/**
 * What is to be said beside the results: unknown codes, codes of others, texts of clients, old spellings; and, where
 * there is nothing to show, what to try.
 *
 * @param shown number of results that are shown
 */
export async function explain(
  answer: Answer,
  shown: number,
  search: SearchWords,
  explanations: Promise<ExplanationWords>,
): Promise<HTMLElement[]> {
  const words = { ...(await explanations), search };
  const notes = [
    ...causeNotes(answer, words),
    ...answer.resolution.findings
      .map((finding) => explanation(finding, words))
      .filter((part) => part !== undefined),
  ];
  const found = answer.causes.length + answer.hits.length + answer.pages.length;
  if (found > 0 && shown === 0)
    return [...notes, element('p', { class: 'explanation' }, words.empty.tooNarrow)];
  const isSilent = notes.length === 0 && !answer.isPartial;
  return answer.final && found === 0 && isSilent ? [emptyHelp(answer, words)] : notes;
}
