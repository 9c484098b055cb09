import type { Layout } from './layout.ts';
import { householdSpending } from './money.ts';

const HEADER_WIDTH = 10;
/** The file of 2017: Stata 14, questionnaire numbers as names, with spaces behind them where it is CSV, codes in every cell. */
export const layout2017: Layout = {
  fileName: 'cmds2017a卷（合成数据）.dta',
  format: 'dta',
  encoding: 'utf-8',
  header: (name) => `${name.padEnd(HEADER_WIDTH - 1)} `,
  identifier: ({ point, numberInPoint }) => `${point.id}${String(numberInPoint).padStart(2, '0')}`,
  provinceAs: 'name',
  blanksAroundPlaces: 0,
  labelled: new Set(),
  extras: [{ name: 'Q103', after: 'roster', cell: householdSpending }],
};
