import { codePath, messagePath } from '../addresses/addresses.ts';
import type { CauseLine, ForeignLine, KnownLine, Line, UnknownLine } from '../decode/decode.ts';
import type { Segment } from '../decode/marks.ts';
import { visible } from '../lib/visible.ts';
import { fill } from '../i18n/fill.ts';
import type { Strings } from '../i18n/index.ts';
import type { DecodeReply, DecodeRequest } from './decode-worker.ts';
import type { Advice, AdviceFile } from '../search/lookup-file.ts';
import { pageAdvice } from './advice.ts';
import { conclusion, conclusionMarkdown } from './conclusion.ts';
import { link, lookupAddress } from './links.ts';
import type { SiteSearch } from './search/opener.ts';
import { element, type Child } from './dom.ts';
import {
  elsewhereOf,
  hitLink,
  pageExplained,
  productBadge,
  serviceOf,
  unknownDetails,
  type Explained,
} from './explained.ts';

type Words = Pick<Strings, 'decode' | 'verdict'>;
type Decoded = Extract<DecodeReply, { kind: 'decoded' }>;

/** More results than this are counted, not listed. */
const MAX_LINES = 1000;

/**
 * `<decode-box data-words>`: the box for a whole ticket. What is put into it goes to a worker of this page and nowhere
 * else.
 */
class DecodeBox extends HTMLElement {
  #worker: Worker | undefined;
  #isBusy = false;
  /** The text that came while the worker was busy; only the latest counts. */
  #waiting: string | undefined;
  #advice: AdviceFile = {};
  #explained: Explained | undefined;
  #lines: readonly Line[] = [];

  connectedCallback(): void {
    this.#worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<DecodeReply>) => this.#receive(data));
    this.#worker.addEventListener('error', () => this.#failed());
    this.#input?.addEventListener('input', () => this.#changed());
    this.#input?.addEventListener('focus', () => this.#prepare(), { once: true });
    this.#input?.addEventListener('paste', () => this.#showResults());
    for (const button of this.querySelectorAll<HTMLElement>('[data-copy]'))
      button.addEventListener('click', () => void this.#copy(button));
    this.querySelector('[data-clear]')?.addEventListener('click', () => this.#clear());
    this.#send({ lookup: new URL(lookupAddress(), location.href).href });
    void this.#takeOver();
  }

  disconnectedCallback(): void {
    this.#worker?.terminate();
  }

  /** A ticket that was put into a search field comes here. */
  async #takeOver(): Promise<void> {
    await customElements.whenDefined('site-search');
    const text = (document.querySelector('site-search') as SiteSearch).takeOver();
    if (text === undefined || !this.#input) return;
    this.#input.value = text;
    this.#prepare();
    this.#changed();
  }

  /** Loads what only texts ask for. Without advice and explanations, results are shorter. */
  #prepare(): void {
    this.#send({ awaits: 'text' });
    const load = <Value>(loading: Promise<Value>, take: (value: Value) => void) =>
      void loading.then(take).then(
        () => this.#changed(),
        () => undefined,
      );
    load(pageAdvice(), (advice) => (this.#advice = advice));
    load(pageExplained(true), (explained) => (this.#explained = explained));
  }

  /** Scrolls to the results after a paste where they are below the fold. */
  #showResults(): void {
    const found = this.querySelector<HTMLElement>('[data-found]');
    setTimeout(() => {
      if (found && found.getBoundingClientRect().top > innerHeight * 0.6) found.scrollIntoView();
    }, 300);
  }

  async #copy(button: HTMLElement): Promise<void> {
    const { decode, verdict } = this.#words;
    const make = button.dataset['copy'] === 'markdown' ? conclusionMarkdown : conclusion;
    const text = make(this.#lines, {
      words: { ...decode.conclusion, verdict },
      advice: this.#advice,
      explained: this.#explained,
    });
    const label = button.textContent;
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    button.textContent = isCopied ? decode.copied : decode.copyFailed;
    setTimeout(() => (button.textContent = label), 2000);
  }

  get #words(): Words {
    return JSON.parse(this.dataset['words'] ?? '{}') as Words;
  }

  get #input(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  get #results(): Element | null {
    return this.querySelector('[data-results]');
  }

