import type { Quality } from '@wavebook/survey-stats';

/** A row of the result; NaN where there is no number. */
export interface ResultRow {
  readonly statistic: string;
  readonly variable: string;
  readonly category: string;
  readonly by: string;
  readonly group: string;
  readonly estimate: number;
  readonly se: number;
  readonly ci_low: number;
  readonly ci_high: number;
  readonly cv: number;
  readonly deff: number;
  readonly df: number;
  readonly n: number;
  readonly n_weighted: number;
  readonly quality: Quality;
}

/** The columns of the result, in order. */
export const RESULT_COLUMNS = [
  'statistic',
  'variable',
  'category',
  'by',
  'group',
  'estimate',
  'se',
  'ci_low',
  'ci_high',
  'cv',
  'deff',
  'df',
  'n',
  'n_weighted',
  'quality',
] as const satisfies readonly (keyof ResultRow)[];
