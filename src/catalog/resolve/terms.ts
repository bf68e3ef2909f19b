/** One of the table's words and what people say for it; see `content/synonyms.yaml`. */
export interface Synonym {
  readonly say: readonly string[];
  readonly mean: readonly string[];
}

/** Words that people use, and words that carry no meaning in a search. */
export interface Synonyms {
  readonly synonyms: readonly Synonym[];
  readonly ignore: readonly string[];
}

/** A word as texts are compared by it: ending of number and tense taken off. */
function stem(word: string): string {
  if (word.length <= 4) return word.replace(/(?<=[a-z]{2})s$/u, '');
  return word.replace(/(?:ies|es|s)$/u, '').replace(/(?:ed|ing|e)$/u, '');
}

const ENGLISH_FILLERS = new Set(
  'a an the is are was were be to of in on for and or not no with at by it this that from my i what how why error code'.split(
    ' ',
  ),
);

/**
 * The terms by which a text is compared: pairs of neighbouring Chinese characters (a lone one by itself)
 * and stems of Latin words.
 */
export function termsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const terms = [...lower.matchAll(/[a-z0-9]+/gu)].flatMap(([word]) =>
    ENGLISH_FILLERS.has(word) || word.length < 2 ? [] : [stem(word)],
  );
  for (const [run] of lower.matchAll(/\p{Script=Han}+/gu)) {
    if (run.length === 1) terms.push(run);
    for (let index = 0; index + 1 < run.length; index++) terms.push(run.slice(index, index + 2));
  }
  return [...new Set(terms)];
}

/** Text without its punctuation, for telling whether two descriptions are the same. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/^服务器内部错误[:：]/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The term under which a whole description is found. */
export function wholeTerm(text: string): string {
  return `=${bare(text)}`;
}

/** A query, taken apart: terms that have to be there, and groups of which one has to. */
export interface Query {
  readonly text: string;
  readonly terms: readonly string[];
  /** Each group: the ways to say one thing, each a list of terms. */
  readonly groups: readonly (readonly (readonly string[])[])[];
  /** The query in the table's words, for full-text search. */
  readonly words: string;
}

const isLatin = (text: string) => /^[\x20-\x7e]+$/u.test(text);

function occurrence(text: string, term: string): number {
  if (!isLatin(term)) return text.indexOf(term.toLowerCase());
  const escaped = term.toLowerCase().replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return text.search(new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`, 'u'));
}

/** Takes a query apart with the help of the synonyms. */
export function readQuery(text: string, synonyms: Synonyms): Query {
  let rest = text.toLowerCase();
  const spoken = synonyms.synonyms
    .flatMap(({ say, mean }) => say.map((word) => ({ word, mean })))
    .sort((a, b) => b.word.length - a.word.length);
  const groups: string[][][] = [];
  const words: string[] = [];
  for (const { word, mean } of spoken) {
    const at = occurrence(rest, word);
    if (at < 0) continue;
    rest = `${rest.slice(0, at)} ${rest.slice(at + word.length)}`;
    groups.push([word, ...mean].map(termsOf).filter((terms) => terms.length > 0));
    words.push(mean[0] ?? word);
  }
  for (const filler of [...synonyms.ignore].sort((a, b) => b.length - a.length)) {
    const at = occurrence(rest, filler);
    if (at >= 0) rest = `${rest.slice(0, at)} ${rest.slice(at + filler.length)}`;
  }
  const terms = termsOf(rest);
  return { text, terms, groups, words: [...words, rest.trim().replace(/\s+/gu, ' ')].join(' ').trim() };
}

/**
 * How well a text answers a query, from 0 to 1: the weight of what is there over the weight of what was asked.
 *
 * @param weight how telling a term is
 */
export function coverage(query: Query, terms: ReadonlySet<string>, weight: (term: string) => number): number {
  let asked = 0;
  let found = 0;
  for (const term of query.terms) {
    asked += weight(term);
    if (terms.has(term)) found += weight(term);
  }
  for (const group of query.groups) {
    const values = group.map((way) => {
      const total = way.reduce((sum, term) => sum + weight(term), 0);
      const there = way.reduce((sum, term) => sum + (terms.has(term) ? weight(term) : 0), 0);
      return { total, share: total === 0 ? 0 : there / total };
    });
    const worth = Math.max(...values.map(({ total }) => total), 0);
    asked += worth;
    found += worth * Math.max(...values.map(({ share }) => (share >= 0.99 ? 1 : share * 0.5)), 0);
  }
  return asked === 0 ? 0 : found / asked;
}
