import { messagePath, productPathOf, statusPath, tablePath, topicPath } from '../../addresses/addresses.ts';
import type { Finding, ForeignFinding, Hit, StatusFinding, UnknownFinding } from '../../search/finding.ts';
import { link } from '../links.ts';
import { fill } from '../../i18n/fill.ts';
import { elsewhereOf, pageExplained, serviceOf, unknownDetails, type Explained } from '../explained.ts';
import type { OtherRegistry } from '../../search/causes.ts';
import type { Answer } from './answer.ts';
import { element } from '../dom.ts';

type Words = Explained['words'];

const anchor = (path: string, text: string) => element('a', { href: link(path) }, text);
const card = (
  attributes: Record<string, string>,
  title: string,
  ...children: (Node | string | undefined)[]
) => element('section', { class: 'explanation', ...attributes }, element('h2', {}, title), ...children);

/** Where the codes with a status are listed: those of the product at the root, or the first that has any. */
function productPathFor(hits: readonly Hit[]): string {
  const paths = hits.map(({ path }) => productPathOf(path));
  return paths.includes('') ? '' : (paths[0] ?? '');
}

function unknownCard(finding: UnknownFinding, explained: Explained): HTMLElement {
  const { unknown, empty, sameStatus, verdict } = explained.words;
  const { code, structure, neighbours } = finding;
  const [parts = '', ...near] = unknownDetails(finding, link(''), explained);
  return card(
    { 'data-unknown-code': code },
    fill(unknown.title, { code }),
    elsewhereOf(finding, explained),
    parts,
    element('p', {}, fill(unknown.check, { vendor: structure?.vendor ?? verdict.actors.vendor })),
    element(
      'p',
      { class: 'links' },
      anchor(topicPath('support'), empty.support),
      structure
        ? anchor(
            tablePath({ status: structure.httpStatus }, productPathFor(neighbours)),
            fill(sameStatus, { status: structure.httpStatus }),
          )
        : anchor(tablePath(), empty.all),
    ),
    ...near,
  );
}

function foreignCard(finding: ForeignFinding, explained: Explained): HTMLElement {
  const { foreign } = explained.words;
  const service = serviceOf(finding, explained);
  const { code } = finding;
  return card(
    { 'data-finding': 'foreign' },
    service ? fill(foreign.title, { code, name: service.name }) : fill(foreign.unlisted, { code }),
    element('p', {}, service?.note ?? foreign.unlistedNote),
    service?.url === undefined
      ? undefined
      : element('p', {}, element('a', { href: service.url, rel: 'noreferrer' }, foreign.link)),
  );
}

function statusNote(
  { status, reason: name = '', hits }: StatusFinding,
  { statuses, words }: Explained,
): HTMLElement | undefined {
  const facts = statuses[Number(status)];
  if (!facts) return undefined;
  const { label, meaning, actor, retry } = facts;
  const { actors, retries } = words.verdict;
  return element(
    'p',
    { class: 'explanation' },
    fill(words.status, { status, name, label, meaning }),
    hits.length === 0
      ? fill(words.noneOfStatus, {
          actor: actors[actor],
          retry: retries[retry.verdict],
          reason: retry.reason,
        })
      : anchor(statusPath(status, productPathFor(hits)), fill(words.sameStatus, { status })),
  );
}

function explanation(finding: Finding, explained: Explained): HTMLElement | undefined {
  switch (finding.kind) {
    case 'unknown':
      return unknownCard(finding, explained);
    case 'known': {
      const { alias, hit } = finding;
      if (alias === undefined) return undefined;
      return element('p', { class: 'explanation' }, fill(explained.words.alias, { alias, code: hit.code }));
    }
    case 'foreign':
      return foreignCard(finding, explained);
    case 'status':
      return statusNote(finding, explained);
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
export async function explain(answer: Answer, shown: number): Promise<HTMLElement[]> {
  const isOther = answer.resolution.findings.some(
    (finding) => finding.kind === 'foreign' || (finding.kind === 'unknown' && finding.isElsewhere),
  );
  const explained = await pageExplained(isOther);
  const { words } = explained;
  const notes = [
    ...causeNotes(answer, words),
    ...answer.resolution.findings
      .map((finding) => explanation(finding, explained))
      .filter((part) => part !== undefined),
  ];
  const found = answer.causes.length + answer.hits.length + answer.pages.length;
  if (found > 0 && shown === 0)
    return [...notes, element('p', { class: 'explanation' }, words.empty.tooNarrow)];
  const isSilent = notes.length === 0 && !answer.isPartial;
  return answer.final && found === 0 && isSilent ? [emptyHelp(answer, words)] : notes;
}
