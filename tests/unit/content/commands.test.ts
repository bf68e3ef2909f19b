import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { readSite } from '../../../src/load/site.ts';
import { blocksOf } from '../../../src/prose/check-text.ts';
import { EXPLAINED, variablesIn } from '../../../src/prose/needs.ts';
import { codeBlocksOf, textOf } from '../../../src/prose/walk.ts';
import { brokenByCommand } from './commands.ts';
import { invocationsIn } from './invocations.ts';
import { readTools, unknownIn } from './options.ts';
import { read, readBodies } from './read.ts';

const texts = readSite(read('content/site.yaml')).languages.flatMap(readBodies);
const commands = texts.flatMap(({ file, prose }) =>
  codeBlocksOf(blocksOf(prose))
    .filter(({ lang }) => lang === 'bash')
    .map(({ line, text }) => ({ file, line, where: `${file}:${line}`, text })),
);

/** What `bash -n` says of each script; nothing where it is well-formed. */
function syntaxErrors(scripts: readonly string[]): string[] {
  const each = `while IFS= read -r -d '' script; do bash -n <<<"$script" 2>&1; printf '\\0'; done`;
  const input = scripts.map((script) => `${script}\0`).join('');
  return spawnSync('bash', ['-c', each], { input, encoding: 'utf8' }).stdout.split('\0').slice(0, -1);
}

test('there are commands in most of the texts', () => assert.ok(commands.length > 100, `${commands.length}`));

test('every command is well-formed', () => {
  const scripts = [...new Set(commands.map(({ text }) => text)), 'if docker version; then'];
  const errors = syntaxErrors(scripts);
  const broken = new Set(scripts.filter((_, at) => errors[at] !== ''));
  assert.deepEqual(
    commands.filter(({ text }) => broken.has(text)).map(({ where }) => where),
    [],
  );
  assert.deepEqual([...broken], ['if docker version; then']);
});

test('every command obeys the rules that the site explains', () => {
  const broken = commands.flatMap(({ where, text }) =>
    brokenByCommand(text).map((what) => `${where}: ${what}`),
  );
  assert.deepEqual(broken, []);
});

describe('what breaks a rule is noticed', () => {
  const api = 'curl -sS https://swr-api.cn-north-4.myhuaweicloud.com';
  for (const [command, broken] of [
    [
      'docker push swr.cn-north-4.myhuaweicloud.com/My-Org/nginx:v1',
      /organization 'My-Org' breaks the rule upper-case/,
    ],
    ['docker push swr.cn-north-4.myhuaweicloud.com/my-org/Nginx:v1', /repository 'Nginx'/],
    ['docker push swr.cn-north-4.myhuaweicloud.com/my-org/nginx:-v1', /tag '-v1'/],
    [`${api}/v2/manage/nothing`, /no documented operation/],
    [`${api.replace('-sS', '-X DELETE')}/v2/manage/repos`, /DELETE \/v2\/manage\/repos is no documented/],
    [`${api}/v2/manage/namespaces/my--org`, /organization 'my--org'/],
    [`'${api}/v2/manage/namespaces/my-org/repos/a$/tags'`, /repository 'a\/'/],
    [`"${api}/v2/manage/repos?offset=0&limit=1001"`, /limit 1001/],
    [`"${api}/v2/manage/repos?limit=10"`, /offset and limit only go together/],
    [`"${api}/v2/manage/repos?order_type=desc"`, /order_column and order_type/],
    [`curl -d '{"namespace":"Library"}'`, /organization 'Library'/],
    [`curl -d '{"repository":"nginx"}'`, /needs is_public/],
    [`curl -d '{"repository":"nginx","is_public":false,"category":"web"}'`, /category web/],
    [`curl -d '[{"user_id":"'"$USER_ID"'","auth":2}]'`, /auth 2/],
    [`curl -d '{"namespace":my-org}'`, /no JSON/],
  ] as const) {
    test(command, () => assert.match(brokenByCommand(command).join('\n'), broken));
  }
});

