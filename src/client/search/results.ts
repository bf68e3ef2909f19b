import { messagePath } from '../../addresses/addresses.ts';
import type { FoundCause } from '../../search/causes.ts';
import type { Finding, Hit } from '../../search/finding.ts';
import { withoutPunctuation } from '../../search/lexicon.ts';
import type { Advice } from '../../search/lookup-file.ts';
import { termsOf } from '../../search/terms.ts';
import { link } from '../links.ts';
import { fill } from '../../i18n/fill.ts';
import type { SearchWords } from '../lookup.ts';
import type { Answer } from './answer.ts';
import { filtered, narrows, type ResultFilter } from './filter.ts';
import { element } from '../dom.ts';
import { marked } from './marked.ts';
import type { PageHit } from './full-text.ts';
import styles from '../../styles/search.css?inline';

/** What answers look like comes with them: most pages are read without a question. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

function digitsOf(finding: Finding): string {
  switch (finding.kind) {
    case 'known':
      return finding.hit.code.toLowerCase();
    case 'last-digits':
    case 'family':
      return finding.digits;
    default:
      return '';
  }
}

/** What is to be marked in the results of a question. */
function needlesOf({ text, resolution }: Answer): string[] {
  const spoken = resolution.words === '' ? [] : termsOf(resolution.words);
  const codes = resolution.findings.map(digitsOf);
  const typed = codes.some(Boolean) ? [] : termsOf(text);
  return [...new Set([...codes, ...spoken, ...typed])].filter((needle) => needle !== '');
}

/** The literal message that was asked for, where it is what led to this code. */
function messageOf(hit: Hit, needles: readonly string[]): string | undefined {
  return hit.messages.find((message) => {
    const lower = message.toLowerCase();
    return needles.some((needle) => /^[a-z]/u.test(needle) && lower.includes(needle));
  });
}

/** What was found, in numbers, as a screen reader hears it. */
export function countOf(
  { causes, hits, pages, resolution, final, isPartial }: Answer,
  shown: number,
  filter: ResultFilter,
  words: SearchWords,
): string {
  const total = causes.length + hits.length + pages.length;
  if (total === 0 && !final) return words.searching;
  const explained = resolution.findings.filter(({ kind }) => kind === 'foreign' || kind === 'status').length;
  if (total === 0 && explained > 0) return fill(words.explained, { count: explained });
  if (narrows(filter)) return fill(words.countFiltered, { count: shown, total });
  const count = total === 0 ? words.none : fill(words.count, { count: total });
  const unknowns = resolution.findings.filter(({ kind }) => kind === 'unknown').length;
  if (unknowns === 0) return total === 0 && isPartial ? '' : count;
  const unknown = fill(words.unknownCount, { count: unknowns });
  return total === 0 ? unknown : fill(words.countWithUnknown, { count, unknown });
}

/** Whether the results say all there is to say, now or as soon as they are all there. */
export function isPlain({ resolution, final, isPartial }: Answer, lines: number): boolean {
  return !isPartial && (lines > 0 || !final) && resolution.findings.every(saysItself);
}

const needsNote = ({ apart, registry }: FoundCause) => apart !== undefined || registry !== undefined;

/** Whether results alone say what was found; the rest is explained. */
function saysItself(finding: Finding): boolean {
  return finding.kind === 'known'
    ? finding.alias === undefined
    : !['unknown', 'foreign', 'status'].includes(finding.kind) &&
        !(finding.kind === 'cause' && needsNote(finding.found));
}

/** Shows or hides the sentence that files of the search are missing, as after a new deployment; see `FilesMissing.astro`. */
export function showMissing(within: HTMLElement, isMissing = false): void {
  const said = within.querySelector<HTMLElement>('[data-files-missing]');
  if (said) said.hidden = !isMissing;
}

/** After so many milliseconds without an answer it is said that there will be one. */
export const SLOW = 500;

/**
 * The bar in which answers are counted, while there are no words yet: a slow look-up says that it is loading. Whoever
 * makes it puts the real one in its place.
 */
export function loadingBar(kind: string): HTMLElement {
  const status = element('p', { role: 'status' });
  const { loading } = document.querySelector<HTMLElement>('site-search')?.dataset ?? {};
  setTimeout(() => status.replaceChildren(loading ?? ''), SLOW);
  return element('div', { class: kind }, status);
}

/** What introduces a description, up to its colon, of either width. */
const beginningOf = ({ description }: Hit) => /^[^:\uff1a]+[:\uff1a] ?/u.exec(description)?.[0] ?? '';

