import { codePath } from '../addresses.ts';
import type { ClientFinding, ForeignService, Hit, Span, StatusBrief } from './finding.ts';
import { latinWords, PhraseTrie } from './phrases.ts';
import { createReader, type Token } from './read.ts';
import type { ClientMessage, Manifest, Row, Shard } from './shards.ts';
import { Lexicon } from './lexicon.ts';
import { wholeTerm } from './terms.ts';

/** A code that the index has loaded, ready to be compared. */
export interface LoadedCode {
  readonly hit: Hit;
  readonly digits: string;
  readonly messages: readonly (readonly string[])[];
  readonly messageTexts: readonly string[];
  /** The term of the whole description. */
  readonly whole: string;
}

/** What a phrase of a client or of the API stands for. */
export type Phrase =
  | { readonly kind: 'message'; readonly message: string; readonly codes: string[] }
  | { readonly kind: 'client'; readonly client: ClientMessage };

/** A code's texts, taken apart for search. */
export interface Reading {
  /** Every key by which the code may be found. */
  readonly keys: ReadonlySet<string>;
  /** Its description and each message: the keys of its units, and the text in lower case. */
  readonly texts: readonly { readonly keys: readonly string[]; readonly plain: string }[];
}

/** What a term that no code has weighs, compared with one that a single code has: it may be mere talk. */
const TALK = 0.3;

/** The digits of a code's number; a digit in the name of a service (`S2I`) is none of them. */
function digitsIn(code: string): string {
  const parts = code.split('.').slice(1);
  return parts
    .filter((part, at) => at === parts.length - 1 || /^\d+$/u.test(part))
    .join('')
    .replace(/\D/gu, '');
}

function loadedCode(hit: Hit): LoadedCode {
  return {
    hit,
    digits: digitsIn(hit.code),
    messageTexts: hit.messages,
    messages: hit.messages.map((message) => latinWords(message).map(({ word }) => word)),
    whole: wholeTerm(hit.description),
  };
}

/** The shards that were loaded so far, and the look-ups over them. Grows; never forgets. */
export class LookupIndex {
  readonly manifest: Manifest;
  readonly read: (text: string) => Token[];
  readonly #shards = new Map<string, Shard>();
  readonly #codes = new Map<string, LoadedCode>();
  readonly #byDigits = new Map<string, string[]>();
  readonly #messages = new Map<string, readonly string[]>();
  readonly #byStatus = new Map<string, readonly LoadedCode[]>();
  readonly #readings = new Map<LoadedCode, Reading>();
  readonly #frequency = new Map<string, number>();
  #lexicon: Lexicon | undefined;
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
    this.#byStatus.clear();
    if (shard.synonyms) this.#lexicon = undefined;
    if (shard.synonyms || shard.messages) {
      this.#readings.clear();
      this.#frequency.clear();
    }
    for (const [code, messages] of Object.entries(shard.messages ?? {})) this.#addMessages(code, messages);
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
    return (this.#byDigits.get(digits) ?? []).flatMap((code) => this.#codes.get(code) ?? []);
  }

  /** Loaded codes with the same status and the nearest numbers, nearest first. */
  nearest(digits: string, count: number): Hit[] {
    const number = Number(digits);
    const distance = (code: LoadedCode | undefined) =>
      code ? Math.abs(Number(code.digits) - number) : Infinity;
    const codes = this.#sameStatus(digits);
    const above = codes.findIndex((code) => Number(code.digits) >= number);
    let high = above < 0 ? codes.length : above;
    let low = high - 1;
    const found: Hit[] = [];
    while (found.length < count && (low >= 0 || high < codes.length)) {
      const next = distance(codes[low]) <= distance(codes[high]) ? codes[low--] : codes[high++];
      if (next) found.push(next.hit);
    }
    return found;
  }

  /** Loaded codes whose number is as long and begins with the same status, by number. */
  #sameStatus(digits: string): readonly LoadedCode[] {
    const key = `${digits.length} ${digits.slice(0, 3)}`;
    let codes = this.#byStatus.get(key);
    if (!codes) {
      codes = [...this.#codes.values()]
        .filter((code) => `${code.digits.length} ${code.digits.slice(0, 3)}` === key)
        .sort((a, b) => Number(a.digits) - Number(b.digits));
      this.#byStatus.set(key, codes);
    }
    return codes;
  }

  /** Every loaded code. */
  codes(): Iterable<LoadedCode> {
    return this.#codes.values();
  }

  /** Whether a loaded code has this description; `whole` as `wholeTerm` gives it. */
  describedAs(whole: string): boolean {
    return [...this.#codes.values()].some((code) => code.whole === whole);
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

  /** The words of this service; without its shard it knows none. */
  get lexicon(): Lexicon {
    this.#lexicon ??= new Lexicon(this.#shards.get('synonyms')?.synonyms ?? { concepts: [], ignore: [] });
    return this.#lexicon;
  }

  /** A code's texts, taken apart at the first search. */
  reading(code: LoadedCode): Reading {
    let reading = this.#readings.get(code);
    if (!reading) {
      const texts = [code.hit.description, ...code.messageTexts];
      reading = {
        keys: new Set(texts.flatMap((text) => [...this.lexicon.keys(text)])),
        texts: texts.map((text) => ({
          keys: this.lexicon.units(text).map(({ key }) => key),
          plain: text.toLowerCase(),
        })),
      };
      this.#readings.set(code, reading);
      for (const key of reading.keys) this.#frequency.set(key, (this.#frequency.get(key) ?? 0) + 1);
    }
    return reading;
  }

  get clients(): readonly ClientMessage[] {
    return this.#shards.get('clients')?.clients ?? [];
  }

  /** The loaded ones of some codes, in their order. */
  hits(codes: readonly string[]): Hit[] {
    return codes.flatMap((code) => this.#codes.get(code)?.hit ?? []);
  }

  /** What a client's text stands for, found at a place of a text. */
  clientFinding({ id, text, meaning, topic, codes }: ClientMessage, { start, end }: Span): ClientFinding {
    const about = { id, text, meaning, hits: this.hits(codes) };
    return { kind: 'client', start, end, ...about, ...(topic === undefined ? {} : { topic }) };
  }

  /** Codes that a term leads to, where terms are spread over shards. */
  posting(shard: string, term: string): readonly string[] {
    const terms = this.#shards.get(shard)?.terms;
    return terms && Object.hasOwn(terms, term) ? (terms[term] ?? []) : [];
  }

  /** How telling a key is: the rarer among the codes that were read, the more. */
  weight(key: string): number {
    const frequency = this.#frequency.get(key);
    const rarity = Math.log(1 + (this.#readings.size + 1) / (1 + (frequency ?? 0)));
    return frequency === undefined ? rarity * TALK : rarity;
  }

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
    const loaded = loadedCode({
      code,
      product: product.id,
      path: codePath(code, product.path),
      state,
      ...(status === 0 ? {} : { httpStatus: status }),
      domain,
      domainName: product.domains[domain] ?? domain,
      description,
      messages: messages ?? this.#messages.get(code) ?? [],
    });
    this.#codes.set(code, loaded);
    this.#byDigits.set(loaded.digits, [...(this.#byDigits.get(loaded.digits) ?? []), code]);
  }

  #addMessages(code: string, messages: readonly string[]): void {
    this.#messages.set(code, messages);
    const known = this.#codes.get(code);
    if (known) this.#codes.set(code, loadedCode({ ...known.hit, messages }));
  }
}