  #send(request: DecodeRequest): void {
    this.#worker?.postMessage(request);
  }

  #say(text: string): void {
    this.querySelector('[data-status]')?.replaceChildren(text);
  }

  /** Before the box opens, it is the worker itself that could not be loaded. */
  #failed(): void {
    if (this.#input?.disabled) this.#missing(true);
    else this.#say(this.#words.decode.failed);
  }

  #missing(isMissing: boolean): void {
    this.#toggle('[data-files-missing]', isMissing);
    if (isMissing) this.#say('');
  }

  #clear(): void {
    if (this.#input) this.#input.value = '';
    this.#changed();
    this.#input?.focus();
  }

  #changed(): void {
    this.#results?.removeAttribute('data-ready');
    const text = this.#input?.value ?? '';
    this.#waiting = text;
    if (text.trim() === '') {
      this.#waiting = undefined;
      this.#showNothing();
    } else if (!this.#isBusy) this.#next();
  }

  #next(): void {
    if (this.#waiting === undefined) return;
    this.#isBusy = true;
    this.#send({ text: this.#waiting });
    this.#waiting = undefined;
  }

  #receive(reply: DecodeReply): void {
    this.#missing(reply.kind === 'missing');
    if (reply.kind === 'ready') {
      if (this.#input) this.#input.disabled = false;
      this.#say(this.#words.decode.open);
      this.#changed();
      return;
    }
    this.#isBusy = false;
    if (reply.kind === 'missing') return;
    if (this.#waiting !== undefined) this.#next();
    else if ((this.#input?.value ?? '').trim() !== '') this.#show(reply);
  }

  #showNothing(): void {
    this.#results?.replaceChildren();
    this.querySelector('[data-facts]')?.replaceChildren();
    this.querySelector('[data-marked]')?.replaceChildren();
    this.#toggle('[data-found]', false);
    this.#toggle('[data-places]', false);
    this.#say(this.#words.decode.open);
  }

  #toggle(selector: string, isShown: boolean): void {
    const part = this.querySelector<HTMLElement>(selector);
    if (part) part.hidden = !isShown;
  }

  #show({ decoding, lineNumbers, segments }: Decoded): void {
    const { decode } = this.#words;
    const { lines } = decoding;
    this.#lines = lines;
    const shown = lines.slice(0, MAX_LINES).map((line, at) => this.#item(line, lineNumbers[at] ?? 1));
    this.#results?.replaceChildren(...shown);
    const facts = this.#facts(decoding);
    this.querySelector('[data-facts]')?.replaceChildren(...facts);
    this.querySelector('[data-marked]')?.replaceChildren(
      ...segments.map((segment) => this.#segment(segment)),
    );
    this.#toggle('[data-found]', lines.length + facts.length > 0);
    this.#toggle('[data-places]', segments.length > 0);
    const count = lines.length === 0 ? decode.none : fill(decode.count, { count: lines.length });
    const more = lines.length > MAX_LINES ? fill(decode.more, { count: MAX_LINES }) : '';
    this.#say([count, more].join(' ').trim());
    this.#results?.setAttribute('data-ready', '');
  }

  #facts({ facts, statuses }: Decoded['decoding']): Element[] {
    const { decode } = this.#words;
    const kinds = [
      [decode.requestId, facts.filter(({ kind }) => kind === 'request-id').map(({ value }) => value)],
      [decode.region, facts.filter(({ kind }) => kind === 'region').map(({ value }) => value)],
      [decode.statuses, statuses],
    ] as const;
    return kinds
      .filter(([, values]) => values.length > 0)
      .flatMap(([term, values]) => [
        element('dt', {}, term),
        element('dd', {}, ...values.slice(0, MAX_LINES).map((value) => element('code', {}, value))),
      ]);
  }

  #item(line: Line, lineNumber: number): HTMLElement {
    const { decode } = this.#words;
    const note = this.#place(line, lineNumber);
    switch (line.kind) {
      case 'known':
        return this.#known(line, note);
      case 'unknown':
        return this.#unknown(line, note);
      case 'cause':
        return this.#cause(line, note);
      case 'part':
        return element(
          'li',
          { 'data-state': line.kind },
          ...this.#title(line.title, decode.states.part),
          element('span', {}, decode.part),
          this.#onwards(link(`/search/?${new URLSearchParams({ q: line.title })}`), decode.partSearch),
          note,
        );
      default:
        return this.#foreign(line, note);
    }
  }

  #unknown({ finding }: UnknownLine, place: HTMLElement): HTMLElement {
    const { decode } = this.#words;
    const details = this.#explained ? unknownDetails(finding, link(''), this.#explained) : [];
    return element(
      'li',
      { 'data-unknown-code': finding.code, 'data-state': 'unknown' },
      ...this.#title(finding.code, decode.states.unknown),
      this.#explained && elsewhereOf(finding, this.#explained),
      place,
      details.length === 0
        ? undefined
        : element('details', {}, element('summary', {}, decode.structure), ...details),
    );
  }

  #foreign(line: ForeignLine, place: HTMLElement): HTMLElement {
    const { decode } = this.#words;
    const service = this.#explained && serviceOf(line, this.#explained);
    const says = this.#explained?.words.foreign.says ?? '';
    return element(
      'li',
      { 'data-state': line.kind },
      ...this.#title(line.title, decode.states.foreign),
      service && element('span', {}, fill(says, { name: service.name, note: service.note })),
      service?.url === undefined ? undefined : this.#onwards(service.url, decode.list),
      place,
    );
  }

  /** The line of a place, which leads to its mark. */
  #place({ spans }: Line, lineNumber: number): HTMLElement {
    const { decode } = this.#words;
    const start = spans[0]?.start ?? 0;
    const button = element(
      'button',
      { type: 'button', class: 'place' },
      fill(decode.place, { line: lineNumber, times: spans.length }),
    );
    button.addEventListener('click', () => {
      const mark = this.querySelector(`[data-at="${start}"]`);
      mark?.scrollIntoView({ block: 'center' });
      for (const each of this.querySelectorAll('mark')) each.toggleAttribute('data-current', each === mark);
    });
    return element('span', { class: 'note' }, button);
  }

  #known({ hit, way, by, alias }: KnownLine, place: HTMLElement): HTMLElement {
    const { decode } = this.#words;
    const how = by === undefined ? '' : decode.ways[way === 'digits' ? 'digits' : 'message'];
    const advice = this.#advice[hit.path];
    const badge = hit.state === 'documented' ? undefined : this.#badge(decode.states[hit.state]);
    return element(
      'li',
      { 'data-state': hit.state, 'data-way': way },
      hitLink(hit, link('')),
      badge,
      productBadge(hit),
      element('span', {}, hit.description),
      ...this.#advised(advice),
      alias === undefined ? undefined : element('span', { class: 'note' }, decode.alias + alias),
      by === undefined ? undefined : element('span', { class: 'note' }, `${how}${visible(by)}`),
      place,
    );
  }

  /** What to do, who acts, whether to try again. */
  #advised(advice: Advice | undefined): (HTMLElement | undefined)[] {
    if (!advice) return [];
    const { actors, retries } = this.#words.verdict;
    const { actor, retry, summary, vendor = actors[actor] } = advice;
    return [
      element('b', { 'data-verdict': actor }, vendor),
      element('b', { 'data-verdict': retry }, retries[retry]),
      element('span', { class: 'advice' }, summary),
    ];
  }

  #cause({ found }: CauseLine, place: HTMLElement): HTMLElement {
    const { decode } = this.#words;
    const { cause, advice, strength, apart, registry } = found;
    return element(
      'li',
      { 'data-state': 'cause', 'data-cause': cause.id, 'data-strength': strength },
      element('a', { href: link(messagePath(cause.id)), class: 'cause-name' }, cause.name),
      this.#badge(decode.states[strength === 'sure' ? 'cause' : 'likely']),
      ...this.#advised(advice),
      registry && element('span', { class: 'note' }, fill(decode.registry, { host: visible(registry.host) })),
      apart === undefined ? undefined : element('span', { class: 'note' }, apart),
      cause.codes.length === 0
        ? undefined
        : element(
            'span',
            { class: 'note' },
            decode.codes,
            ...cause.codes.flatMap((code) => [' ', element('a', { href: link(codePath(code)) }, code)]),
          ),
      place,
    );
  }

  /** A link to further information; direct children of a line are links to its code. */
  #onwards(href: string, text: string): HTMLElement {
    return element('span', {}, element('a', { href, rel: 'noreferrer' }, text));
  }

  #title(text: string, state: string): Child[] {
    return [element('code', { class: 'code-name', translate: 'no' }, visible(text)), this.#badge(state)];
  }

  #badge(text: string): HTMLElement {
    return element('span', { class: 'badge' }, text);
  }

  #segment(segment: Segment): Node {
    const { decode } = this.#words;
    switch (segment.kind) {
      case 'omitted':
        return element('span', { class: 'omitted' }, fill(decode.omitted, { count: segment.length }));
      case 'mark':
        return element('mark', { 'data-at': `${segment.start}` }, visible(segment.text));
      default:
        return document.createTextNode(visible(segment.text));
    }
  }
}

customElements.define('decode-box', DecodeBox);
