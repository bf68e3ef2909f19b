/** What holds for a text in another language: it is built as the text that it translates, with other words. */
import type { LineProblem, Problem } from '../lib/problem.ts';
import { quote } from '../lib/problem.ts';
import type { TextFile } from './check-text.ts';
import type { Block } from './prose.ts';
import type { Inline } from './text.ts';
import { inlinesOf } from './walk.ts';

/** The fields of a text's frontmatter that are words. */
export interface TextWords {
  readonly title?: string | undefined;
  readonly summary: string;
  readonly retry?: { readonly reason: string } | undefined;
}

/** A part of a text: what all languages share of it, and its words. */
interface Part {
  readonly line: number;
  /** What it is; parts of a text and its translation are the same one after the other. */
  readonly shape: string;
  /** Marks, codes, commands and numbers, in whatever order a language has them. */
  readonly facts: readonly string[];
  /** What a reader reads, without code. */
  readonly words: string;
}

/** Chinese and its punctuation: in a command, a name that the reader fills in. */
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d]+(?:[\w ]*[\p{Script=Han}]+)*/gu;
/** A number that no language writes as a word, as English does with one of a few and with months. */
const NUMBER = /\d[\d.]*\d(?!\.?\d| ?月)/gu;
const COMMENT = /(?:^|\s+)(?:#|\/\/)\s.*$/u;

const wordsOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('');

const numbersIn = (text: string): string[] =>
  [...text.replaceAll(/(?<=\d),(?=\d{3})/gu, '').matchAll(NUMBER)].map(([number]) => number);

function factOf(inline: Inline): string[] {
  switch (inline.kind) {
    case 'mention':
      return [inline.code];
    case 'code':
      return [`\`${inline.text}\``];
    case 'inferred':
      return ['[^inferred]'];
    case 'source':
      return [`[^${inline.id}]`];
    case 'likelihood':
      return [`[${inline.likelihood}]`];
    default:
      return [];
  }
}

function partsOf(block: Block): Part[] {
  const { line, kind } = block;
  const none = { facts: [], words: '' };
  if (kind === 'list') {
    const items = block.items.flatMap((item) => [
      { line, shape: 'a list item', ...none },
      ...item.flatMap(partsOf),
    ]);
    return [{ line, shape: `a list of ${block.items.length}`, ...none }, ...items];
  }
  if (kind === 'caution') return [{ line, shape: 'a caution', ...none }, ...block.blocks.flatMap(partsOf)];
  if (kind === 'code') {
    const lines = block.text.split('\n').map((each) => each.replace(COMMENT, '').trimEnd());
    const shape = ['code', block.lang, block.client].filter((each) => each !== undefined).join(' ');
    return [{ line, shape, facts: lines.filter((each) => each.trim() !== ''), words: '' }];
  }
  const inlines = inlinesOf([block]);
  return [{ line, shape: 'a paragraph', facts: inlines.flatMap(factOf), words: wordsOf(inlines) }];
}

function partsOfText({ prose: { lead, sections }, data }: TextFile<TextWords>): Part[] {
  const { title, summary, retry } = data;
  const front = [title, summary, retry?.reason].filter((each) => each !== undefined);
  return [
    ...front.map((words) => ({ line: 1, shape: 'the frontmatter', facts: [], words })),
    ...lead.flatMap(partsOf),
    ...sections.flatMap(({ id, title, line, blocks }) => [
      { line, shape: `the section ${id ?? title}`, facts: [], words: title },
      ...blocks.flatMap(partsOf),
    ]),
    { line: 1, shape: 'the end', facts: [], words: '' },
  ];
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** Whether a fact is that of the original, in which Chinese stands for words of any language. */
function isRendering(found: string, expected: string): boolean {
  if (found === expected) return true;
  const fixed = expected.split(CHINESE);
  return fixed.length > 1 && new RegExp(`^${fixed.map(escaped).join('.+')}$`, 'u').test(found);
}

/** What a part lacks of the original's facts, and what it has beyond them. */
function difference(expected: Part, found: Part): { missing: string[]; added: string[] } {
  const added = [...found.facts];
  // What has the most to compare first, so that a mere placeholder does not take it.
  const weight = (fact: string) => fact.replaceAll(CHINESE, '').length;
  const inOrder = expected.facts.toSorted((one, other) => weight(other) - weight(one));
  const missing = inOrder.filter((fact) => {
    const at = added.findIndex((each) => isRendering(each, fact));
    if (at >= 0) added.splice(at, 1);
    return at < 0;
  });
  const numbers = numbersIn(found.words);
  const lost = numbersIn(expected.words).filter((number) => {
    const at = numbers.indexOf(number);
    if (at >= 0) numbers.splice(at, 1);
    return at < 0;
  });
  return { missing: [...missing, ...lost], added };
}

const named = (facts: readonly string[]) => facts.join(', ') || 'nothing';

function factProblems(found: Part, expected: Part, source: string): LineProblem[] {
  const { missing, added } = difference(expected, found);
  if (missing.length === 0 && added.length === 0) return [];
  return [
    {
      line: found.line,
      message: `found ${named(added)}; expected ${named(missing)}, as in ${source}:${expected.line}`,
      hint: 'A translation has the same marks, codes, commands and numbers in each paragraph and each item.',
    },
  ];
}

/** Parts of a text and of its translation, side by side as far as they are the same. */
function pairs(text: TextFile<TextWords>, translation: TextFile<TextWords>): [Part, Part][] {
  const [expected, found] = [partsOfText(text), partsOfText(translation)];
  const end = expected.findIndex(({ shape }, at) => shape !== found[at]?.shape);
  const same = end < 0 ? expected : expected.slice(0, end);
  return same.map((part, at) => [part, found[at] as Part]);
}

/**
 * Compares a text with its translation: sections, lists, marks, codes, commands and numbers.
 *
 * @param translation undefined where nobody wrote it
 * @param file where the translation belongs
 */
export function checkTranslation(
  text: TextFile<TextWords>,
  translation: TextFile<TextWords> | undefined,
  file: string,
): Problem[] {
  if (!translation) {
    const message = `found no translation of ${text.file}; expected one`;
    return [{ file, line: 1, message, hint: 'Write it: the same sections, lists, sources and codes.' }];
  }
  const alike = pairs(text, translation);
  const problems = alike.flatMap(([expected, found]) => factProblems(found, expected, text.file));
  const [there, here] = [partsOfText(text)[alike.length], partsOfText(translation)[alike.length]];
  if (there)
    problems.push({
      line: here?.line ?? 1,
      message: `found ${here?.shape ?? 'nothing'}; expected ${there.shape}, as in ${text.file}:${there.line}`,
      hint: 'A translation has the same sections, lists and code in the same order.',
    });
  return problems.map((problem) => ({ file, ...problem }));
}

/** A word that a translation uses wrongly. */
export interface WrongWord {
  readonly pattern: RegExp;
  /** What to write instead. */
  readonly say: string;
  /** Words of the original with which it is right. */
  readonly unless: readonly string[];
}

const FOREIGN = /\p{Script=Han}+|[\u3000-\u303f\uff00-\uffef\u2018-\u201d]|\u2014{2}/u;

/** What is wrong with the words of a text in a language that is written in Latin letters. */
export function checkWords(
  words: string,
  original: string,
  wrong: readonly WrongWord[],
): Omit<LineProblem, 'line'>[] {
  const foreign = FOREIGN.exec(words);
  const problems = wrong.flatMap(({ pattern, say, unless }) => {
    const found = pattern.exec(words);
    if (!found || unless.some((each) => original.toLowerCase().includes(each.toLowerCase()))) return [];
    return [
      { message: `found "${found[0]}"; expected ${say}`, hint: 'content/glossary.yaml has the terms.' },
    ];
  });
  if (!foreign) return problems;
  const around = words.slice(Math.max(0, foreign.index - 15), foreign.index + 15);
  const message = `found ${quote(foreign[0])} in ${quote(around)}; expected letters and marks of the language`;
  const hint = 'Use straight quotes and half-width marks; Chinese is quoted in backticks.';
  return [...problems, { message, hint }];
}

/** What is wrong with the words of a translation, its code aside. */
export function checkRendering(
  text: TextFile<TextWords>,
  translation: TextFile<TextWords>,
  wrong: readonly WrongWord[],
): Problem[] {
  const { file } = translation;
  return pairs(text, translation).flatMap(([original, { line, words }]) =>
    checkWords(words, original.words, wrong).map((problem) => ({ file, line, ...problem })),
  );
}
