/** What holds for a text in another language: it is built as the text that it translates, with other words. */
import type { Problem } from '../lib/problem.ts';
import type { TextFile } from './check-text.ts';
import type { Block, Prose } from './prose.ts';
import { inlinesOf } from './walk.ts';

/** A part of a text as far as all languages share it: its sources and codes in whatever order a language has them. */
function partsOf(block: Block): { line: number; shape: string }[] {
  const { line, kind } = block;
  if (kind === 'list') {
    const items = block.items.flatMap((item) => [{ line, shape: 'a list item' }, ...item.flatMap(partsOf)]);
    return [{ line, shape: `a list of ${block.items.length}` }, ...items];
  }
  const marks = inlinesOf([block]).flatMap((inline) => {
    if (inline.kind === 'mention') return inline.code;
    if (inline.kind === 'inferred') return '[^inferred]';
    return inline.kind === 'source' ? `[^${inline.id}]` : [];
  });
  return [{ line, shape: [`a ${kind}`, ...marks.sort()].join(' ') }];
}

const skeletonOf = ({ lead, sections }: Prose) => [
  ...lead.flatMap(partsOf),
  ...sections.flatMap(({ id, title, line, blocks }) => [
    { line, shape: `the section ${id ?? title}` },
    ...blocks.flatMap(partsOf),
  ]),
];

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
  const hint = 'A translation has the same sections, lists, sources and codes.';
  if (!translation)
    return [{ file, line: 1, message: `found no translation of ${text.file}; expected one`, hint }];
  const end = { line: 1, shape: 'the end' };
  const [found, expected] = [translation, text].map(({ prose }) => [...skeletonOf(prose), end]);
  const at = expected?.findIndex(({ shape }, index) => shape !== found?.[index]?.shape) ?? -1;
  const [here, there] = [found?.[at], expected?.[at]];
  if (!here || !there) return [];
  const message = `found ${here.shape}; expected ${there.shape}, as in ${text.file}:${there.line}`;
  return [{ file, line: here.line, message, hint }];
}
