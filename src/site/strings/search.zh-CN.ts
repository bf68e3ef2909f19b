/** What search says in Chinese. In a file of its own because the browser loads it with the search. */
export const searchZhCN = {
  label: '搜索错误码',
  placeholder: '错误码、编号、描述，或整段报错',
  close: '关闭',
  results: '搜索结果',
  allResults: '在搜索页查看全部结果',
  filterStatus: '按 HTTP 状态筛选',
  filterDomain: '按资源领域筛选',
  anyStatus: '全部状态',
  anyDomain: '全部领域',
  searching: '正在查找…',
  failed: '搜索数据没有加载成功。请检查网络后重试，或查看全部错误码的表格。',
  count: (count: number) => (count === 0 ? '没有结果' : `${count} 个结果`),
  countFiltered: (count: number, total: number) => `${total} 个结果中的 ${count} 个`,
  unknownCount: (count: number) => `${count} 个错误码未收录`,
  observed: '文档未收录',
  retired: '现行文档已删去',
  page: '说明',
  hint: '可以输入完整的错误码、最后四位数字、HTTP 状态，或直接粘贴终端里的报错。',
};

/** What is said beside the results and where there are none; loaded when it is said. */
export const explanationsZhCN = {
  neighbours: '编号相近的错误码（不是您要找的那个）',
  alias: (alias: string, code: string) => `${alias} 是旧的写法，现在是 ${code}。`,
  unknown: {
    title: '没有收录这个错误码',
    structure: (service: string, status: number, name: string) =>
      `从编号可以看出：由 ${service} 返回，HTTP 状态 ${status}（${name}）。`,
    actor: {
      caller: '一般由调用方处理。',
      'org-admin': '一般由组织管理员处理。',
      'account-admin': '一般由帐号管理员处理。',
      vendor: '一般由华为云处理。',
    },
    noStructure: '编号的位数或开头不像 SWR 的错误码。',
    sameStatus: (status: number) => `HTTP ${status} 的说明和错误码`,
    check:
      '先核对有没有漏掉或打错数字；确认无误的，请按“向支持人员提供什么”把整个响应体和时间、区域一起报给华为云。',
  },
  foreign: {
    title: (name: string) => `不是 SWR 的错误码，属于：${name}`,
    unlisted: '不是 SWR 的错误码',
    unlistedNote: '前缀不属于 SWR，请到返回它的服务的文档中查找。',
    link: '到该服务的文档查找',
  },
  client: { title: '客户端或网关打印的信息', more: '详细说明' },
  empty: {
    title: '没有找到',
    understood: (words: string) => `没有读到错误码，按文字查找了：${words}`,
    nothingRead: '没有读到错误码、编号或可以查找的词。',
    tooNarrow: '有结果，但都被筛选条件排除了。',
    tips: [
      '错误码形如 SVCSTG.SWR.4001048，也可以只输入 7 位数字或最后四位。',
      '用更短的词，例如“组织 权限”“镜像 不存在”，或英文信息中的几个词。',
      '把终端里的整行报错或整个响应体粘贴进来。',
    ],
    all: '全部错误码',
    support: '向支持人员提供什么',
    report: '仍然查不到：把完整的报错、时间和区域提供给华为云支持人员。',
  },
};
