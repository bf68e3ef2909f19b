import type { Hit } from '../../search/finding.ts';
import { element } from '../dom.ts';
import type { SearchWords } from '../lookup.ts';

/** What results are narrowed to; '' does not narrow. */
export interface ResultFilter {
  readonly status: string;
  readonly domain: string;
}

/** Whether a filter narrows anything. */
export const narrows = ({ status, domain }: ResultFilter) => status !== '' || domain !== '';

/** The hits that pass. */
export function filtered(hits: readonly Hit[], { status, domain }: ResultFilter): Hit[] {
  return hits.filter(
    (hit) =>
      (status === '' || hit.statuses.includes(Number(status))) && (domain === '' || hit.domain === domain),
  );
}

function offerIn(
  select: HTMLSelectElement,
  any: string,
  choices: ReadonlyMap<string, string>,
  chosen: string,
): void {
  const options = new Map([['', any], ...choices]);
  // What was chosen stays there to be taken back, whatever the next question gives.
  if (!options.has(chosen)) options.set(chosen, chosen);
  select.replaceChildren(...[...options].map(([value, label]) => element('option', { value }, label)));
  select.value = chosen;
}

/** Two choices, by status and by domain, which offer what the results have. */
export class FilterFields {
  readonly status: HTMLSelectElement;
  readonly domain: HTMLSelectElement;
  readonly #words: SearchWords;

  constructor(words: SearchWords) {
    this.#words = words;
    this.status = element('select', { name: 'status', 'aria-label': words.filterStatus });
    this.domain = element('select', { name: 'domain', 'aria-label': words.filterDomain });
  }

  get value(): ResultFilter {
    return { status: this.status.value, domain: this.domain.value };
  }

  /** Offers what these hits have. */
  offer(hits: readonly Hit[], { status, domain }: ResultFilter = this.value): void {
    const statuses = hits.flatMap((hit) => hit.statuses.map(String)).sort();
    const { anyStatus, anyDomain } = this.#words;
    offerIn(this.status, anyStatus, new Map(statuses.map((value) => [value, value])), status);
    offerIn(this.domain, anyDomain, new Map(hits.map((hit) => [hit.domain, hit.domainName])), domain);
  }
}
