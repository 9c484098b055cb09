import { type ProgrammeFigure, programmeFigureColumns } from '@wavebook/schema';

/**
 * A row of `data/programme/changes.csv`: how much an indicator moved between the rounds, with clusters kept. `basis`: the `repeated_sample` of
 * each round; the `panel` of all who were followed, in the arm to which they were first given (intention to treat); the `retained`, who still
 * live in their site. `arm`: pilot, comparison, or their `difference` (difference in differences).
 */
export interface ChangeRow extends ProgrammeFigure {
  readonly population: string;
  readonly from: string;
  readonly to: string;
  readonly domain: string;
  readonly level: string;
  readonly basis: 'repeated_sample' | 'panel' | 'retained';
  readonly arm: 'pilot' | 'comparison' | 'difference';
}

export const changeColumns = [
  ...programmeFigureColumns,
  'population',
  'from',
  'to',
  'domain',
  'level',
  'basis',
  'arm',
] as const satisfies readonly (keyof ChangeRow)[];
