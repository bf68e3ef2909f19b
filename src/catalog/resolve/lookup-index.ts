import { codePath } from '../addresses.ts';
import type { ForeignService, Hit, StatusBrief } from './finding.ts';
import { latinWords, PhraseTrie } from './phrases.ts';
import { createReader, type Token } from './read.ts';
import type { ClientMessage, Manifest, Row, Shard } from './shards.ts';
import { termsOf, wholeTerm, type Synonyms } from './terms.ts';

/** A code that the index has loaded, ready to be compared. */
export interface LoadedCode {
  readonly hit: Hit;
  readonly digits: string;
  readonly messages: readonly (readonly string[])[];
  readonly messageTexts: readonly string[];
  readonly terms: ReadonlySet<string>;
  readonly whole: string;
}

/** What a phrase of a client or of the API stands for. */
export type Phrase =
  | { readonly kind: 'message'; readonly message: string; readonly codes: string[] }
  | { readonly kind: 'client'; readonly client: ClientMessage };

const EMPTY_SYNONYMS: Synonyms = { synonyms: [], ignore: [] };

/** The digits of a code's number; a digit in the name of a service (`S2I`) is none of them. */
function digitsIn(code: string): string {
  const parts = code.split('.').slice(1);
  return parts
    .filter((part, at) => at === parts.length - 1 || /^\d+$/u.test(part))
    .join('')
    .replace(/\D/gu, '');
}

/** The shards that were loaded so far, and the look-ups over them. Grows; never forgets. */
export class LookupIndex {
  readonly manifest: Manifest;
  readonly read: (text: string) => Token[];
  readonly #shards = new Map<string, Shard>();
  readonly #codes = new Map<string, LoadedCode>();
  readonly #byDigits = new Map<string, LoadedCode[]>();
  readonly #frequency = new Map<string, number>();
  readonly #statuses = new Map<number, StatusBrief>();
  #phrases: PhraseTrie<Phrase> | undefined;

  constructor(manifest: Manifest) {
    this.manifest = manifest;
    this.read = createReader(manifest);
  }

  /** Takes a shard in, once. */
  add(name: string, shard: Shard): void {
    if (this.#shards.has(name)) return;
    this.#shards.set(name, shard);
    this.#phrases = undefined;
    for (const row of shard.rows ?? []) this.#addRow(row);
    for (const status of shard.statuses ?? []) this.#statuses.set(status.status, status);
  }

  has(name: string): boolean {
    return this.#shards.has(name);
  }

  find(code: string): LoadedCode | undefined {
    return this.#codes.get(code);
  }

  /** Codes with exactly these digits, of every product and service. */
  byDigits(digits: string): readonly LoadedCode[] {
    return this.#byDigits.get(digits) ?? [];
  }

  /** Every loaded code. */
  codes(): Iterable<LoadedCode> {
    return this.#codes.values();
  }

  status(status: number): StatusBrief | undefined {
    return this.#statuses.get(status);
  }

  /** The other service whose prefix this is. */
  foreignService(prefix: string): ForeignService | undefined {
    const upper = prefix.toUpperCase();
    return this.#shards
      .get('services')
      ?.services?.filter((service) => upper.startsWith(service.prefix.toUpperCase()))
      .sort((a, b) => b.prefix.length - a.prefix.length)[0];
  }

  get synonyms(): Synonyms {
    return this.#shards.get('synonyms')?.synonyms ?? EMPTY_SYNONYMS;
  }

  get clients(): readonly ClientMessage[] {
    return this.#shards.get('clients')?.clients ?? [];
  }

  /** Codes that a term leads to, where terms are spread over shards. */
  posting(shard: string, term: string): readonly string[] {
    const terms = this.#shards.get(shard)?.terms;
    return terms && Object.hasOwn(terms, term) ? (terms[term] ?? []) : [];
  }

  /** How telling a term is: the rarer among the loaded codes, the more. */
  weight = (term: string): number =>
    Math.log(1 + (this.#codes.size + 1) / (1 + (this.#frequency.get(term) ?? 0)));

  /** Literal messages and client texts, to be found in any text. */
  phrases(): PhraseTrie<Phrase> {
    this.#phrases ??= this.#buildPhrases();
    return this.#phrases;
  }

  #buildPhrases(): PhraseTrie<Phrase> {
    const trie = new PhraseTrie<Phrase>();
    const messages = new Map<string, Phrase & { kind: 'message' }>();
    for (const { hit, messageTexts } of this.#codes.values()) {
      for (const message of messageTexts) {
        const key = latinWords(message)
          .map(({ word }) => word)
          .join(' ');
        const known = messages.get(key);
        if (known) known.codes.push(hit.code);
        else messages.set(key, { kind: 'message', message, codes: [hit.code] });
      }
    }
    for (const client of this.clients) {
      for (const text of [client.text, ...client.variants]) trie.add(text, { kind: 'client', client });
    }
    for (const [key, phrase] of messages) {
      // One word alone is no message in a sentence.
      if (key.includes(' ')) trie.add(key, phrase);
    }
    return trie;
  }

  #addRow(row: Row): void {
    const [code, productIndex, status, domain, description, state, messages] = row;
    if (this.#codes.has(code)) return;
    const product = this.manifest.products[productIndex];
    if (!product) return;
    const loaded: LoadedCode = {
      hit: {
        code,
        product: product.id,
        path: codePath(code, product.path),
        state,
        ...(status === 0 ? {} : { httpStatus: status }),
        domain,
        domainName: product.domains[domain] ?? domain,
        description,
      },
      digits: digitsIn(code),
      messageTexts: messages,
      messages: messages.map((message) => latinWords(message).map(({ word }) => word)),
      terms: new Set([description, ...messages].flatMap(termsOf)),
      whole: wholeTerm(description),
    };
    this.#codes.set(code, loaded);
    this.#byDigits.set(loaded.digits, [...this.byDigits(loaded.digits), loaded]);
    for (const term of loaded.terms) this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + 1);
  }
}
