/**
 * A row of `data/programme/changes.csv`: how much an indicator moved between the rounds, with clusters kept. `basis`: the `repeated_sample` of
 * each round; the `panel` of all who were followed, in the arm to which they were first given (intention to treat); the `retained`, who still
 * live in their site. `arm`: pilot, comparison, or their `difference` (difference in differences).
 */
export interface ChangeRow {
  readonly id: string;
  readonly indicator: string;
  readonly population: string;
  readonly instrument: string;
  readonly from: string;
  readonly to: string;
  readonly domain: string;
  readonly level: string;
  readonly basis: 'repeated_sample' | 'panel' | 'retained';
  readonly arm: 'pilot' | 'comparison' | 'difference';
  readonly unit: string;
  readonly estimate: number | null;
  readonly se: number | null;
  readonly ci_low: number | null;
  readonly ci_high: number | null;
  readonly df: number | null;
  readonly p_value: number | null;
  readonly n: number;
  readonly suppressed: boolean;
  readonly synthetic: boolean;
}

export const changeColumns = [
  'id',
  'indicator',
  'population',
  'instrument',
  'from',
  'to',
  'domain',
  'level',
  'basis',
  'arm',
  'unit',
  'estimate',
  'se',
  'ci_low',
  'ci_high',
  'df',
  'p_value',
  'n',
  'suppressed',
  'synthetic',
] as const satisfies readonly (keyof ChangeRow)[];
