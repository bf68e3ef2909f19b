import { codePath } from '../addresses/addresses.ts';
import { digitsOf } from './digits.ts';
import type { ClientFinding, ForeignService, Hit, Span, StatusBrief } from './finding.ts';
import { latinWords, PhraseTrie } from './phrases.ts';
import { createReader, type Token } from './read.ts';
import {
  codeKey,
  transposed,
  type ClientMessage,
  type Columns,
  type Manifest,
  type Row,
  type Shard,
} from './shards.ts';
import { Lexicon, pairsOf } from './lexicon.ts';
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
  /** Its description and each message: the keys of its units and what is side by side, and the text in lower case. */
  readonly texts: readonly {
    readonly keys: readonly string[];
    readonly pairs: readonly string[];
    readonly plain: string;
  }[];
}

/** What a term that no code has weighs, compared with one that a single code has: it may be mere talk. */
const TALK = 0.3;

function push(lists: Map<string, string[]>, name: string, key: string): void {
  const list = lists.get(name);
  if (list) list.push(key);
  else lists.set(name, [key]);
}

function loadedCode(hit: Hit): LoadedCode {
  return {
    hit,
    digits: digitsOf(hit.code),
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
  /** By their keys, see `codeKey`. */
  readonly #codes = new Map<string, LoadedCode>();
  /** Keys by code in lower case and by digits; of one code in the order of the products. */
  readonly #byCode = new Map<string, string[]>();
  readonly #byDigits = new Map<string, string[]>();
  readonly #messages = new Map<string, readonly string[]>();
  readonly #neighbours = new Map<string, readonly LoadedCode[]>();
  readonly #readings = new Map<LoadedCode, Reading>();
  readonly #frequency = new Map<string, number>();
  #lexicon: Lexicon | undefined;
  readonly #statuses = new Map<number, StatusBrief>();
  #phrases: PhraseTrie<Phrase> | undefined;

  constructor(manifest: Manifest) {
    this.manifest = manifest;
    this.read = createReader(manifest);
    this.#addRows(manifest.codes);
  }

  /** Takes a shard in, once. */
  add(name: string, shard: Shard): void {
    if (this.#shards.has(name)) return;
    this.#shards.set(name, shard);
    this.#phrases = undefined;
    this.#neighbours.clear();
    if (shard.synonyms) this.#lexicon = undefined;
    if (shard.synonyms || shard.messages) {
      this.#readings.clear();
      this.#frequency.clear();
    }
    for (const [key, messages] of Object.entries(shard.messages ?? {})) this.#addMessages(key, messages);
    this.#addRows(shard.codes);
    for (const status of shard.statuses ?? []) this.#statuses.set(status.status, status);
  }

  has(name: string): boolean {
    return this.#shards.has(name);
  }

  /** A code in whatever upper and lower case, once for each product that lists it. */
  find(code: string): readonly LoadedCode[] {
    return this.#loaded(this.#byCode.get(code.toLowerCase()));
  }

  #loaded(keys: readonly string[] = []): readonly LoadedCode[] {
    return keys.flatMap((key) => this.#codes.get(key) ?? []);
  }

  /** Codes with exactly these digits, of every product and service. */
  byDigits(digits: string): readonly LoadedCode[] {
    return this.#loaded(this.#byDigits.get(digits));
  }

  /**
   * Loaded codes with the nearest numbers of the same length, nearest first.
   *
   * @param prefix what their codes begin with
   * @param sameStatus whether the first three digits, the HTTP status, have to be the same
   */
  nearest(digits: string, count: number, prefix: string, sameStatus: boolean): Hit[] {
    const number = Number(digits);
    const distance = (code: LoadedCode | undefined) =>
      code ? Math.abs(Number(code.digits) - number) : Infinity;
    const codes = this.#alike(digits, prefix, sameStatus ? 3 : 0);
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

  /** Loaded codes with a prefix whose number is as long and has the same first digits, by number. */
  #alike(digits: string, prefix: string, same: number): readonly LoadedCode[] {
    const key = `${prefix} ${digits.length} ${digits.slice(0, same)}`;
    let codes = this.#neighbours.get(key);
    if (!codes) {
      codes = [...this.#codes.values()]
        .filter(
          (code) =>
            code.hit.code.startsWith(prefix) &&
            code.digits.length === digits.length &&
            code.digits.startsWith(digits.slice(0, same)),
        )
        .sort((a, b) => Number(a.digits) - Number(b.digits));
      this.#neighbours.set(key, codes);
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
        texts: texts.map((text) => {
          const units = this.lexicon.units(text);
          return { keys: units.map(({ key }) => key), pairs: pairsOf(units), plain: text.toLowerCase() };
        }),
      };
      this.#readings.set(code, reading);
      for (const key of reading.keys) this.#frequency.set(key, (this.#frequency.get(key) ?? 0) + 1);
    }
    return reading;
  }

  get clients(): readonly ClientMessage[] {
    return this.#shards.get('clients')?.clients ?? [];
  }

  /** The loaded ones of some codes, in their order; by their keys. */
  hits(keys: readonly string[]): Hit[] {
    return this.#loaded(keys).map(({ hit }) => hit);
  }

  /** What a client's text stands for, found at a place of a text. */
  clientFinding({ id, text, meaning, topic, codes }: ClientMessage, { start, end }: Span): ClientFinding {
    const about = { id, text, meaning, hits: this.hits(codes) };
    return { kind: 'client', start, end, ...about, ...(topic === undefined ? {} : { topic }) };
  }

  /** Keys of the codes that a term leads to, where terms are spread over shards. */
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
    for (const [code, { messageTexts }] of this.#codes) {
      for (const message of messageTexts) {
        const key = latinWords(message)
          .map(({ word }) => word)
          .join(' ');
        const known = messages.get(key);
        if (known) known.codes.push(code);
        else messages.set(key, { kind: 'message', message, codes: [code] });
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

  #addRows(columns: Columns = []): void {
    for (const row of transposed(columns)) this.#addRow(row as readonly unknown[] as Row);
  }

  #addRow(row: Row): void {
    const [code, productIndex, status, domainIndex, description, state, messages] = row;
    const product = this.manifest.products[productIndex];
    const key = codeKey(code, product?.path ?? '');
    if (!product || this.#codes.has(key)) return;
    const statuses = [status].flat().filter((each) => each > 0);
    const [httpStatus] = statuses;
    const [domain = '', domainName = ''] = Object.entries(product.domains)[domainIndex] ?? [];
    const loaded = loadedCode({
      code,
      product: product.id,
      path: codePath(code, product.path),
      state: state ?? 'documented',
      ...(httpStatus === undefined ? {} : { httpStatus }),
      statuses,
      domain,
      domainName,
      description,
      messages: messages ?? this.#messages.get(key) ?? [],
    });
    this.#codes.set(key, loaded);
    push(this.#byCode, code.toLowerCase(), key);
    push(this.#byDigits, loaded.digits, key);
  }

  #addMessages(key: string, messages: readonly string[]): void {
    this.#messages.set(key, messages);
    const known = this.#codes.get(key);
    if (known) this.#codes.set(key, loadedCode({ ...known.hit, messages }));
  }
}