/** The texts that stand there more than once. */
const repeated = (texts: readonly string[]) => new Set(texts.filter((text, at) => texts.indexOf(text) < at));

/** Who acts, whether to try again, what to do. */
function adviceLine({ actor, retry, summary, vendor }: Advice, words: SearchWords): HTMLElement {
  return element(
    'span',
    { class: 'result-more' },
    element('b', { 'data-verdict': actor }, vendor ?? words.actors[actor]),
    ' ',
    element('b', { 'data-verdict': retry }, words.retries[retry]),
    ' ',
    summary,
  );
}

/**
 * A code as one line of a result list: code, description, status, domain; the message where it was asked for.
 *
 * @param advice shown below it
 * @param common how its description begins, where others begin the same way
 */
function codeLine(
  hit: Hit,
  needles: readonly string[],
  words: SearchWords,
  advice: Advice | undefined,
  common: string,
): HTMLAnchorElement {
  const { code, description, httpStatus, domainName } = hit;
  const state = hit.state === 'documented' ? undefined : words.states[hit.state];
  const message = messageOf(hit, needles);
  return element(
    'a',
    { href: link(hit.path), class: 'result' },
    element('code', {}, marked(code, needles)),
    element(
      'span',
      { class: 'result-text' },
      element('span', { class: 'common' }, marked(common, needles)),
      marked(description.slice(common.length), needles),
    ),
    element(
      'span',
      { class: 'result-badges' },
      state === undefined ? undefined : element('span', { class: 'badge' }, state),
      httpStatus === undefined
        ? undefined
        : element(
            'span',
            { class: 'badge', 'data-status-class': `${Math.floor(httpStatus / 100)}xx` },
            `${httpStatus}`,
          ),
      element('span', { class: 'badge' }, domainName),
    ),
    message === undefined
      ? undefined
      : element('span', { class: 'result-more', lang: 'en' }, marked(message, needles)),
    advice && adviceLine(advice, words),
  );
}

/** A cause behind a client's line: its name, what to do, who acts. */
function causeLine({ cause, advice, strength }: FoundCause, words: SearchWords): HTMLAnchorElement {
  const badges = [words.cause, ...(strength === 'likely' ? [words.likely] : [])];
  return element(
    'a',
    { href: link(messagePath(cause.id)), class: 'result', 'data-cause': cause.id, 'data-strength': strength },
    element('span', { class: 'result-text' }, cause.name),
    element(
      'span',
      { class: 'result-badges' },
      ...badges.map((text) => element('span', { class: 'badge' }, text)),
    ),
    advice && adviceLine(advice, words),
  );
}

/** The lines of an answer as far as a filter lets them through, best first, with `most` codes among them. */
export function linesOf(
  answer: Answer,
  filter: ResultFilter,
  words: SearchWords,
  most = Infinity,
): HTMLAnchorElement[] {
  const needles = needlesOf(answer);
  const hits = filtered(answer.hits, filter).slice(0, most);
  const alike = repeated(hits.map(({ description }) => description));
  const common = repeated(hits.map(beginningOf));
  const codes = hits.map((hit, at) => {
    const advice = at === 0 || alike.has(hit.description) ? answer.advice[hit.path] : undefined;
    const beginning = beginningOf(hit);
    return codeLine(hit, needles, words, advice, common.has(beginning) ? beginning : '');
  });
  if (narrows(filter)) return codes;
  const causes = answer.causes.map((cause) => causeLine(cause, words));
  const isTitle = ({ title }: PageHit) => withoutPunctuation(title) === withoutPunctuation(answer.text);
  const titled = answer.pages.filter(isTitle).map((page) => pageLine(page, needles, words));
  const pages = answer.pages.filter((page) => !isTitle(page)).map((page) => pageLine(page, needles, words));
  const [first, second] = answer.resolution.isDescription ? [codes, causes] : [causes, codes];
  return [...titled, ...first, ...second, ...pages];
}

/** A page that is about no single code. */
function pageLine(page: PageHit, needles: readonly string[], words: SearchWords): HTMLAnchorElement {
  return element(
    'a',
    { href: page.href, class: 'result' },
    element('span', { class: 'result-text' }, marked(page.title, needles)),
    element('span', { class: 'result-badges' }, element('span', { class: 'badge' }, words.page)),
    element('span', { class: 'result-more' }, marked(page.summary, needles)),
  );
}
