import { codePath } from '../addresses/addresses.ts';
import type { CodeState } from '../catalog/entry.ts';
import { digitsOf } from './digits.ts';
import type { Hit } from './finding.ts';
import { Lexicon, pairsOf } from './lexicon.ts';
import type { CommonLookupData, LookupFile } from './lookup-file.ts';
import { latinWords, PhraseTrie } from './phrases.ts';
import { createReader, type ServiceName, type Token, type Vocabulary } from './read.ts';

/** A code of the index, ready to be compared. */
export interface IndexedCode {
  readonly hit: Hit;
  readonly digits: string;
  /** The words of each literal message. */
  readonly messages: readonly (readonly string[])[];
  /** Its description in each language without punctuation, see `Lexicon.bare`. */
  readonly bare: readonly string[];
  /** Every key by which it may be found. */
  readonly keys: ReadonlySet<string>;
  readonly texts: readonly CodeText[];
}

/** The description or a message of a code, taken apart. */
export interface CodeText {
  /** Keys of its units, and of what is side by side in it. */
  readonly keys: readonly string[];
  readonly pairs: readonly string[];
  /** In lower case. */
  readonly plain: string;
}

/** A literal message of the API and the codes that print it. */
export interface Message {
  readonly message: string;
  readonly codes: readonly IndexedCode[];
}

/** Weight of a term that no code has, compared with one that a single code has: it may mean nothing. */
const UNKNOWN_TERM = 0.3;

function hitsOf({ id, path, domains, codes }: LookupFile): Hit[] {
  const names = Object.entries(domains);
  const states = codes.states.flatMap(([state, count]) => Array<CodeState>(count).fill(state));
  return codes.code.map((code, at) => {
    const statuses = codes.statuses[at] ?? [];
    const [httpStatus] = statuses;
    const [domain = '', domainName = ''] = names[codes.domain[at] ?? -1] ?? [];
    return {
      code,
      product: id,
      path: codePath(code, path),
      state: states[at] ?? 'documented',
      ...(httpStatus === undefined ? {} : { httpStatus }),
      statuses,
      domain,
      domainName,
      description: codes.description[at] ?? '',
      messages: codes.messages[at] ?? [],
    };
  });
}

function takeApart(text: string, lexicon: Lexicon): CodeText {
  const units = lexicon.units(text);
  return { keys: units.map(({ key }) => key), pairs: pairsOf(units), plain: text.toLowerCase() };
}

/** @param also its description in other languages */
function indexed(hit: Hit, also: readonly string[], lexicon: Lexicon): IndexedCode {
  const descriptions = [hit.description, ...also];
  const texts = [...descriptions, ...hit.messages];
  return {
    hit,
    digits: digitsOf(hit.code),
    messages: hit.messages.map((message) => latinWords(message).map(({ word }) => word)),
    bare: descriptions.map((text) => lexicon.bare(text)),
    keys: new Set(texts.flatMap((text) => [...lexicon.keys(text)])),
    texts: texts.map((text) => takeApart(text, lexicon)),
  };
}

/** Whether a service of the list is one that the site has codes of. */
function isOwn(prefix: string, digits: number | undefined, names: readonly ServiceName[]): boolean {
  return names.some(
    ({ family, service, lengths }) =>
      [family, service].filter(Boolean).join('.').toUpperCase() === prefix.toUpperCase() &&
      (digits === undefined || lengths.includes(digits)),
  );
}

function vocabularyOf(files: readonly LookupFile[], { services, statuses }: CommonLookupData): Vocabulary {
  const all = files.flatMap(({ names }) => names);
  const names = [...new Map(all.map((name) => [`${name.family}.${name.service}`, name])).values()];
  return {
    services: names,
    foreign: services.filter(({ prefix, digits }) => !isOwn(prefix, digits, names)),
    reasons: statuses.flatMap(({ status, name, aliases }) =>
      [name, ...aliases].map((phrase) => ({ phrase, status })),
    ),
  };
}

function messagesOf(codes: readonly IndexedCode[]): PhraseTrie<Message> {
  const trie = new PhraseTrie<Message>();
  const messages = new Map<string, { message: string; codes: IndexedCode[] }>();
  for (const code of codes) {
    for (const [at, words] of code.messages.entries()) {
      const key = words.join(' ');
      const known = messages.get(key);
      if (known) known.codes.push(code);
      else messages.set(key, { message: code.hit.messages[at] ?? '', codes: [code] });
    }
  }
  for (const [key, message] of messages) {
    // A single word is too common to be a message in a sentence.
    if (key.includes(' ')) trie.add(key, message);
  }
  return trie;
}

/** The codes of one or several products, and everything that `resolve` asks of them. Immutable. */
export class LookupIndex {
  readonly codes: readonly IndexedCode[];
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
  readonly messages: PhraseTrie<Message>;
  /** Reads the tokens of a text, see `createReader`. */
  readonly read: (text: string) => Token[];
  /** Whether it knows every product of the site. */
  readonly isComplete: boolean;
  /** Whether there are codes that the reader does not recognize by a service and a number. */
  readonly hasNamedCodes: boolean;
  readonly #byCode: ReadonlyMap<string, readonly IndexedCode[]>;
  readonly #byDigits: ReadonlyMap<string, readonly IndexedCode[]>;
  readonly #reasons: ReadonlyMap<number, string>;
  readonly #prefixes: readonly string[];
  readonly #aliases: Readonly<Record<string, string>>;
  readonly #elsewhere: ReadonlySet<string>;
  readonly #frequency = new Map<string, number>();

