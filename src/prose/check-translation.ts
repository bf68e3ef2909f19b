/** What holds for a text in another language: it is built as the text that it translates, with other words. */
import type { Problem } from '../lib/problem.ts';
import type { TextFile } from './check-text.ts';
import type { Block, Prose } from './prose.ts';
import { inlinesOf } from './walk.ts';

/** A part of a text as far as all languages share it. */
interface Part {
  readonly line: number;
  readonly shape: string;
}

/** The sources, inferences and codes of a block, in whatever order a language has them. */
function marksOf(block: Block): string {
  const marks = inlinesOf([block]).flatMap((inline) => {
    if (inline.kind === 'source') return [`[^${inline.id}]`];
    if (inline.kind === 'inferred') return ['[^inferred]'];
    return inline.kind === 'mention' ? [inline.code] : [];
  });
  return marks.sort().join(' ');
}

function partsOf(block: Block): Part[] {
  const { line } = block;
  if (block.kind === 'code') return [{ line, shape: `code in ${block.lang}` }];
  if (block.kind === 'paragraph') return [{ line, shape: `a paragraph ${marksOf(block)}`.trim() }];
  const items = block.items.flatMap((item) => [{ line, shape: 'a list item' }, ...item.flatMap(partsOf)]);
  return [{ line, shape: `a list of ${block.items.length}` }, ...items];
}

function skeletonOf({ lead, sections }: Prose): Part[] {
  return [
    ...lead.flatMap(partsOf),
    ...sections.flatMap(({ id, title, line, blocks }) => [
      { line, shape: `the section ${id ?? title}` },
      ...blocks.flatMap(partsOf),
    ]),
  ];
}

/**
 * Compares a text with its translation.
 *
 * @param file where the translation belongs, @param translation undefined where nobody wrote it
 */
export function checkTranslation(
  text: TextFile<unknown>,
  translation: TextFile<unknown> | undefined,
  file: string,
): Problem[] {
  if (!translation)
    return [
      { file, line: 1, message: `found no translation of ${text.file}; expected one`, hint: 'Write it.' },
    ];
  const found = skeletonOf(translation.prose);
  const expected = skeletonOf(text.prose);
  const at = expected.findIndex(({ shape }, index) => shape !== found[index]?.shape);
  if (at < 0 && found.length === expected.length) return [];
  const [there, here] = at < 0 ? [undefined, found[expected.length]] : [expected[at], found[at]];
  return [
    {
      file,
      line: here?.line ?? 1,
      message:
        `found ${here?.shape ?? 'the end'}; expected ${there?.shape ?? 'the end'}, ` +
        `as in ${text.file}:${there?.line ?? 1}`,
      hint: 'Give both the same sections, lists, sources and codes.',
    },
  ];
}
