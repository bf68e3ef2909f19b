import { statesZhCN } from './states.zh-CN.ts';

/** What search says in Chinese. In a file of its own because the browser loads it with the search. */
export const searchZhCN = {
  results: '搜索结果',
  allResults: '在搜索页查看全部结果',
  toDecoder: '整段内容放到“解读工单和日志”里看，内容不会写进地址',
  filterStatus: '按 HTTP 状态筛选',
  filterDomain: '按资源领域筛选',
  anyStatus: '全部状态',
  anyDomain: '全部领域',
  searching: '正在查找…',
  failed: '搜索所需的文件没有加载成功，网站可能刚刚更新过：请重新加载页面，或查看',
  table: '全部错误码',
  count: (count: number) => (count === 0 ? '没有结果' : `${count} 个结果`),
  explained: (count: number) => `${count} 条说明`,
  countFiltered: (count: number, total: number) => `${total} 个结果中的 ${count} 个`,
  unknownCount: (count: number) => `${count} 个错误码未收录`,
  observed: statesZhCN.observed,
  retired: statesZhCN.retired,
  page: '说明',
  /** A line that stands for a cause rather than a code. */
  cause: '报错原因',
  likely: '可能',
  actors: { caller: '调用方', 'org-admin': '组织管理员', 'account-admin': '账号管理员', vendor: '华为云' },
  retries: { no: '不用重试', 'after-change': '修改后重试', backoff: '隔一会儿再试' },
  hint: '最后四位数字、HTTP 状态也可以。',
};
