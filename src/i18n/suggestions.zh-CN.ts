/** What the dialog suggests before anything is typed. In a file of its own because it is loaded when the dialog opens. */
export const suggestionsZhCN = {
  recent: '最近看过',
  forget: '清除',
  tryThese: '可以这样问',
  examples: ['SVCSTG.SWR.4001048', '1048', '镜像不存在', 'denied: You may not login yet'],
  keys: '↑ ↓ 选择 · Enter 打开 · Esc 关闭',
};