const tools = readTools();

test('programs know the commands and options that they are given', () => {
  const unknown = commands.flatMap(({ file, line, text }) =>
    invocationsIn(text).flatMap((invocation) =>
      unknownIn(invocation.words, tools).map(
        (what) =>
          `${file}:${line + 1 + invocation.line}: found ${what}; expected what ${tools[invocation.words[0] ?? '']?.version} has\n` +
          "    hint: correct it, or record it: npm run record-options -- 'docker push'",
      ),
    ),
  );
  assert.deepEqual(unknown, []);
});

test('every program that is recorded is one that the texts use', () => {
  const used = new Set(commands.flatMap(({ text }) => invocationsIn(text).map(({ words }) => words[0])));
  assert.deepEqual(
    Object.keys(tools).filter((program) => !used.has(program)),
    [],
  );
});

describe('an option that a program does not have is noticed', () => {
  for (const [command, unknown] of [
    ['docker push --all-layers nginx:v1', ['docker push: --all-layers']],
    ['sudo docker push --platform linux/amd64 nginx:v1 -z', ['docker push: -z']],
    ['echo "$(docker images --json)"', ['docker images: --json']],
    ['docker scan nginx:v1', ['docker scan']],
    ['docker manifest purge nginx:v1', ['docker manifest purge']],
    ['docker info && skopeo copy --to-docker a b | cat', ['skopeo copy: --to-docker']],
    ['skopeo --override-os linux inspect --raw --config=x docker://a', []],
    ['ctr -n k8s.io images pull --creds "$AK" a', ['ctr images pull: --creds']],
    ['kubectl -n default get pod --output-as json', ['kubectl get: --output-as']],
    ['curl -sSZXPOST -d \'{"a": "-y"}\' https://a.invalid # --nothing', []],
    ["curl -H 'A: -b' \\\n  -sq\u00e4 https://a.invalid", ['curl : -ä']],
    ['A=1 docker login -u --unknown "$B" 2> --file', []],
    ['docker push -- --unknown', []],
    ['for x in docker podman; do "$x" --unknown; done', []],
  ] as const)
    test(command, () =>
      assert.deepEqual(
        invocationsIn(command).flatMap(({ words }) => unknownIn(words, tools)),
        unknown,
      ),
    );

  test('the line is the one of the script that the command begins in', () =>
    assert.deepEqual(
      invocationsIn('# a\nif docker info; then\n  ID=$(crane ls \\\n    a)\nfi').map(({ line, words }) => [
        line,
        words[0],
      ]),
      [
        [1, 'docker'],
        [2, 'crane'],
        [4, 'fi'],
      ],
    ));
});

/** What shells and CI set themselves, or the sentence beside the command explains. */
const KNOWN = new Set(['NF', 'RANDOM', 'REGISTRY_AUTH_FILE', 'USER', 'XDG_RUNTIME_DIR']);

test('every variable is set, explained on the page of preparations, or named beside its command', () => {
  const unknown = texts.flatMap(({ file, prose }) => {
    const blocks = blocksOf(prose);
    const scripts = codeBlocksOf(blocks).filter(({ lang }) => lang === 'bash');
    const all = scripts.map(({ text }) => text).join('\n');
    const named = textOf(blocks);
    const isKnown = (name: string) =>
      KNOWN.has(name) ||
      Object.hasOwn(EXPLAINED, name) ||
      name !== name.toUpperCase() ||
      new RegExp(String.raw`\b${name}\b`, 'u').test(named) ||
      new RegExp(String.raw`(?:^|\s)(?:${name}=|(?:for|read|export)\b[^\n]*\s${name}\b)`, 'mu').test(all);
    return scripts.flatMap(({ line, text }) =>
      variablesIn(text)
        .filter((name) => !isKnown(name))
        .map((name) => `${file}:${line}: $${name}`),
    );
  });
  assert.deepEqual(unknown, []);
});
