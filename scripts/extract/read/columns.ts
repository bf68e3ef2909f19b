/** What a column of a table of error codes can hold. */
export type Field = 'code' | 'status' | 'description' | 'message' | 'solution' | 'module';

/** What headers mean. */
interface HeaderMeaning {
  field: Field;
  /** Headers that mean it; of two columns with the same meaning the one whose header stands first here counts. */
  headers: readonly string[];
  /** Where every header that ends like this means it too. */
  endings?: readonly string[];
  why: string;
}

/**
 * The headers of the vendor's tables, Chinese and English. Compared without regard to case, white space, invisible
 * characters and the width of others. A full match counts before an ending, and what stands in brackets only if the whole is not
 * listed: `错误码（Error Code）` is an error code, `描述（处理措施）` is a solution.
 */
export const HEADER_MEANINGS: readonly HeaderMeaning[] = [
  {
    field: 'status',
    headers: [
      '状态码',
      'HTTP状态码',
      'HTTP Status Code',
      'Status Code',
      'HTTP Code',
      'HTTP Status',
      'HTTP状态',
      'HTTP错误码',
      '错误返回码',
      '返回状态码',
      '响应状态码',
      'HTTP返回码',
      'HTTP响应码',
      '响应码',
      '返回码',
      '返回值',
      'HTTP返回值',
      'Return Code',
      'Response Code',
      'Returned Value',
      'Status',
    ],
    endings: ['状态码', '返回码', '响应码', 'status code', 'return code', 'response code'],
    why: 'a response has one status; 错误返回码 is a header of HTTP statuses in this family, 返回码 mostly (see MAYBE_CODE)',
  },
  {
    field: 'description',
    headers: [
      '描述',
      '错误描述',
      '错误码描述',
      '错误码说明',
      '错误说明',
      '说明',
      '语义',
      '含义',
      '错误码含义',
      '错误含义',
      '错误代码说明',
      '错误代码描述',
      '描述信息',
      '详细描述',
      '中文描述',
      '描述(中文)',
      '错误描述(中文)',
      '错误信息(中文)',
      '错误详情',
      '错误原因',
      '可能原因',
      '原因',
      '原因分析',
      '解释',
      '错误内容',
      '错误码内容',
      'Description',
      'Error Description',
      'Error Code Description',
      'Meaning',
      'Explanation',
      'Details',
      'Possible Cause',
      'Possible Causes',
      'Cause',
      'Causes',
      'Reason',
      'Possible Reason',
    ],
    endings: ['说明', '描述', '含义', '原因', 'description'],
    why: '错误码说明 and 错误码描述 explain the code, they do not hold it; causes explain where nothing else does',
  },
  {
    field: 'message',
    headers: [
      '错误信息',
      '错误消息',
      '错误码信息',
      '报错信息',
      '提示信息',
      '错误提示',
      '返回信息',
      '返回消息',
      '英文描述',
      '英文信息',
      '描述(英文)',
      '错误描述(英文)',
      '错误信息(英文)',
      'Error Message',
      'Error Messages',
      'Message',
      'Error Information',
      'error_msg',
      'errorMsg',
      'errorMessage',
    ],
    endings: ['错误信息', '错误消息', '报错信息', '提示信息', 'error message'],
    why: 'the text that the response carries beside the code',
  },
  {
    field: 'solution',
    headers: [
      '处理措施',
      '解决方案',
      '处理建议',
      '解决方法',
      '解决办法',
      '处理方法',
      '处理办法',
      '处理方式',
      '解决措施',
      '解决建议',
      '建议措施',
      '应对措施',
      '修复建议',
      '描述(处理措施)',
      '措施',
      '建议',
      'Solution',
      'Solutions',
      'Handling Measure',
      'Handling Measures',
      'Handling Suggestion',
      'Handling Method',
      'Troubleshooting',
      'Recommended Action',
      'Suggested Action',
      'Measure',
      'Measures',
      'Suggestion',
      'Suggestions',
      'Action',
      'Resolution',
    ],
    endings: [
      '措施',
      '建议',
      '办法',
      '解决方案',
      '解决方法',
      '解决方式',
      '处理方法',
      '处理方式',
      'solution',
      'suggestion',
      'suggestions',
      'measure',
      'measures',
    ],
    why: '描述（处理措施） stands beside 说明, which is the description',
  },
  {
    field: 'module',
    headers: ['模块', '所属模块', '功能模块', '服务模块', '模块名称', '类别', '分类', 'Module', 'Category'],
    why: 'the part of the product that the vendor files the code under',
  },
  {
    field: 'code',
    headers: [
      '错误码',
      '错误代码',
      '返回错误码',
      '错误编码',
      '错误编号',
      '错误号',
      '业务错误码',
      '异常码',
      '结果码',
      'Result Code',
      'Error Code',
      'Error Codes',
      'Error Code ID',
      'error_code',
      'errorCode',
      'errCode',
      'Error No.',
      'Error Number',
    ],
    endings: ['错误码', '错误代码', 'error code'],
    why: '编码, 类型 and Code are no headers of error codes: beside 状态码 they hold the name of the HTTP status',
  },
];

const normalize = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}*:：]/gu, '');

const byHeader = new Map<string, { field: Field; rank: number }>();
const byEnding: { ending: string; field: Field }[] = [];
for (const { field, headers, endings = [] } of HEADER_MEANINGS) {
  headers.forEach((header, rank) => byHeader.set(normalize(header), { field, rank }));
  byEnding.push(...endings.map((ending) => ({ ending: normalize(ending), field })));
}

/**
 * Headers that stand above error codes in some documents of the family, and above HTTP statuses or their names in most.
 * What the column holds decides, see `readRows`.
 */
const MAYBE_CODE = new Set(
  ['返回码', '响应码', '返回值', 'Return Code', 'Response Code', 'Code'].map(normalize),
);

/** Longest header text that is looked up; the longest known one has 22 characters. */
export const LONGEST_HEADER = 60;

/**
 * What a header means.
 *
 * @param header text of a header cell
 * @returns the field, and a rank (0 is the best) by which two columns of the same meaning compare; undefined when
 *   the header is none of a table of error codes
 */
export function meaningOf(header: string): { field: Field; rank: number } | undefined {
  if (header.length > LONGEST_HEADER) return undefined;
  const whole = normalize(header);
  const beforeBracket = whole.replace(/[(/].*$/, '');
  const known = byHeader.get(whole) ?? byHeader.get(beforeBracket);
  if (known) return known;
  const ending = byEnding.find((each) => beforeBracket.endsWith(each.ending));
  return ending && { field: ending.field, rank: 1000 };
}

/** What a header means in a table without a column that is surely of error codes. */
export function meaningWithoutCode(header: string): { field: Field; rank: number } | undefined {
  return MAYBE_CODE.has(normalize(header)) ? { field: 'code', rank: 0 } : meaningOf(header);
}
