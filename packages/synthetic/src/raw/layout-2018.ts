import type { Layout } from './layout.ts';

const HEADER_WIDTH = 12;
/** The file of 2018: labels instead of codes, column names with spaces behind them, and no column of the place of hukou. */
export const layout2018: Layout = {
  fileName: '2018流动人口动态监测（合成数据）.csv',
  format: 'csv',
  encoding: 'utf-8',
  header: (name) => name.padEnd(HEADER_WIDTH),
  identifier: ({ point, numberInPoint }) => `${point.id}${String(numberInPoint).padStart(2, '0')}`,
  provinceAs: 'name',
  blanksAroundPlaces: 0,
  labelled: new Set([
    'sex',
    'education',
    'hukou_type',
    'marital_status',
    'migration_range',
    'employed',
    'relation',
    'residence',
    'self_rated_health',
  ]),
  extras: [],
};
