import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { meaningOf, readHeaderList } from '../../scripts/extract/read/columns.ts';
import type { Problem } from '../../src/lib/problem.ts';
import { copyProject, newCopyFolder } from '../project-copy.ts';

test('what headers mean', async (t) => {
  const cases: Record<string, string[]> = {
    code: [
      '错误码',
      '错误代码',
      '返回错误码',
      'Error Code',
      'ERROR  CODE',
      ' 错误码 ',
      '错误码（Error Code）',
      'SWR错误码',
      'error_code',
      '结果码',
      '错误\u200b码',
      '错误码/Error Code',
      'Error Code ID',
    ],
    status: [
      '状态码',
      'HTTP状态码',
      'Http 状态码',
      'HTTP状态码（Status Code）',
      '错误返回码',
      'HTTP错误码',
      'Status Code',
      'HTTP Status Code',
      '正常返回码',
      '返回码',
      '返回值',
      'HTTP返回值',
    ],
    description: [
      '描述',
      '说明',
      '语义',
      '错误码说明',
      '错误码描述',
      '错误描述',
      'Description',
      '错误码 说明',
      '错误描述（中文）',
      '失败原因',
      'Possible Causes',
    ],
    message: [
      '错误信息',
      'Error Message',
      '错误消息',
      'error_msg',
      '错误描述（英文）',
      '接口错误信息',
      'API error message',
    ],
    solution: [
      '处理措施',
      '解决方案',
      '描述（处理措施）',
      'Solution',
      'Handling Measure',
      '处理建议',
      '修改建议',
      '解决方式',
      'Suggested Solution',
    ],
    module: ['模块', 'Module'],
    nothing: ['编码', '类型', '参数', 'Code', '名称', '取值范围', '请求方法', '', '错'.repeat(1000)],
  };
  for (const [field, headers] of Object.entries(cases)) {
    for (const header of headers) {
      await t.test(`${header.slice(0, 30)} is ${field}`, () =>
        assert.equal(meaningOf(header)?.field ?? 'nothing', field),
      );
    }
  }
});

test('an exact header outranks one that only ends alike', () => {
  assert.ok((meaningOf('描述')?.rank ?? 99) < (meaningOf('参数描述')?.rank ?? -1));
});

test('a mistake in the list of headers is named with its line, as is a header with two meanings', () => {
  const text = readFileSync('content/headers.yaml', 'utf8');
  const told = (edited: string) => {
    assert.notEqual(edited, text);
    const problems: Problem[] = [];
    assert.equal(readHeaderList(edited, problems), undefined);
    return problems.map(({ line, message }) => `${line}: ${message}`).join('\n');
  };
  const lineOf = (words: string) => text.slice(0, text.indexOf(words)).split('\n').length;
  const line = lineOf('      - 描述\n');
  assert.match(
    told(text.replace('      - 描述\n', '\t- 描述\n')),
    new RegExp(`^${line}: found broken YAML`, 'm'),
  );
  assert.match(
    told(text.replace('field: description', 'field: descriptions')),
    new RegExp(`^${lineOf('field: description')}: found a mistake at fields\\.1\\.field`),
  );
  assert.match(
    told(text.replace('      - 描述\n', '      - 描述\n      - 错误码\n')),
    new RegExp(`found the header "错误码" again, the first stands on line ${line + 1}; expected one meaning`),
  );
});

test('while the list of headers has a mistake, extract says so and nothing else', (t) => {
  const folder = newCopyFolder('headers-');
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  copyProject(folder);
  const path = join(folder, 'content/headers.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^fields:/mu, 'field:'));
  const { status, stderr } = spawnSync(process.execPath, ['scripts/extract/main.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stderr, /^content\/headers\.yaml:\d+: found a mistake at/);
  assert.doesNotMatch(stderr, /^ +at |content\/sources/mu);
});
