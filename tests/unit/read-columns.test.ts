import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meaningOf } from '../../scripts/extract/read/columns.ts';

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
