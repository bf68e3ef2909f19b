/**
 * The texts of each language beside those of the lead language: which are missing, which are older than what they
 * translate, and which differ. Read from the files, so that a script and the tests need no build.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { LEAD_LOCALE, type Locale } from '../addresses/locales.ts';
import { renderings } from '../catalog/words.ts';
import type { Problem } from '../lib/problem.ts';
import type { TextFile } from '../prose/check-text.ts';
import {
  checkRendering,
  checkTranslation,
  checkWords,
  type TextWords,
  type WrongWord,
} from '../prose/check-translation.ts';
import { readProse } from '../prose/prose.ts';
import type { Collection } from '../schema/codes.ts';
import { glossarySchema } from '../schema/glossary.ts';
import {
  guidanceSchema,
  guidanceWordsSchema,
  messageSchema,
  messageWordsSchema,
  topicSchema,
  topicWordsSchema,
} from '../schema/guidance.ts';
import { readFrontmatter } from './prose-loader.ts';
import { WORDS, wordProblems, type TranslatedCollection } from './words.ts';

type Text = TextFile<TextWords & { readonly translates?: string | undefined }>;

/** The folders of texts, with the frontmatter of the lead language and of the others. */
const FOLDERS: readonly [folder: string, lead: z.ZodType, words: z.ZodType][] = [
  ['content/guidance', guidanceSchema, guidanceWordsSchema],
  ['content/messages', messageSchema, messageWordsSchema],
  ['content/topics', topicSchema, topicWordsSchema],
];

/** A text of the lead language, its twin where there is one, and where that belongs. */
export interface Twins {
  readonly text: Text;
  /** Of the text's words; the twin names it in `translates`. */
  readonly digest: string;
  readonly twin: Text | undefined;
  readonly file: string;
}

/** Digest of a text's words: a changed fact, which all languages share, leaves it as it is. */
function digestOf({ data: { title, summary, retry } }: Text, source: string): string {
  const body = source.replaceAll('\r\n', '\n').replace(/^---\n[\s\S]*?\n---\n/u, '');
  const words = JSON.stringify([title, summary, retry?.reason, body]);
  return createHash('sha256').update(words).digest('hex').slice(0, 8);
}

/** All texts with their twins in a language, by the project's folder. */
export function readTwins(root: string, locale: Locale): Twins[] {
  const read = (file: string, schema: z.ZodType) => {
    const source = readFileSync(join(root, file), 'utf8');
    const data = readFrontmatter(source, file, schema) as unknown as Text['data'];
    return { source, text: { id: basename(file, '.md'), file, data, prose: readProse(source) } };
  };
  return FOLDERS.flatMap(([folder, lead, words]) =>
    readdirSync(join(root, folder, LEAD_LOCALE))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => {
        const { source, text } = read(`${folder}/${LEAD_LOCALE}/${name}`, lead);
        const file = `${folder}/${locale}/${name}`;
        const twin = existsSync(join(root, file)) ? read(file, words).text : undefined;
        return { text, digest: digestOf(text, source), twin, file };
      }),
  );
}

/** Whether a twin was written, or looked at, after its text last changed. */
export const isCurrent = ({ twin, digest }: Twins): boolean => twin?.data.translates === digest;

/** The words that a language uses wrongly, from `content/glossary.yaml`. */
export function wrongWords(root: string): WrongWord[] {
  const terms = glossarySchema.parse(parse(readFileSync(join(root, 'content/glossary.yaml'), 'utf8')));
  return terms.flatMap(({ en, never, unless }) =>
    never.map((source) => ({ pattern: new RegExp(source, 'iu'), say: en, unless })),
  );
}

function lateTwin({ text, twin, file }: Twins): Problem {
  return {
    file,
    line: 1,
    message: `found ${twin ? 'a translation' : 'no translation'} of ${text.file}${twin ? ' from before it last changed' : ''}; expected one of the text as it stands`,
    hint: twin
      ? `Bring it up to date, then: npm run twins -- --looked-at ${file}`
      : 'Write it: the same sections, lists, sources and codes.',
  };
}

/** Twins that are missing or older than their texts, and words of data without a translation. */
export function lateProblems(root: string, locale: Locale): Problem[] {
  const late = readTwins(root, locale).filter((twins) => !isCurrent(twins));
  const words = (Object.keys(WORDS) as TranslatedCollection[]).flatMap((name) =>
    wordProblems(name, readYaml(root, `content/${name}.yaml`), wordsIn(root, locale, name) ?? {}, locale),
  );
  return [...late.map(lateTwin), ...words];
}

const readYaml = (root: string, file: string): unknown => parse(readFileSync(join(root, file), 'utf8'));

/** What `content/<locale>/<name>.yaml` says; undefined where there is no such file. */
function wordsIn(root: string, locale: Locale, name: string): Record<string, string> | undefined {
  const file = `content/${locale}/${name}.yaml`;
  return existsSync(join(root, file)) ? (readYaml(root, file) as Record<string, string>) : undefined;
}

/**
 * A note about rows of the vendor's that nobody has rendered in a language: its pages quote them as they are. No mistake,
 * so that an edition goes in without it.
 */
export function unrendered(root: string, locale: Locale): Problem[] {
  const renderingOf = renderings(wordsIn(root, locale, 'descriptions') ?? {});
  const missing = readdirSync(join(root, 'content/codes')).flatMap((name) => {
    const { source, codes } = JSON.parse(
      readFileSync(join(root, 'content/codes', name), 'utf8'),
    ) as Collection;
    if (source.language !== LEAD_LOCALE) return [];
    return codes.filter(({ description }) => renderingOf(description) === undefined).map(({ code }) => code);
  });
  if (missing.length === 0) return [];
  const more = missing.length > 10 ? ` and ${missing.length - 10} more` : '';
  return [
    {
      file: `content/${locale}/descriptions.yaml`,
      line: 1,
      message: `found no rendering for the rows of ${missing.length} ${missing.length === 1 ? 'code' : 'codes'}: ${missing.slice(0, 10).join(', ')}${more}; expected the row as the key, its rendering as the value`,
      hint: 'until there is one, their pages in this language quote the row as the vendor wrote it',
    },
  ];
}

/** What is wrong with the twins that are up to date and with the translated words of data. */
export function twinProblems(root: string, locale: Locale): Problem[] {
  const wrong = wrongWords(root);
  const texts = readTwins(root, locale)
    .filter(isCurrent)
    .flatMap(({ text, twin, file }) =>
      twin ? [...checkTranslation(text, twin, file), ...checkRendering(text, twin, wrong)] : [],
    );
  const words = [...Object.keys(WORDS), 'descriptions'].flatMap((name) => {
    const file = `content/${locale}/${name}.yaml`;
    return Object.entries(wordsIn(root, locale, name) ?? {}).flatMap(([original, each], at) =>
      checkWords(each, original, wrong).map((problem) => ({ file, line: at + 1, ...problem })),
    );
  });
  return [...texts, ...words];
}
