import type { Indicator } from '@wavebook/schema';
import { domainCells, type SurveyContrast, surveyContrast } from '@wavebook/survey-stats';
import { breakdownOf } from './breakdown.ts';
import { type Comparison, figure } from './comparison.ts';
import { statisticOf } from './estimate-measure.ts';
import { confidentialBelow } from './estimate-row.ts';
import { measured } from './measured.ts';
import { universeMask } from './universe.ts';
import type { WeightedWave } from './weighted-wave.ts';

/** Whether a share's answer or its complement has fewer than ten respondents in one of the levels. */
const isConfidential = (y: Float64Array, codes: Int32Array, isShare: boolean): boolean =>
  [0, 1].some((level) => {
    let n = 0;
    let ones = 0;
    for (let row = 0; row < y.length; row++) {
      if (codes[row] !== level || Number.isNaN(y[row])) continue;
      n += 1;
      if (y[row] === 1) ones += 1;
    }
    return n < confidentialBelow || (isShare && Math.min(ones, n - ones) < confidentialBelow);
  });

/** Shares and means of respondents; structures, ratios, quantiles and shares of members are left out. */
const isCompared = (indicator: Indicator): boolean =>
  indicator.measure.kind !== 'structure' &&
  ['mean', 'proportion'].includes(statisticOf(indicator)) &&
  !['member_share', 'low_pay'].includes(indicator.measure.kind);

/**
 * The difference between women and men for every share and mean of a chapter in one wave, with its design-based test.
 */
export function compareSexes(source: WeightedWave, indicators: readonly Indicator[]): Comparison[] {
  const { wave, records, design } = source;
  const sexes = breakdownOf(records, 'sex');
  if (sexes?.levels.join() !== 'male,female') return [];
  const tests: { indicator: Indicator; contrast: SurveyContrast; confidential: boolean }[] = [];
  for (const indicator of indicators) {
    if (!isCompared(indicator)) continue;
    const mask = universeMask(records, indicator.universe);
    const values = mask && measured(source, indicator)?.[0];
    if (!mask || !values) continue;
    const codes = sexes.codes.map((code, row) => (mask[row] ? code : -1));
    const contrast = surveyContrast(design, values.y, {
      domains: domainCells(design, codes, 2),
      coefficients: [-1, 1],
    });
    if (!Number.isFinite(contrast.pValue)) continue;
    tests.push({
      indicator,
      contrast,
      confidential: isConfidential(values.y, codes, statisticOf(indicator) === 'proportion'),
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
