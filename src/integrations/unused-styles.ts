import { transform } from 'lightningcss';

function matches(css: string, pattern: RegExp): string[] {
  return [...new Set([...css.matchAll(pattern)].map(([, name = '']) => name.replaceAll('\\', '')))];
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
  return sheets.map((css) => {
    const code = Buffer.from(css);
    return transform({ filename: 'style.css', code, minify: true, unusedSymbols }).code.toString();
  });
}

/**
 * The style sheets of a site without the rules for classes and ids that nothing has, and without variables that nothing
 * reads; in the same order.
 *
 * @param isUsed whether a page has this class or id or reads this variable, or a script may
 */
export function withoutUnused(sheets: readonly string[], isUsed: (name: string) => boolean): string[] {
  const less = withoutOnce(sheets, isUsed);
  // Variables that only a removed rule read are unused, too.
  return less.join('').length < sheets.join('').length ? withoutUnused(less, isUsed) : less;
}
