/** The texts of the other languages beside those of the lead language. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LEAD_LOCALE, LOCALES } from '../../../src/addresses/locales.ts';
import { formatProblem } from '../../../src/lib/problem.ts';
import { readSite } from '../../../src/load/site.ts';
import { unrendered, lateProblems, readTwins, twinProblems, wrongWords } from '../../../src/load/twins.ts';
import { checkRendering, checkTranslation, checkWords } from '../../../src/prose/check-translation.ts';
import { readProse } from '../../../src/prose/prose.ts';
import { read } from './read.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const { languages } = readSite(read('content/site.yaml'));

for (const locale of LOCALES.filter((each) => each !== LEAD_LOCALE)) {
  test(`texts in ${locale} are built as those that they translate, in the terms of the glossary`, () =>
    assert.deepEqual(twinProblems(ROOT, locale).map(formatProblem), []));
  if (languages.includes(locale))
    test(`every text has its twin in ${locale}, as new as itself`, () =>
      assert.deepEqual(lateProblems(ROOT, locale).map(formatProblem), []));
}

const LEAD = `## 名称 {#names}

一共 1000 个，见 \`docker pull <镜像>\` 和 \`latest\`。[^s]

1. [common] 甲 SWR.1234567

   \`\`\`bash docker
   # 先拉取
   docker pull "$IMAGE" || echo "失败"
   \`\`\`

2. 乙[^inferred]
`;
const ENGLISH = `## Names {#names}

There are 1,000, see \`latest\` and \`docker pull <image>\`.[^s]

1. [common] A of SWR.1234567

   \`\`\`bash docker
   # Pull first
   docker pull "$IMAGE" || echo "failed"
   \`\`\`

2. B[^inferred]
`;
const text = (body: string, file: string, summary: string) => ({
  id: 'a',
  file,
  data: { title: 't', summary },
  prose: readProse(`---\ntitle: t\n---\n${body}`),
});
const lead = text(LEAD, 'content/topics/zh-CN/a.md', '等 30 秒。');
const twin = (body: string, summary = 'Wait 30 seconds.') => text(body, 'content/topics/en/a.md', summary);
const told = (problems: ReturnType<typeof checkTranslation>) =>
  problems.map(({ line, message }) => `${line}: ${message}`);

describe('a translated text', () => {
  test('is built as the text that it translates', () =>
    assert.deepEqual(checkTranslation(lead, twin(ENGLISH), 'f'), []));

  for (const [what, from, to, found] of [
    ['another anchor', '#names', '#name', '4: found the section name; expected the section names'],
    ['no source', '[^s]', '', '6: found nothing; expected [^s]'],
    ['another number', '1,000', '100', '6: found nothing; expected 1000'],
    ['another code', '.1234567', '.1234568', '8: found SWR.1234568; expected SWR.1234567'],
    ['a changed word', '`latest`', '`last`', '6: found `last`; expected `latest`'],
    ['a lost command', 'docker pull <', 'pull <', '6: found `pull <image>`; expected `docker pull <镜像>`'],
    ['no likelihood', '[common] ', '', '8: found nothing; expected [common]'],
    ['an added mark', 'B', 'B[^s]', '15: found [^s]; expected nothing'],
    ['another client', 'bash docker', 'bash podman', '10: found code bash podman; expected code bash docker'],
    [
      'a changed command',
      '"$IMAGE"',
      '$IMAGE',
      '10: found docker pull $IMAGE || echo "failed"; expected docker pull "$IMAGE" || echo "失败"',
    ],
    ['a step less', '\n2. B[^inferred]\n', '', '8: found a list of 1; expected a list of 2'],
    [
      'a paragraph more',
      'B[^inferred]\n',
      'B[^inferred]\n\nMore.\n',
      '17: found a paragraph; expected the end',
    ],
  ] as const)
    test(`with ${what} is noticed`, () => {
      assert.ok(ENGLISH.includes(from));
      const problems = told(checkTranslation(lead, twin(ENGLISH.replace(from, to)), 'f'));
      assert.deepEqual(
        problems.map((problem) => problem.split(', as in')[0]),
        [found],
      );
    });

  test('has its numbers in the frontmatter, too', () =>
    assert.deepEqual(told(checkTranslation(lead, twin(ENGLISH, 'Wait.'), 'f')), [
      '1: found nothing; expected 30, as in content/topics/zh-CN/a.md:1',
    ]));
  test('is missed', () => {
    const [missing] = told(checkTranslation(lead, undefined, 'f'));
    assert.match(missing ?? '', /^1: found no translation of content\/topics\/zh-CN\/a\.md/u);
  });
});

describe('the words of a translation', () => {
  const wrong = wrongWords(ROOT);
  test('may quote Chinese in backticks', () =>
    assert.deepEqual(checkRendering(lead, twin(ENGLISH.replace('`docker', '`镜像`, `docker')), wrong), []));

  for (const [words, original, found] of [
    ['Select 镜像.', '', /found "镜像"/u],
    ['Pull it，then push.', '', /found "，"/u],
    ['the \u201ctag\u201d', '', /found "\u201c"/u],
    ['Delete the image version.', '删除镜像版本。', /found "image version"; expected image tag/u],
    ['Create a namespace.', '创建组织。', /found "namespace"; expected organization/u],
    ['Use a tenant account.', '', /expected account/u],
    ['It is recommended to log in.', '', /imperative/u],
    ['Find the organisation.', '', /expected organization/u],
  ] as const)
    test(words, () => assert.match(checkWords(words, original, wrong)[0]?.message ?? '', found));
  test('a term that is right with a word of the original', () =>
    assert.deepEqual(checkWords('Create a namespace.', 'Kubernetes 命名空间', wrong), []));
});

describe('a twin that is older than its text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'twins-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const write = (file: string, content: string) => {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  const source = (facts: string, body: string) => `---\ntitle: 题\nsummary: 句。\n${facts}\n---\n${body}`;
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'scripts/twins/main.ts'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  const isLate = () => lateProblems(folder, 'en').some(({ file }) => file === 'content/topics/en/a.md');

  test('an option is no file, and a file that is not there cannot be looked at', () => {
    assert.match(run('--help').stdout, /^npm run twins/u);
    for (const args of [['--nope'], ['--looked-at'], ['--looked-at', 'content/topics/en/nope.md']])
      assert.equal(run(...args).status, 2, args.join(' '));
  });
  test('rows that nobody has rendered are named, and quotation marks make none of them', () => {
    const codes = [
      { code: 'LMP.0001', description: '参数type无效。' },
      { code: 'LMP.0002', description: '不亮。' },
    ];
    write('content/codes/lamp.json', JSON.stringify({ source: { language: 'zh-CN' }, codes }));
    write('content/codes/door.json', JSON.stringify({ source: { language: 'en' }, codes }));
    write('content/en/descriptions.yaml', '参数“type”无效。: The parameter "type" is invalid.\n');
    assert.deepEqual(
      unrendered(folder, 'en').map(({ file, message }) => [file, message.slice(0, 49)]),
      [['content/en/descriptions.yaml', 'found no rendering for the rows of 1 code: LMP.00']],
    );
    assert.match(unrendered(folder, 'en')[0]?.message ?? '', /LMP\.0002;/u);
    rmSync(join(folder, 'content/codes'), { recursive: true });
  });
  test('is named until it was looked at', () => {
    for (const kind of ['guidance', 'messages'])
      mkdirSync(join(folder, `content/${kind}/zh-CN`), { recursive: true });
    for (const name of ['glossary', 'site', 'products', 'domains', 'statuses', 'confusable', 'differences'])
      write(`content/${name}.yaml`, '[]');
    for (const name of ['observed', 'services', 'printed-lines', 'registry-codes', 'causes', 'shared-lines'])
      write(`content/${name}.yaml`, '[]');
    for (const name of ['clients', 'operations', 'registries', 'listed', 'references'])
      write(`content/${name}.yaml`, '[]');
    write('content/topics/zh-CN/a.md', source('order: 1', '一。\n'));
    assert.match(
      run().stdout,
      /^content\/topics\/en\/a\.md:1: found no translation of .*; expected .*\n {4}hint: /u,
    );

    write('content/topics/en/a.md', '---\ntitle: T\nsummary: S.\n---\nOne.\n');
    assert.match(run('content/topics/en').stdout, /found a translation of .* from before it last changed/u);

    assert.equal(run('--looked-at', 'content/topics/en/a.md').status, 0);
    assert.ok(!isLate());
    const [{ digest } = { digest: '' }] = readTwins(folder, 'en');
    assert.equal(
      readFileSync(join(folder, 'content/topics/en/a.md'), 'utf8'),
      `---\ntranslates: '${digest}'\ntitle: T\nsummary: S.\n---\nOne.\n`,
    );

    write('content/topics/zh-CN/a.md', source('order: 2', '一。\n'));
    assert.ok(!isLate(), 'a fact is no word');
    write('content/topics/zh-CN/a.md', source('order: 2', '二。\n'));
    assert.ok(isLate());
  });
});
