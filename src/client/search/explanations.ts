import { messagePath, statusPath, tablePath, topicPath } from '../../addresses/addresses.ts';
import { productPathOf } from '../../addresses/addresses.ts';
import type { Finding, Hit, Structure, UnknownFinding } from '../../search/finding.ts';
import { link } from '../links.ts';
import { words } from '../../i18n/explanations.ts';
import type { OtherRegistry } from '../../search/causes.ts';
import type { Answer } from './answer.ts';
import { element } from '../dom.ts';
import { codeLine, filesMissing } from './results.ts';

const anchor = (path: string, text: string) => element('a', { href: link(path) }, text);
const card = (
  attributes: Record<string, string>,
  title: string,
  ...children: (Node | string | undefined)[]
) => element('section', { class: 'explanation', ...attributes }, element('h2', {}, title), ...children);

function structureText({ service, httpStatus, status }: Structure): string {
  return [
    words.unknown.structure(service, httpStatus, status.label),
    status.meaning,
    words.unknown.actor[status.actor],
    status.retryReason,
  ].join('');
}

function neighbourList(hits: readonly Hit[]): HTMLElement {
  return element(
    'div',
    { class: 'neighbours' },
    element('h3', {}, words.neighbours),
    element('ul', {}, ...hits.map((hit) => element('li', {}, codeLine(hit, [])))),
  );
}

/** Where the codes with a status are listed: those of the product at the root, or the first that has any. */
function productPathFor(hits: readonly Hit[]): string {
  const paths = hits.map(({ path }) => productPathOf(path));
  return paths.includes('') ? '' : (paths[0] ?? '');
}

function unknownCard({ code, structure, neighbours }: UnknownFinding): HTMLElement {
  return card(
    { 'data-unknown-code': code },
    `${words.unknown.title}：${code}`,
    element('p', {}, structure ? structureText(structure) : words.unknown.noStructure),
    element('p', {}, words.unknown.check),
    element(
      'p',
      { class: 'links' },
      anchor(topicPath('support'), words.empty.support),
      structure
        ? anchor(
            tablePath({ status: structure.httpStatus }, productPathFor(neighbours)),
            words.unknown.sameStatus(structure.httpStatus),
          )
        : anchor(tablePath(), words.empty.all),
    ),
    neighbours.length === 0 ? undefined : neighbourList(neighbours),
  );
}

function explanation(finding: Finding): HTMLElement | undefined {
  switch (finding.kind) {
    case 'unknown':
      return unknownCard(finding);
    case 'known':
      return finding.alias === undefined
        ? undefined
        : element('p', { class: 'explanation' }, words.alias(finding.alias, finding.hit.code));
    case 'foreign': {
      const { code, service } = finding;
      const title = service ? words.foreign.title(service.name) : words.foreign.unlisted;
      return card(
        { 'data-finding': 'foreign' },
        `${code}：${title}`,
        element('p', {}, service?.note ?? words.foreign.unlistedNote),
        service?.url === undefined
          ? undefined
          : element('p', {}, element('a', { href: service.url, rel: 'noreferrer' }, words.foreign.link)),
      );
    }
    case 'status':
      return finding.brief === undefined
        ? undefined
        : element(
            'p',
            { class: 'explanation' },
            `HTTP ${finding.status} ${finding.brief.name}（${finding.brief.label}）：${finding.brief.meaning}`,
            finding.hits.length === 0
              ? [
                  words.noneOfStatus,
                  words.unknown.actor[finding.brief.actor],
                  finding.brief.retryReason,
                ].join('')
              : anchor(
                  statusPath(finding.status, productPathFor(finding.hits)),
                  words.unknown.sameStatus(Number(finding.status)),
                ),
          );
    default:
      return undefined;
  }
}

/** Help where nothing was found: what was understood, what to try, whom to ask. */
function emptyHelp({ resolution }: Answer): HTMLElement {
  return card(
    { 'data-empty': '' },
    words.empty.title,
    element(
      'p',
      {},
      resolution.words === '' ? words.empty.nothingRead : words.empty.understood(resolution.asked),
    ),
    element('ul', {}, ...words.empty.tips.map((tip) => element('li', {}, tip))),
    element('p', {}, words.empty.report),
    element(
      'p',
      { class: 'links' },
      anchor(messagePath(), words.empty.messages),
      anchor(topicPath('support'), words.empty.support),
      anchor(tablePath(), words.empty.all),
    ),
  );
}

/** Which other registry the text speaks of, and what would tell the causes of its lines apart. */
function causeNotes({ resolution }: Answer): HTMLElement[] {
  const found = resolution.findings.flatMap((finding) => (finding.kind === 'cause' ? [finding.found] : []));
  const registry = found.find((each) => each.registry)?.registry;
  const apart = [...new Set(found.flatMap((each) => each.apart ?? []))];
  return [
    ...(registry
      ? [element('p', { class: 'explanation', 'data-finding': 'registry' }, registryText(registry))]
      : []),
    ...apart.map((text) => card({ 'data-finding': 'apart' }, words.cause.apart, element('p', {}, text))),
  ];
}

const registryText = ({ host, name }: OtherRegistry) =>
  name === undefined ? words.cause.otherRegistry(host) : words.cause.registry(host, name);

/**
 * What is to be said beside the results: unknown codes, codes of others, texts of clients, old spellings; files
 * that are missing; and, where there is nothing to show, what to try.
 *
 * @param shown number of results that are shown
 */
export function explain(answer: Answer, shown: number): HTMLElement[] {
  const notes = [
    ...causeNotes(answer),
    ...answer.resolution.findings.map(explanation).filter((part) => part !== undefined),
    ...(answer.isPartial ? [filesMissing()] : []),
  ];
  const found = answer.causes.length + answer.hits.length + answer.pages.length;
  if (found > 0 && shown === 0)
    return [...notes, element('p', { class: 'explanation' }, words.empty.tooNarrow)];
  if (answer.final && found === 0 && notes.length === 0) return [emptyHelp(answer)];
  return notes;
}
