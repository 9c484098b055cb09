import type { Layout } from './layout.ts';
import { householdSpending } from './money.ts';

/** The file of 2014: Stata 13 in GB18030, mnemonic names, Chinese labels in three columns, running numbers behind the prefecture's code. */
export const layout2014: Layout = {
  fileName: '2014年全国个人A卷（合成数据）.dta',
  format: 'dta',
  encoding: 'gb18030',
  header: (name) => name,
  identifier: ({ point }, row) => `${point.prefecture}${String(row).padStart(7, '0')}`,
  provinceAs: 'name',
  blanksAroundPlaces: 0,
  labelled: new Set(['education', 'ethnicity', 'hukou_type']),
  extras: [{ name: 'cost_m', after: 'answers', cell: householdSpending }],
};
