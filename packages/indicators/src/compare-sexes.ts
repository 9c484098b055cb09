import type { Indicator } from '@wavebook/schema';
import { type SurveyContrast, surveyContrast } from '@wavebook/survey-stats';
import { type Comparison, figure } from './comparison.ts';
import { type LevelEstimate, statisticOf } from './estimate-measure.ts';
import { confidentialBelow } from './estimate-row.ts';
import type { UniverseEstimates } from './universe-estimates.ts';
import type { WeightedWave } from './weighted-wave.ts';

/** Whether a share's answer or its complement has fewer than ten respondents in one of the levels. */
const isConfidential = (levels: readonly LevelEstimate[], isShare: boolean): boolean =>
  levels.some(
    ({ n, ones }) => n < confidentialBelow || (isShare && Math.min(ones, n - ones) < confidentialBelow),
  );

/** Shares and means of respondents; structures, ratios, quantiles and shares of members are left out. */
const isCompared = (indicator: Indicator): boolean =>
  indicator.measure.kind !== 'structure' &&
  ['mean', 'proportion'].includes(statisticOf(indicator)) &&
  !['member_share', 'low_pay'].includes(indicator.measure.kind);

/** The difference between women and men for every share and mean of a universe that is broken down by sex, with its design-based test. */
export function compareSexes(
  { wave, design }: WeightedWave,
  { cells, series }: UniverseEstimates,
): Comparison[] {
  const sexes = cells.of('sex');
  if (sexes?.levels.join() !== 'male,female') return [];
  const tests: { indicator: Indicator; contrast: SurveyContrast; confidential: boolean }[] = [];
  for (const [{ indicator, values }, estimates] of series) {
    const bySex = estimates.find(({ breakdown }) => breakdown === sexes);
    if (!bySex || !isCompared(indicator)) continue;
    const contrast = surveyContrast(design, values.y, { domains: sexes.weighted, coefficients: [-1, 1] });
    if (!Number.isFinite(contrast.pValue)) continue;
    tests.push({
      indicator,
      contrast,
      confidential: isConfidential(bySex.unweighted, statisticOf(indicator) === 'proportion'),
    });
  }
  return tests.map(({ indicator, contrast, confidential }) => ({
    id: [indicator.id, 'level', wave.instrument, wave.wave, 'sex', 'female-male'].join('.'),
    indicator: indicator.id,
    instrument: wave.instrument,
    wave: wave.wave,
    domain: 'sex',
    from: 'male',
    to: 'female',
    unit: indicator.unit,
    difference: figure(contrast.estimate),
    se: figure(contrast.se),
    ci_low: figure(contrast.ciLow),
    ci_high: figure(contrast.ciHigh),
    df: contrast.df,
    p_value: figure(contrast.pValue),
    confidential,
    synthetic: wave.synthetic,
  }));
}
