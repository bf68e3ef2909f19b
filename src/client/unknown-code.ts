import { productPathOf } from '../addresses/addresses.ts';
import type { Hit, UnknownFinding } from '../search/finding.ts';
import type { Strings } from '../i18n/index.ts';
import { element } from './dom.ts';

/** The words that client scripts are handed in `data-words`. */
export interface UnknownWords {
  readonly unknown: Pick<
    Strings['unknown'],
    | 'title'
    | 'noStructure'
    | 'service'
    | 'status'
    | 'class'
    | 'client'
    | 'server'
    | 'sequence'
    | 'report'
    | 'reportWhere'
    | 'reportAsk'
  >;
  readonly verdict: Strings['verdict'];
  readonly marks: Strings['marks'];
}

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

/** What the structure of an unknown code tells: service, status, class, who acts, whether a retry can help. */
export function structureOf(
  { structure }: UnknownFinding,
  { unknown, verdict, marks }: UnknownWords,
): HTMLElement {
  if (!structure) return element('p', {}, unknown.noStructure);
  const { service, httpStatus, sequence, status } = structure;
  const facts: [string, string][] = [
    [unknown.service, service],
    [unknown.status, `${httpStatus} ${status.label}${marks.colon}${status.meaning}`],
    [
      unknown.class,
      `${Math.floor(httpStatus / 100)}xx ${httpStatus < 500 ? unknown.client : unknown.server}`,
    ],
    [unknown.sequence, sequence],
    [verdict.actor, verdict.actors[status.actor]],
    [verdict.retry, `${verdict.retries[status.retry]}${marks.colon}${status.retryReason}`],
  ];
  return element(
    'dl',
    { class: 'facts' },
    ...facts.flatMap(([term, text]) => [element('dt', {}, term), element('dd', {}, text)]),
  );
}

/** Known codes with near numbers, as neighbours: they are no answer. */
export function neighboursOf({ neighbours }: UnknownFinding, root: string): HTMLElement {
  return element(
    'ul',
    { class: 'code-list', 'data-neighbours': '' },
    ...neighbours.map((hit) => element('li', {}, hitLink(hit, root), element('span', {}, hit.description))),
  );
}

/** A text by which the maintainers or the vendor's support can be told of an unknown code. */
export function reportOf({ code, structure }: UnknownFinding, where: string, words: UnknownWords): string {
  const { unknown, marks } = words;
  return [
    `${unknown.report}${code}`,
    ...(structure
      ? [`${unknown.status}${marks.colon}${structure.httpStatus} ${structure.status.label}`]
      : []),
    `${unknown.reportWhere}${where}`,
    ...unknown.reportAsk,
  ].join('\n');
}
