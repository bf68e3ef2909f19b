/**
 * `npm run record-options`: records again which options the programs of the site's commands have, from their own help.
 * Programs that this machine lacks keep what is recorded. `-- 'docker image inspect' …` adds commands.
 */
import { spawnSync } from 'node:child_process';
import { readTools, writeTools, type Tool } from './unit/content/options.ts';

/** How to ask for what is not asked in the usual way, by `--help` and `--version`. */
const ASKING: Readonly<Record<string, { versions?: string[]; help?: string; everywhere?: string }>> = {
  crane: { versions: ['version'] },
  curl: { help: '--help all' },
  docker: { versions: ['--version', 'buildx version'] },
  helm: { versions: ['version --short'] },
  kubectl: { versions: ['version --client'], everywhere: 'options' },
  oras: { versions: ['version'] },
};

/** What a program prints, on whichever of its outputs; undefined where there is no such program. */
function printed(program: string, words: string): string | undefined {
  const { error, stdout, stderr } = spawnSync(program, words.split(' ').filter(Boolean), {
    encoding: 'utf8',
  });
  return error ? undefined : stdout + stderr;
}

/** The options of a help text: `-o, --output string   Where to`, `--user value, -u value`, `-o, --output='':`. */
function optionsIn(help: string): string {
  const found = help.split('\n').flatMap((line) => {
    const [, head = ''] = /^ {1,8}(--?[a-zA-Z0-9].*?)(?: {2,}|\t|$)/u.exec(line) ?? [];
    const names = head.match(/(?<=^|, | )--?[a-zA-Z0-9][\w-]*/gu) ?? [];
    const hasValue = /[a-zA-Z0-9](?: [a-zA-Z0-9<[]|=(?!false|true))/u.test(head);
    return names.map((name) => (hasValue ? `${name}=` : name));
  });
  return [...new Set(found)].join(' ');
}

/** A program as it is on this machine; undefined where it is missing. */
function record(program: string, commands: readonly string[], before?: Tool): Tool | undefined {
  const { versions = ['--version'], help = '--help', everywhere } = ASKING[program] ?? {};
  const said = versions.map((words) =>
    printed(program, words)
      ?.split(/[\n,(]/u)[0]
      ?.trim(),
  );
  if (said.includes(undefined)) return undefined;
  // A build of a distribution may not know its own version.
  const version = said.every((each) => /\d/u.test(each ?? '')) ? said.join('; ') : before?.version;
  return {
    version: version ?? program,
    ...(everywhere === undefined ? {} : { everywhere: optionsIn(printed(program, everywhere) ?? '') }),
    commands: Object.fromEntries(
      [...commands]
        .sort()
        .map((command) => [command, optionsIn(printed(program, `${command} ${help}`) ?? '')]),
    ),
  };
}

const tools = readTools();
const added = process.argv.slice(2).map((command) => command.split(/ (.*)/su));
const programs = new Set([...Object.keys(tools), ...added.map(([program = '']) => program)]);
const recorded = [...programs].sort().map((program) => {
  const more = added.filter(([each]) => each === program).map(([, command = '']) => command);
  const commands = [...new Set(['', ...Object.keys(tools[program]?.commands ?? {}), ...more])];
  const tool = record(program, commands, tools[program]) ?? tools[program];
  if (!tool) throw new Error(`found no program ${program}; expected it on this machine`);
  return [program, tool];
});
writeTools(Object.fromEntries(recorded));
