import { addressTexts, decodePath, meantBy, pageMeant } from '../addresses/address-text.ts';
import type {
  Finding,
  ForeignFinding,
  Hit,
  KnownFinding,
  Resolution,
  UnknownFinding,
} from '../search/finding.ts';
import { resolve } from '../search/resolve.ts';
import { visible } from '../lib/visible.ts';
import { element } from './dom.ts';
import { Lookup } from './lookup.ts';
import { fill } from '../i18n/fill.ts';
import type { Strings } from '../i18n/index.ts';
import {
  elsewhereOf,
  fetchExplained,
  hitLink,
  neighboursOf,
  productBadge,
  serviceOf,
  statusFacts,
  statusOf,
  structureOf,
  type Explained,
} from './explained.ts';

type Words = Strings['unknown']['later'];

const isKnown = (finding: Resolution['findings'][number]): finding is KnownFinding =>
  finding.kind === 'known';
const isUnknown = (finding: Resolution['findings'][number]): finding is UnknownFinding =>
  finding.kind === 'unknown';

/** What stands around the content of every page. */
const FRAME = ['.sl-skip-link', 'header.header', '.sidebar', '.site-footer'];

/** What an address becomes that names the status of an error; see `addressTexts`. */
const ERROR_STATUS = /^HTTP [45]\d\d$/u;

/** What is known of a code of another service. */
function foreignCard(finding: ForeignFinding, explained: Explained): (HTMLElement | undefined)[] {
  const { foreign } = explained.words;
  const { code } = finding;
  const service = serviceOf(finding, explained);
  const title = service
    ? fill(foreign.title, { code, name: service.name })
    : fill(foreign.unlisted, { code });
  return [
    element('p', { class: 'note' }, title),
    element('p', {}, service?.note ?? foreign.unlistedNote),
    service?.url === undefined
      ? undefined
      : element('p', {}, element('a', { href: service.url, rel: 'noreferrer' }, foreign.link)),
  ];
}

/** A text by which the maintainers or the vendor's support can be told of an unknown code. */
function reportOf({ code, structure }: UnknownFinding, words: Words, explained: Explained): string {
  const status = structure && statusFacts(structure.httpStatus, explained);
  return [
    fill(words.report, { code }),
    ...(status ? [fill(words.reportStatus, { status: structure.httpStatus, label: status.label })] : []),
    fill(words.reportWhere, { address: location.href }),
    ...words.reportAsk,
  ].join('\n');
}

/** Pages that this one links to, which are all but those of codes: the menu has them. */
const linkedPages = () =>
  [...document.links].filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);

/** The part in the language of the address; that of the site's root comes first, and every address begins like it. */
function partMeant(): HTMLElement | undefined {
  const parts = [...document.querySelectorAll<HTMLElement>('not-found')];
  return parts.findLast(({ dataset }) => location.pathname.startsWith(dataset['base'] ?? '/')) ?? parts[0];
}

/**
 * `<not-found lang data-base data-lookup data-decode data-words data-title>`, one for each language: reads the address, shows it, and forwards to
 * the code or to the page of the menu that it names. Goes to addresses of this site only: where to comes from the data, never from the address.
 */
class NotFound extends HTMLElement {
  connectedCallback(): void {
    if (this !== partMeant()) return this.remove();
    const address = this.querySelector('[data-address]');
    const { pathname, search, hash } = location;
    if (address) address.textContent = visible(decodePath(pathname + search + hash));
    const { title } = this.dataset;
    const framed = title === undefined ? Promise.resolve() : this.#replaceFrame(title);
    void framed.then(() => this.#answer()).finally(() => this.setAttribute('data-ready', ''));
  }

  /** Header, menu and footer come in the language of the site's root; those of this one are on each of its pages. */
  async #replaceFrame(title: string): Promise<void> {
    document.documentElement.lang = this.lang;
    document.title = title;
    const heading = this.querySelector('[data-heading]');
    heading?.replaceWith(element('h1', { id: heading.id, 'data-heading': '' }, ...heading.childNodes));
    const page = await fetch(`${this.#root}/search/`).then(
      async (answer) => (answer.ok ? answer.text() : ''),
      () => '',
    );
    // The policy of this page knows no styles of another page's head.
    const frame = new DOMParser().parseFromString(page.slice(page.indexOf('<body')), 'text/html');
    frame.querySelector('.page-report')?.remove();
    for (const selector of FRAME) {
      const own = frame.querySelector(selector);
      document.querySelector(selector)?.replaceWith(...(own ? [document.importNode(own, true)] : []));
    }
  }