  /** @param files one file a product, in any order; where several list a code, the product at the root comes first */
  constructor(files: readonly [LookupFile, ...LookupFile[]]) {
    const [common] = files;
    this.isComplete = files.length > common.others.length;
    const sorted = [...files].sort((a, b) => Number(a.path !== '') - Number(b.path !== ''));
    this.lexicon = new Lexicon(common.synonyms);
    this.vocabulary = vocabularyOf(sorted, common);
    this.read = createReader(this.vocabulary);
    // What only another list has comes last wherever codes are equal.
    this.codes = sorted
      .flatMap((file) => hitsOf(file).map((hit, at) => ({ hit, also: file.codes.also?.[at] ?? [] })))
      .sort((a, b) => Number(a.hit.state === 'listed') - Number(b.hit.state === 'listed'))
      .map(({ hit, also }) => indexed(hit, also, this.lexicon));
    this.messages = messagesOf(this.codes);
    this.hasNamedCodes = this.codes.some(({ hit: { code } }) => !this.#isRead(code));
    this.#byCode = Map.groupBy(this.codes, ({ hit }) => hit.code.toLowerCase());
    this.#byDigits = Map.groupBy(this.codes, ({ digits }) => digits);
    this.#reasons = new Map(common.statuses.map(({ status, name }) => [status, name]));
    this.#prefixes = common.services.map(({ prefix }) => prefix);
    this.#elsewhere = new Set(common.elsewhere);
    this.#aliases = Object.assign({}, ...sorted.map(({ aliases }) => aliases)) as Record<string, string>;
    for (const { keys } of this.codes)
      for (const key of keys) this.#frequency.set(key, (this.#frequency.get(key) ?? 0) + 1);
  }

  #isRead(code: string): boolean {
    return this.read(code).some(({ kind, end }) => kind === 'code' && end === code.length);
  }

  /** Whether another official list says something of a code that has no page. */
  isElsewhere(code: string): boolean {
    return this.#elsewhere.has(code);
  }

  /** A code in upper or lower case, once for each product that lists it. */
  find(code: string): readonly IndexedCode[] {
    return this.#byCode.get(code.toLowerCase()) ?? [];
  }

  /** Codes with exactly these digits, of every product and service. */
  byDigits(digits: string): readonly IndexedCode[] {
    return this.#byDigits.get(digits) ?? [];
  }

  /**
   * Codes with the nearest numbers of the same length, nearest first.
   *
   * @param prefix what their codes begin with
   * @param sameStatus whether the first three digits, the HTTP status, have to be the same
   */
  nearest(digits: string, count: number, prefix: string, sameStatus: boolean): Hit[] {
    const start = digits.slice(0, sameStatus ? 3 : 0);
    const distance = (code: IndexedCode) => Math.abs(Number(code.digits) - Number(digits));
    const codes = this.#alike(prefix, digits.length, start);
    const above = codes.findIndex((code) => Number(code.digits) >= Number(digits));
    const at = above < 0 ? codes.length : above;
    return codes
      .slice(Math.max(0, at - count), at + count)
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, count)
      .map(({ hit }) => hit);
  }

  readonly #alikeByKey = new Map<string, readonly IndexedCode[]>();

  /** Codes with a prefix whose number has a length and a beginning, by number; kept, since logs ask again and again. */
  #alike(prefix: string, length: number, start: string): readonly IndexedCode[] {
    const key = `${prefix} ${length} ${start}`;
    const known = this.#alikeByKey.get(key);
    if (known) return known;
    const codes = this.codes
      .filter(
        ({ hit, digits }) =>
          hit.code.startsWith(prefix) && digits.length === length && digits.startsWith(start),
      )
      .sort((a, b) => Number(a.digits) - Number(b.digits));
    this.#alikeByKey.set(key, codes);
    return codes;
  }

  /** The reason phrase of a status, where a list has it. */
  reasonOf(status: number): string | undefined {
    return this.#reasons.get(status);
  }

  /** The prefix of the other service whose code begins like this; the longest one that fits. */
  foreignPrefix(code: string): string | undefined {
    const upper = code.toUpperCase();
    return this.#prefixes
      .filter((prefix) => upper.startsWith(prefix.toUpperCase()))
      .sort((a, b) => b.length - a.length)[0];
  }

  /** What a former code is called today. */
  aliasOf(code: string): string | undefined {
    return Object.hasOwn(this.#aliases, code) ? this.#aliases[code] : undefined;
  }

  /** How specific a key is: the rarer among all codes, the more. */
  weight(key: string): number {
    const frequency = this.#frequency.get(key);
    const rarity = Math.log(1 + (this.codes.length + 1) / (1 + (frequency ?? 0)));
    return frequency === undefined ? rarity * UNKNOWN_TERM : rarity;
  }
}
