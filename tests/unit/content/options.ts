/** Which options the programs of the site's commands have: `tests/fixtures/options.json`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const FILE = fileURLToPath(new URL('../../fixtures/options.json', import.meta.url));

/** Options by blanks, in the order of the help; a value follows those that end in `=`. */
const options = z.string().regex(/^(?:--?[\w-]+=?(?: |$))*$/u);

const toolSchema = z.strictObject({
  /** What the program calls itself; of those that were not at hand, which version was read. */
  version: z.string().min(1),
  /** Where it was read, for programs that were not at hand; the others printed it themselves. */
  from: z.url().optional(),
  /** Options that every command of the program takes. */
  everywhere: options.optional(),
  /** Command → its options; the empty name is the program's own. */
  commands: z.record(z.string(), options),
});

export type Tool = z.infer<typeof toolSchema>;
export type Tools = Readonly<Record<string, Tool>>;

export const readTools = (): Tools =>
  z.record(z.string(), toolSchema).parse(JSON.parse(readFileSync(FILE, 'utf8')));
export const writeTools = (tools: Tools): void => writeFileSync(FILE, `${JSON.stringify(tools, null, 2)}\n`);

/** Whether a value follows each option of a recorded line. */
const valuesOf = (line = '') =>
  new Map(
    line
      .split(' ')
      .filter((option) => option !== '')
      .map((option) => [option.replace(/=$/u, ''), option.endsWith('=')]),
  );

/** The options that one word names: `-sS` is two. The last takes what is left of the word, or the next one. */
function optionsOf(word: string, known: ReadonlyMap<string, boolean>) {
  const [name = '', value] = word.startsWith('--') ? word.split(/=(.*)/su) : [word];
  if (word.startsWith('--') || known.has(name))
    return { names: [name], needsNext: value === undefined && known.get(name) === true };
  const letters = [...word.slice(1)].map((letter) => `-${letter}`);
  const last = letters.findIndex((letter) => known.get(letter) === true);
  const names = last === -1 ? letters : letters.slice(0, last + 1);
  return { names, needsNext: last === letters.length - 1 };
}

/**
 * What a program is told that it does not know: a command, or an option of the command.
 *
 * @param words the program and its words; a program that is not recorded is not judged
 */
export function unknownIn(words: readonly string[], tools: Tools): string[] {
  const [program = '', ...rest] = words;
  const tool = Object.hasOwn(tools, program) ? tools[program] : undefined;
  if (!tool) return [];
  const paths = Object.keys(tool.commands);
  let path = '';
  const unknown: string[] = [];
  for (let at = 0; at < rest.length && rest[at] !== '--'; at++) {
    const word = rest[at] ?? '';
    const known = valuesOf(`${tool.commands[path] ?? ''} ${tool.everywhere ?? ''} -h --help`);
    if (/^-./u.test(word)) {
      const { names, needsNext } = optionsOf(word, known);
      unknown.push(...names.filter((name) => !known.has(name)).map((name) => `${program} ${path}: ${name}`));
      if (needsNext) at++;
    } else {
      const below = path === '' ? '' : `${path} `;
      if (!paths.some((each) => each !== path && each.startsWith(below))) continue;
      if (!paths.includes(below + word)) return [...unknown, `${program} ${below}${word}`];
      path = below + word;
    }
  }
  return unknown;
}
