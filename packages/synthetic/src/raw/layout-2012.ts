import type { Layout } from './layout.ts';
import { foodCost, foodFromEmployer, householdSpending, sentHome } from './money.ts';

/** The file of 2012: GB18030, mnemonic names, birth as one number, arrival by year alone, food in two columns, running numbers as identifiers. */
export const layout2012: Layout = {
  fileName: '2012年 个人数据 【全】（合成数据）.csv',
  format: 'csv',
  encoding: 'gb18030',
  header: (name) => name,
  identifier: ({ point }, row) => `${point.prefecture}${String(row).padStart(7, '0')}`,
  provinceAs: 'name',
  blanksAroundPlaces: 0,
  labelled: new Set(),
  extras: [
    { name: 'foodcost_m', after: 'answers', cell: foodCost },
    { name: 'foodcost_m2', after: 'answers', cell: foodFromEmployer },
    { name: 'cost_m', after: 'answers', cell: householdSpending },
    { name: 'money_home', after: 'answers', cell: sentHome },
  ],
};
