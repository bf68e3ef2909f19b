/** How the site knows a code, in the same words everywhere. The first needs no mark beside a code. */
export const statesZhCN = {
  documented: '现行',
  retired: '已移除',
  observed: '实测（官方未列）',
  unknown: '未知',
};
