import type { EstimateRow, Indicator } from '@wavebook/schema';
import { generalQuality, proportionQuality } from '@wavebook/survey-stats';
import { type LevelEstimate, statisticOf } from './estimate-measure.ts';
import type { WeightedWave } from './weighted-wave.ts';

/** Respondents below which a cell or its complement could show a person. */
export const confidentialBelow = 10;

/** Significant digits written: the order of summation shows beyond the twelfth. */
const digits = 12;

const figure = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(digits)) : null;

/** The verdict of the quality rule on an estimate, and the rule. */
export const qualityOf = (
  estimate: LevelEstimate,
  statistic: EstimateRow['statistic'],
): { quality: EstimateRow['quality']; rule: string } => {
  const { estimate: p, se, n, df, cv } = estimate;
  const verdict =
    statistic === 'proportion' ? proportionQuality({ p, se, n, df }) : generalQuality({ n, cv, df });
  return {
    quality: verdict.quality,
    rule: verdict.reason === 'none' ? verdict.rule : `${verdict.rule}:${verdict.reason}`,
  };
};

/** Where in the book an estimate stands. */
interface Place extends Pick<EstimateRow, 'variant' | 'domain' | 'level' | 'category' | 'weighting'> {
  readonly indicator: Indicator;
}

/** The row of an estimate in the file: rounded, with its quality and whether it may be shown. */
export function estimateRow(
  { wave }: WeightedWave,
  { indicator, variant, domain, level, category, weighting }: Place,
  e: LevelEstimate,
): EstimateRow {
  const statistic = statisticOf(indicator);
  const { quality, rule } = qualityOf(e, statistic);
  const confidential =
    e.n < confidentialBelow ||
    (statistic === 'proportion' && Math.min(e.ones, e.n - e.ones) < confidentialBelow);
  const known = e.df >= 1;
  return {
    id: [indicator.id, variant, wave.instrument, wave.wave, domain, level, category, weighting]
      .filter((part) => part !== '')
      .join('.'),
    indicator: indicator.id,
    variant,
    instrument: wave.instrument,
    wave: wave.wave,
    domain,
    level,
    statistic,
    category,
    unit: indicator.unit,
    weighting,
    estimate: figure(e.estimate),
    se: known ? figure(e.se) : null,
    ci_low: known ? figure(e.ciLow) : null,
    ci_high: known ? figure(e.ciHigh) : null,
    ci_method: e.ciMethod,
    ci_level: e.ciLevel,
    cv: known ? figure(e.cv) : null,
    deff: known ? figure(e.deff) : null,
    df: figure(e.df),
    n: e.n,
    n_weighted: Number(e.nWeighted.toPrecision(digits)),
    missing_share: figure(e.missingShare),
    design: wave.design,
    quality,
    quality_rule: rule,
    confidential,
    suppressed: confidential || quality === 'unreliable',
    synthetic: wave.synthetic,
  };
}
