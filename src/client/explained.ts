/** What is said of codes that the site does not list: on their page, in the decoder, beside the results of a search. */
import { productPathOf } from '../addresses/addresses.ts';
import { fill } from '../i18n/fill.ts';
import type { Strings } from '../i18n/index.ts';
import type { ForeignFinding, Hit, Structure, UnknownFinding } from '../search/finding.ts';
import {
  EXPLANATIONS_FILE,
  OTHERS_FILE,
  type Explanations,
  type OthersFile,
  type StatusFacts,
} from '../search/lookup-file.ts';
import { element } from './dom.ts';
import { fetchBeside, once } from './fetch.ts';
import { lookupAddress } from './links.ts';

/** The facts, and the words in which they are told; see `src/outputs/lookup.ts`. */
export interface Explained extends Explanations, OthersFile {
  readonly words: Strings['explanations'] & Pick<Strings, 'verdict'>;
}

/** Words about codes of others come with what is said of them. */
type WordedOthers = OthersFile & { readonly words: Pick<Explained['words'], 'foreign' | 'elsewhere'> };

/**
 * @param lookup address of a product's look-up file, beside which theirs are
 * @param isOther whether codes of other services and other lists are to be explained, too
 * @throws when they cannot be loaded
 */
export async function fetchExplained(lookup: string, isOther: boolean): Promise<Explained> {
  const [explained, others] = await Promise.all([
    fetchBeside<Omit<Explained, keyof OthersFile>>(lookup, EXPLANATIONS_FILE),
    isOther ? fetchBeside<WordedOthers>(lookup, OTHERS_FILE) : { services: {}, pageless: [], words: {} },
  ]);
  return { ...explained, ...others, words: { ...explained.words, ...others.words } };
}

const ofOwn = once(() => fetchExplained(lookupAddress(), false));
const ofAll = once(() => fetchExplained(lookupAddress(), true));

/** Those of the page, loaded once. */
export const pageExplained = (isOther: boolean): Promise<Explained> => (isOther ? ofAll() : ofOwn());

/** Link to a code's page, with its description. */
export function hitLink(hit: Hit, root: string): HTMLElement {
  return element(
    'a',
    { href: `${root}${hit.path}` },
    element('code', { class: 'code-name', translate: 'no' }, hit.code),
  );
}

/** Names product and domain of a code that is not of the product at the site's root: another may list the same code. */
export function productBadge(hit: Hit): HTMLElement | undefined {
  return productPathOf(hit.path) === '' ? undefined : element('span', { class: 'badge' }, hit.domainName);
}

/** What is known of a status; one that no list has means what x00 means (RFC 9110, section 15). */
export function statusFacts(status: number, { statuses }: Explanations): StatusFacts | undefined {
  return statuses[status] ?? statuses[Math.floor(status / 100) * 100];
}

type Fact = readonly [term: string, text: string, verdict?: string];

/** What a status tells: its meaning and class, who acts, whether a retry can help. */
function statusTold(
  httpStatus: number,
  { label, meaning, actor, retry }: StatusFacts,
  { unknown, verdict }: Explained['words'],
  vendor = verdict.actors.vendor,
): Fact[] {
  const side = httpStatus < 500 ? unknown.client : unknown.server;
  return [
    [unknown.status, fill(unknown.statusSays, { status: httpStatus, label, meaning })],
    [unknown.class, fill(side, { class: `${Math.floor(httpStatus / 100)}xx` })],
    [verdict.actor, { ...verdict.actors, vendor }[actor], actor],
    [
      verdict.retry,
      fill(unknown.retrySays, { verdict: verdict.retries[retry.verdict], reason: retry.reason }),
      retry.verdict,
    ],
  ];
}

/** What is known of a status that came without a code; undefined where nothing is. */
export function statusOf(httpStatus: number, explained: Explained): HTMLElement | undefined {
  const status = statusFacts(httpStatus, explained);
  return status && factList(statusTold(httpStatus, status, explained.words));
}

/** What the parts of an unknown code tell: service, number, and what its status does. */
export function structureOf(structure: Structure | undefined, explained: Explained): HTMLElement {
  const { unknown } = explained.words;
  const status = structure && statusFacts(structure.httpStatus, explained);
  if (!status) return element('p', {}, unknown.noStructure);
  const { service, httpStatus, sequence, vendor } = structure;
  const [says, side, ...verdicts] = statusTold(httpStatus, status, explained.words, vendor);
  return factList(
    [[unknown.service, service], says, side, [unknown.sequence, sequence], ...verdicts].filter(
      (fact): fact is Fact => fact !== undefined,
    ),
  );
}

function factList(facts: readonly Fact[]): HTMLElement {
  return element(
    'dl',
    { class: 'facts' },
    ...facts.flatMap(([term, text, face]) => [
      element('dt', {}, term),
      element('dd', { 'data-verdict': face }, text),
    ]),
  );
}

/** What another official list says of a code that needs no page; undefined where none has it. */
export function elsewhereOf({ code }: UnknownFinding, explained: Explained): HTMLElement | undefined {
  const { pageless, words } = explained;
  const group = pageless.find(({ codes }) => Object.hasOwn(codes, code));
  if (!group) return undefined;
  const { about, codes } = group;
  return element('p', { 'data-elsewhere': '' }, fill(words.elsewhere, { meaning: codes[code] ?? '', about }));
}

/** Known codes with near numbers: they are no answer. */
export function neighboursOf({ neighbours }: UnknownFinding, root: string): HTMLElement {
  return element(
    'ul',
    { class: 'code-list', 'data-neighbours': '' },
    ...neighbours.map((hit) => element('li', {}, hitLink(hit, root), element('span', {}, hit.description))),
  );
}

/** All that there is to tell of an unknown code. */
export function unknownDetails(finding: UnknownFinding, root: string, explained: Explained): HTMLElement[] {
  const near = [element('h3', {}, explained.words.neighbours), neighboursOf(finding, root)];
  return [structureOf(finding.structure, explained), ...(finding.neighbours.length > 0 ? near : [])];
}

/** The service that a code is of, where the site lists it. */
export function serviceOf({ prefix }: Pick<ForeignFinding, 'prefix'>, { services }: Explained) {
  return prefix === undefined ? undefined : services[prefix];
}