  /** Path of the site without the slash at its end, ready to be put before an address of the site. */
  get #root(): string {
    return (this.dataset['base'] ?? '/').replace(/\/$/u, '');
  }

  get #words(): Words {
    return JSON.parse(this.dataset['words'] ?? '{}') as Words;
  }

  async #answer(): Promise<void> {
    const base = `${this.#root}/`;
    const page = pageMeant(location.pathname, linkedPages(), base);
    if (page !== undefined) return this.#goTo(page);
    const { lookup = '' } = this.dataset;
    const index = await new Lookup(lookup).all();
    for (const text of addressTexts(location, base)) {
      if (await this.#show(text, resolve(text, index), lookup)) return;
      if (ERROR_STATUS.test(text)) {
        this.#showStatus(text.slice(-3), await fetchExplained(lookup, false));
        return;
      }
    }
  }

  /** @returns whether the text led to anything */
  async #show(text: string, { findings, hits }: Resolution, lookup: string): Promise<boolean> {
    const known = meantBy(findings.filter(isKnown), location.pathname.slice(this.#root.length));
    const [only] = known;
    if (only && known.length === 1 && this.#forward(only.hit)) return true;
    // Latin words of an address are names of folders and files; they say nothing.
    if (findings.length === 0 && !/\p{Script=Han}/u.test(text)) return false;
    const unknown = findings.find(isUnknown);
    const strange = findings.find(({ kind }) => kind === 'foreign' || kind === 'status');
    const said =
      !unknown && strange !== undefined && this.#explain(strange, await fetchExplained(lookup, true));
    if (unknown) this.#showUnknown(unknown, await fetchExplained(lookup, unknown.isElsewhere ?? false));
    else if (!said && hits.length > 0) this.#showHits(hits);
    const field = this.querySelector<HTMLInputElement>('[data-search-field] input');
    if (field && field.value === '') field.value = text;
    return unknown !== undefined || said || hits.length > 0;
  }

  /** @returns whether there is something to say of a code of another service, or of a status */
  #explain(finding: Finding, explained: Explained): boolean {
    if (finding.kind === 'status') return this.#showStatus(finding.status, explained);
    if (finding.kind !== 'foreign') return false;
    this.#showCard(finding.code, this.#words.foreign, foreignCard(finding, explained));
    return true;
  }

  #showStatus(status: string, explained: Explained): boolean {
    const card = statusOf(Number(status), explained);
    if (card) this.#showCard(`HTTP ${status}`, statusFacts(Number(status), explained)?.label, [card]);
    return card !== undefined;
  }

  /** The card of what an address names though it has no page here. */
  #showCard(name: string, title: string | undefined, card: readonly (HTMLElement | undefined)[]): void {
    const said = card.filter((part) => part !== undefined);
    this.querySelector('[data-explained]')?.replaceChildren(...said);
    this.#reveal('[data-explained]');
    this.#head(name, title);
  }

  #forward(hit: Hit): boolean {
    const target = `${this.#root}${hit.path}`;
    // The page of the code itself is missing on this host: forwarding would go round for ever.
    if (target === location.pathname) return false;
    this.#goTo(target);
    return true;
  }

  /** Takes the place of this page in the history, so that «back» leads to where the visitor came from. */
  #goTo(path: string): void {
    location.replace(`${path}${location.search}${location.hash}`);
  }

  #showHits(hits: readonly Hit[]): void {
    this.querySelector('[data-results]')?.replaceChildren(
      ...hits.map((hit) =>
        element('li', {}, hitLink(hit, this.#root), element('span', {}, hit.description), productBadge(hit)),
      ),
    );
    this.#reveal('[data-found]');
  }

  #showUnknown(finding: UnknownFinding, explained: Explained): void {
    const words = this.#words;
    const section = this.querySelector('[data-unknown]');
    section?.setAttribute('data-unknown-code', finding.code);
    this.querySelector('[data-structure]')?.replaceChildren(structureOf(finding.structure, explained));
    const elsewhere = elsewhereOf(finding, explained);
    if (elsewhere) this.querySelector('.guess')?.before(elsewhere);
    if (finding.neighbours.length > 0) {
      this.querySelector('[data-near]')?.append(neighboursOf(finding, this.#root));
      this.#reveal('[data-near]');
    }
    const report = reportOf(finding, words, explained);
    this.querySelector('[data-report]')?.replaceChildren(report);
    this.querySelector('.copy-button')?.setAttribute('data-text', report);
    this.#reveal('[data-unknown]');
    this.#head(finding.code, words.title);
  }

  /** The heading names what the address names; that it leads nowhere need not be said any more. */
  #head(name: string, title = ''): void {
    this.querySelector('[data-heading]')?.replaceChildren(
      element('code', { class: 'code-name', translate: 'no' }, name),
      element('span', {}, title),
    );
    this.querySelector('[data-nowhere]')?.remove();
    document.title = `${name} - ${document.title}`;
  }

  #reveal(selector: string): void {
    const part = this.querySelector<HTMLElement>(selector);
    if (part) part.hidden = false;
  }
}

customElements.define('not-found', NotFound);
