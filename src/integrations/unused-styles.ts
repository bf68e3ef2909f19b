import { transform, type StyleSheet } from 'lightningcss';
import { withoutDead } from './dead-rules.ts';

function matches(css: string, pattern: RegExp): string[] {
  return [...new Set([...css.matchAll(pattern)].map(([, name = '']) => name.replaceAll('\\', '')))];
}

const given = (css: string) => ({ filename: 'style.css', code: Buffer.from(css) });

/** A style sheet as Lightning CSS reads it. */
function parsed(css: string): StyleSheet {
  const sheets: StyleSheet[] = [];
  transform({ ...given(css), visitor: { StyleSheet: (sheet) => void sheets.push(sheet) } });
  const [sheet] = sheets;
  if (!sheet) throw new Error('Lightning CSS read no style sheet');
  return sheet;
}

/** The style sheets of a site without what is not used, in the same order. */
function withoutOnce(sheets: readonly string[], isUsed: (name: string) => boolean): string[] {
  const all = sheets.join('\n');
  const names = matches(all, /[.#]((?:[a-z_-]|\\.)(?:[\w-]|\\.)*)/giu);
  // Lightning CSS would remove a property of the same name, too.
  const properties = new Set(matches(all, /[{;]([\w-]+):/gu));
  const variables = matches(all, /(--[\w-]+):/gu);
  const unusedSymbols = [
    ...names.filter((name) => !isUsed(name) && !properties.has(name)),
    ...variables.filter((name) => !all.includes(`var(${name}`) && !isUsed(name)),
  ];
  const left = withoutDead(sheets.map(parsed), isUsed);
  return left.map((sheet, at) =>
    transform({
      ...given(sheets[at] ?? ''),
      minify: true,
      unusedSymbols,
      visitor: { StyleSheet: () => sheet },
    }).code.toString(),
  );
}

/**
 * The style sheets of a site without the rules for elements, classes and ids that nothing has, and without variables
 * that nothing reads or that a later rule replaces; in the same order.
 *
 * @param isUsed whether a page has this element, class or id or reads this variable, or a script may
 */
export function withoutUnused(sheets: readonly string[], isUsed: (name: string) => boolean): string[] {
  const less = withoutOnce(sheets, isUsed);
  // Variables that only a removed rule read are unused, too.
  return less.join('').length < sheets.join('').length ? withoutUnused(less, isUsed) : less;
}
