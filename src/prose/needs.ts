/** What the commands of a text need beforehand: variables, and names of the reader's own. */
import { placeholdersIn } from '../lib/placeholders.ts';
import type { Block } from './prose.ts';
import { codeBlocksOf } from './walk.ts';

/** The variables that the topic of preparations explains: name → its section. */
export const EXPLAINED: Readonly<Record<string, string>> = {
  TOKEN: 'token',
  AK: 'login-key',
  SK: 'login-key',
  LOGIN_KEY: 'login-key',
  USER_ID: 'ids',
  USER_NAME: 'ids',
  PROJECT_ID: 'ids',
};

const VARIABLE = /\$\{?(?<name>[A-Za-z_]\w*)/gu;

/** The variables that a shell command reads, each once. What stands in single quotes is none, except in JSON bodies. */
export function variablesIn(command: string): readonly string[] {
  const read = command.replaceAll(/(?<=^|\s)'[^'{[]*'/gu, '');
  return [...new Set([...read.matchAll(VARIABLE)].map(({ groups }) => groups?.['name'] ?? ''))];
}

/** What the commands of a text need beforehand. */
export interface Needs {
  /** Explained variables that no command before them sets. */
  readonly variables: readonly string[];
  /** Whether a name can be filled in. */
  readonly names: boolean;
}

export function needsOf(blocks: readonly Block[]): Needs {
  const codes = codeBlocksOf(blocks);
  const commands = codes.filter(({ lang }) => lang === 'bash').map(({ text }) => text);
  const used = new Set(commands.flatMap(variablesIn));
  const isSet = (name: string) =>
    commands.some((command) => new RegExp(String.raw`(?:^|\s)${name}=`, 'u').test(command));
  return {
    variables: Object.keys(EXPLAINED).filter((name) => used.has(name) && !isSet(name)),
    names: codes.some(({ text }) => placeholdersIn(text).some(({ name }) => name !== undefined)),
  };
}
