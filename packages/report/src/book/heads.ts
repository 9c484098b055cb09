import type { TableColumn } from '../table/table.ts';

/** Columns that many tables of the book have. */
export const heads = {
  indicator: { label: { zh: '指标', en: 'Indicator' }, kind: 'text' },
  wave: { label: { zh: '年份', en: 'Wave' }, kind: 'text', width: 10 },
  weighted: { label: { zh: '加权估计', en: 'Weighted' }, kind: 'figure' },
  interval: { label: { zh: '95%置信区间', en: '95% interval' }, kind: 'interval' },
  unweighted: { label: { zh: '未加权', en: 'Unweighted' }, kind: 'figure', width: 11 },
  n: { label: { zh: 'n', en: 'n' }, kind: 'count' },
  deff: { label: { zh: '设计效应', en: 'Design effect' }, kind: 'number', width: 8 },
  missing: { label: { zh: '缺失%', en: 'Missing %' }, kind: 'number', width: 8 },
} satisfies Record<string, TableColumn>;
