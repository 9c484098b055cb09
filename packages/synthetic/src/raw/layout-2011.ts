import type { Layout } from './layout.ts';
import { householdSpending } from './money.ts';

const ID_DIGITS = 6;

/** The file of 2011: GB18030, lower-case question numbers, dates as one number, provinces as codes, blanks around city names. */
export const layout2011: Layout = {
  fileName: '2011年个人数据（合成数据）.csv',
  format: 'csv',
  encoding: 'gb18030',
  header: (name) => name,
  identifier: (_, row) => String(row).padStart(ID_DIGITS, '0'),
  provinceAs: 'code',
  blanksAroundPlaces: 0.3,
  labelled: new Set(),
  extras: [{ name: 'q103', after: 'roster', cell: householdSpending }],
};
