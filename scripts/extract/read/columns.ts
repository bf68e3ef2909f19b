import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { quote, type Problem } from '../../../src/lib/problem.ts';
import { checkedPart, readYaml } from '../../../src/load/yaml.ts';
import { headersSchema, type Field, type HeaderEntry } from '../../../src/schema/headers.ts';

const HEADERS_FILE = 'content/headers.yaml';

const normalize = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}*:：]/gu, '');

const headerOf = (entry: HeaderEntry): string => (typeof entry === 'string' ? entry : entry.header);

/**
 * Reads `content/headers.yaml`.
 *
 * @returns undefined, with a problem for each mistake, when it breaks its schema or gives a header two meanings
 */
export function readHeaderList(text: string, problems: Problem[]): z.infer<typeof headersSchema> | undefined {
  const yaml = readYaml(text, HEADERS_FILE, problems);
  const list = yaml && checkedPart(yaml, [], yaml.data, headersSchema, problems);
  const seen = new Map<string, number>();
  for (const [index, { headers }] of list?.fields.entries() ?? [])
    for (const [at, entry] of headers.entries()) {
      const line = yaml?.lineOf(['fields', index, 'headers', at]) ?? 1;
      const first = seen.get(normalize(headerOf(entry)));
      seen.set(normalize(headerOf(entry)), first ?? line);
      if (first === undefined) continue;
      problems.push({
        file: HEADERS_FILE,
        line,
        message: `found the header ${quote(headerOf(entry))} again, the first stands on line ${first}; expected one meaning`,
        hint: 'remove one of the two',
      });
    }
  return problems.length === 0 ? list : undefined;
}

const problems: Problem[] = [];
const { fields, maybeCode, languages } = readHeaderList(
  readFileSync(new URL(`../../../${HEADERS_FILE}`, import.meta.url), 'utf8'),
  problems,
) ?? { fields: [], maybeCode: [], languages: { zh: [], en: [] } };

/** The mistakes in `content/headers.yaml`; while there are some, no header means anything. */
export const headerProblems: readonly Problem[] = problems;

const byHeader = new Map<string, { field: Field; rank: number }>();
const byEnding: { ending: string; field: Field }[] = [];
const byBeginning: { beginning: string; field: Field }[] = [];
for (const { field, headers, endings = [], beginnings = [] } of fields) {
  headers.forEach((header, rank) => byHeader.set(normalize(headerOf(header)), { field, rank }));
  byEnding.push(...endings.map((ending) => ({ ending: normalize(ending), field })));
  byBeginning.push(...beginnings.map((beginning) => ({ beginning: normalize(beginning), field })));
}

/** Headers that mean error codes where the values of the column do, see `readRows`. */
const MAYBE_CODE = new Set(maybeCode.map((entry) => normalize(headerOf(entry))));

export type Language = 'zh' | 'en';

const byLanguage = (['zh', 'en'] as const).map((language) => ({
  language,
  names: languages[language]
    .map((name) => normalize(name))
    .toSorted((one, other) => other.length - one.length),
}));

/** The language that a header says its column is in; undefined where it names none, or both. */
export function languageOf(header: string): Language | undefined {
  const text = normalize(header);
  const named = byLanguage.filter(({ names }) => names.some((name) => text.includes(name)));
  return named.length === 1 ? named[0]?.language : undefined;
}

const withoutLanguage = (header: string): string =>
  byLanguage.flatMap(({ names }) => names).reduce((text, name) => text.replace(name, ''), header);

/** What a header means that says the same in Chinese and in English, such as `错误码 Error Code`. */
function saidTwice(header: string): { field: Field; rank: number } | undefined {
  const [, chinese = '', english = ''] = /^(\p{sc=Han}+)([a-z_]+)$/u.exec(header) ?? [];
  const known = byHeader.get(chinese);
  const same = byHeader.get(english)?.field ?? (MAYBE_CODE.has(english) ? 'code' : undefined);
  return known?.field === same ? known : undefined;
}

/** Longest header text that is looked up; the longest known one has 38 characters. */
export const LONGEST_HEADER = 60;

/**
 * What a header means.
 *
 * @param header text of a header cell
 * @returns the field, and a rank (0 is the best) by which two columns of the same meaning compare; undefined when
 *   the header is none of a table of error codes
 */
export function meaningOf(header: string): { field: Field; rank: number } | undefined {
  if (header.length > LONGEST_HEADER) return undefined;
  const whole = normalize(header);
  const beforeBracket = whole.replace(/[(/].*$/, '');
  const known =
    byHeader.get(whole) ??
    byHeader.get(beforeBracket) ??
    byHeader.get(withoutLanguage(whole)) ??
    saidTwice(beforeBracket);
  if (known) return known;
  const ending = byEnding.find((each) => beforeBracket.endsWith(each.ending));
  if (ending) return { field: ending.field, rank: 1000 };
  const beginning = byBeginning.find((each) => whole.startsWith(each.beginning));
  return beginning && { field: beginning.field, rank: 1000 };
}

/** What a header means in a table without any other column of error codes. */
export function meaningWithoutCode(header: string): { field: Field; rank: number } | undefined {
  return MAYBE_CODE.has(normalize(header)) ? { field: 'code', rank: 0 } : meaningOf(header);
}
