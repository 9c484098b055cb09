import type { Layout } from './layout.ts';
import { foodCost, householdSpending } from './money.ts';

/** The file of 2013: GB18030, the mnemonics of 2014 in another spelling, Chinese words for education, people and hukou. */
export const layout2013: Layout = {
  fileName: '2013年个人数据（合成数据）.csv',
  format: 'csv',
  encoding: 'gb18030',
  header: (name) => name,
  identifier: ({ point }, row) => `${point.prefecture}${String(row).padStart(7, '0')}`,
  provinceAs: 'name',
  blanksAroundPlaces: 0.1,
  labelled: new Set(['education', 'ethnicity', 'hukou_type']),
  extras: [
    { name: 'foodcost_m', after: 'answers', cell: foodCost },
    { name: 'cost_m', after: 'answers', cell: householdSpending },
  ],
};
