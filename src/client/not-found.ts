import { addressTexts, decodePath, meantBy, pageMeant } from '../addresses/address-text.ts';
import type { Finding, Hit, KnownFinding, Resolution, UnknownFinding } from '../search/finding.ts';
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

function textsOf(finding: Finding, explained: Explained): string[] {
  if (finding.kind === 'foreign') {
    const service = serviceOf(finding, explained);
    return [finding.code, ...(service ? [service.name, service.note] : [])];
  }
  const status = finding.kind === 'status' ? explained.statuses[Number(finding.status)] : undefined;
  return status && finding.kind === 'status' ? [`HTTP ${finding.status}`, status.label, status.meaning] : [];
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

  async #answer(): Promise<void> {
    const base = `${this.#root}/`;
    const page = pageMeant(location.pathname, linkedPages(), base);
    if (page !== undefined) return this.#goTo(page);
    const { lookup = '' } = this.dataset;
    const index = await new Lookup(lookup).all();
    for (const text of addressTexts(location, base)) {
      if (await this.#show(text, resolve(text, index), lookup)) return;
      if (ERROR_STATUS.test(text)) return this.#showStatus(text, await fetchExplained(lookup, false));
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
    else if (said) this.#reveal('[data-explained]');
    else if (hits.length > 0) this.#showHits(hits);
    const field = this.querySelector<HTMLInputElement>('[data-search-field] input');
    if (field && field.value === '') field.value = text;
    return unknown !== undefined || said || hits.length > 0;
  }

  /** A status that no list has means what x00 means. */
  #showStatus(text: string, explained: Explained): void {
    const status = statusFacts(Number(text.slice(-3)), explained);
    const texts = [text, ...(status ? [status.meaning, status.retry.reason] : [])];
    this.querySelector('[data-explained]')?.replaceChildren(...texts.map((each) => element('p', {}, each)));
    this.#reveal('[data-explained]');
  }

  /** @returns whether there is something to say of a code of another service, or of a status */
  #explain(finding: Finding, explained: Explained): boolean {
    const texts = textsOf(finding, explained);
    this.querySelector('[data-explained]')?.replaceChildren(...texts.map((text) => element('p', {}, text)));
    return texts.length > 0;
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
    const words = JSON.parse(this.dataset['words'] ?? '{}') as Words;
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
    this.querySelector('[data-heading]')?.replaceChildren(
      element('code', { class: 'code-name', translate: 'no' }, finding.code),
      element('span', {}, words.title),
    );
    this.#reveal('[data-unknown]');
    // The heading names the code now.
    this.querySelector('[data-nowhere]')?.remove();
    document.title = `${finding.code} - ${document.title}`;
  }

  #reveal(selector: string): void {
    const part = this.querySelector<HTMLElement>(selector);
    if (part) part.hidden = false;
  }
}

customElements.define('not-found', NotFound);
