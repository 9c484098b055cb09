import type { Layout } from './layout.ts';
import { householdSpending } from './money.ts';

/** The file of 2015: UTF-8, lower case in the roster and upper case after it, places in `F1` to `F3`. */
export const layout2015: Layout = {
  fileName: '2015年a卷（合成数据）.csv',
  format: 'csv',
  encoding: 'utf-8',
  header: (name) => name,
  identifier: ({ point, numberInPoint }) => `${point.id}${String(numberInPoint).padStart(2, '0')}`,
  provinceAs: 'code',
  blanksAroundPlaces: 0,
  labelled: new Set(),
  extras: [
    { name: 'city_40', after: 'places', cell: (_, random) => (random.chance(0.4) ? '1' : '0') },
    { name: 'Q103', after: 'answers', cell: householdSpending },
  ],
};
