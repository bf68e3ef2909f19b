/** What search says beside the results and where there are none. In a file of its own because it is loaded when it is said. */
export const explanationsZhCN = {
  neighbours: '编号相近的错误码（不是要找的那个）',
  alias: (alias: string, code: string) => `${alias} 是旧的写法，现在是 ${code}。`,
  unknown: {
    title: '没有收录这个错误码',
    structure: (service: string, status: number, name: string) =>
      `从编号可以看出：由 ${service} 返回，HTTP 状态 ${status}（${name}）。`,
    actor: {
      caller: '一般由调用方处理。',
      'org-admin': '一般由组织管理员处理。',
      'account-admin': '一般由账号管理员处理。',
      vendor: '一般由华为云处理。',
    },
    noStructure: '从编号看不出 HTTP 状态。',
    sameStatus: (status: number) => `HTTP ${status} 的说明和错误码`,
    check:
      '先核对有没有漏掉或打错数字；确认无误的，请按“向支持人员提供什么”把整个响应体和时间、区域一起报给华为云。',
  },
  noneOfStatus: '本站收录的错误码里没有这个状态的。',
  foreign: {
    title: (name: string) => `不是本站收录的错误码，属于：${name}`,
    unlisted: '不是本站收录的服务的错误码',
    unlistedNote: '本站收录的服务都没有这个前缀，请到返回它的服务的文档中查找。',
    link: '到该服务的文档查找',
  },
  cause: {
    apart: '这一行分不清是哪一种原因',
    registry: (host: string, name: string) => `报错里的地址 ${host} 是${name}，不是 SWR。`,
    otherRegistry: (host: string) => `报错里的地址 ${host} 不是 SWR 的仓库地址。`,
  },
  empty: {
    title: '没有找到',
    understood: (words: string) => `没有读到错误码，按文字查找了：${words}`,
    nothingRead: '没有读到错误码、编号或可以查找的词。',
    tooNarrow: '有结果，但都被筛选条件排除了。',
    tips: [
      '输入完整的错误码，也可以只输入其中的数字或最后四位。',
      '用更短的词，例如“组织 权限”“镜像 不存在”，或英文信息中的几个词。',
      '把终端里的整行报错或整个响应体粘贴进来。',
    ],
    all: '全部错误码',
    messages: '报错对照',
    support: '向支持人员提供什么',
    report: '仍然查不到：把完整的报错、时间和区域提供给华为云支持人员。',
  },
};
