/** The script of the topic on retries decides as the pages of the codes do. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { parse } from 'yaml';
import { LOCALES, type Locale } from '../../../src/addresses/locales.ts';
import { observedSchema } from '../../../src/schema/observed.ts';
import { blocksOf } from '../../../src/prose/check-text.ts';
import { codeBlocksOf } from '../../../src/prose/walk.ts';
import { read, readBodies, readGuidance } from './read.ts';

const SAYS: Record<Locale, Record<string, string>> = {
  'zh-CN': { no: '不用重试', 'after-change': '改了再试', backoff: '等等再试' },
  en: { no: 'do not retry', 'after-change': 'change something, then retry', backoff: 'wait, then retry' },
};

const verdicts = [
  ...readGuidance().flatMap(({ data }) => data.codes.map((code) => [code, data.retry.verdict] as const)),
  ...observedSchema
    .array()
    .parse(parse(read('content/observed.yaml')))
    .map(({ code, retry }) => [code, retry.verdict] as const),
].filter(([code]) => code.startsWith('SVCSTG.SWR.'));

function scriptOf(locale: Locale): string {
  const topic = readBodies(locale).find(({ file }) => file.endsWith(`topics/${locale}/retry.md`));
  const script = codeBlocksOf(topic ? blocksOf(topic.prose) : []).find(({ text }) => text.includes('esac'));
  return script?.text ?? '';
}

function runBash(script: string, input = ''): string[] {
  return spawnSync('bash', ['-c', script], { input, encoding: 'utf8' }).stdout.trim().split('\n');
}

/** What the script decides for each code. */
function decisionsOf(script: string): string[] {
  const input = verdicts.map(([code]) => `${/\d{3}/u.exec(code)?.[0]} ${code}\n`).join('');
  return runBash(`while read -r http code; do\n${script.slice(script.indexOf('case '))}\ndone`, input);
}

for (const locale of LOCALES)
  test(`the script of topics/${locale}/retry.md says what the pages of all codes say`, () => {
    const script = scriptOf(locale);
    assert.ok(verdicts.length > 250);
    assert.deepEqual(
      decisionsOf(script),
      verdicts.map(([code, verdict]) => `${SAYS[locale][verdict]} ${code}`),
    );
    const curl = `curl() { printf '{"error_code":"SVCSTG.SWR.5000017"}\\n500'; }`;
    assert.deepEqual(runBash(`${curl}\n${script}`), [`${SAYS[locale]['after-change']} SVCSTG.SWR.5000017`]);
  });
