import type { EstimateRow, Label, ManifestWave, ProgrammeFigure } from '@wavebook/schema';

/** What the quality rule says of a number, and whether it could show a person. */
export type Verdict = Pick<EstimateRow, 'quality' | 'quality_rule' | 'confidential'>;

const fromBestToWorst = ['reliable', 'use_with_caution', 'review', 'unreliable'] as const;

/**
 * The verdict on a number made from several: that of the worst of them, so that no withheld number follows from one that is shown. A group
 * without anybody (undefined) is unreliable.
 */
export function worstOf(sides: readonly (Verdict | undefined)[]): Verdict {
  const known = sides.map((side) => side ?? nobody);
  const rank = ({ quality }: Verdict): number => fromBestToWorst.indexOf(quality);
  const worst = known.reduce((one, other) => (rank(other) > rank(one) ? other : one));
  return {
    quality: worst.quality,
    quality_rule: worst.quality_rule,
    confidential: known.some(({ confidential }) => confidential),
  };
}

const nobody: Verdict = { quality: 'unreliable', quality_rule: 'nobody_in_a_group', confidential: true };

/** A number with its error, as the estimators give it. */
export interface Found {
  readonly estimate: number;
  readonly se: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly df: number;
  readonly pValue?: number | undefined;
  readonly n: number;
}

/** What a number is of, and where it stands. */
export interface FigurePlace {
  readonly id: string;
  readonly of: Label;
  readonly indicator: string;
  readonly waves: readonly Pick<ManifestWave, 'instrument' | 'wave' | 'design' | 'synthetic'>[];
  readonly unit: string;
}

const DIGITS = 12;
const rounded = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null;

/** A number of the programme as a row: rounded, with its verdict and whether it may be shown. */
export function figureRow(
  { id, of, indicator, waves, unit }: FigurePlace,
  { estimate, se, ciLow, ciHigh, df, pValue, n }: Found,
  verdict: Verdict,
): ProgrammeFigure {
  const known = df >= 1;
  return {
    id,
    of_zh: of.zh,
    of_en: of.en,
    indicator,
    waves: waves.map(({ instrument, wave }) => `${instrument}/${wave}`).join(' '),
    unit,
    estimate: rounded(estimate),
    se: known ? rounded(se) : null,
    ci_low: known ? rounded(ciLow) : null,
    ci_high: known ? rounded(ciHigh) : null,
    df: rounded(df),
    p_value: known && pValue !== undefined ? rounded(pValue) : null,
    n,
    design: [...new Set(waves.map(({ design }) => design))].join(' '),
    ...verdict,
    suppressed: verdict.confidential || verdict.quality === 'unreliable' || !Number.isFinite(estimate),
    synthetic: waves.some(({ synthetic }) => synthetic),
  };
}
