import type { Layout } from './layout.ts';
import { householdSpending } from './money.ts';

/** The file of 2016: SPSS, upper-case question numbers, `Q201` the number of moves. */
export const layout2016: Layout = {
  fileName: '2016年全国个人问卷（合成数据）.sav',
  format: 'sav',
  encoding: 'utf-8',
  header: (name) => name,
  identifier: ({ point, numberInPoint }) => `${point.id}${String(numberInPoint).padStart(2, '0')}`,
  provinceAs: 'name',
  blanksAroundPlaces: 0,
  labelled: new Set(),
  extras: [
    { name: 'Q101I1', after: 'roster', cell: () => '2' },
    { name: 'Q103', after: 'roster', cell: householdSpending },
  ],
};
