import type { EstimateRow, Indicator } from '@wavebook/schema';
import {
  type DomainCells,
  domainCells,
  generalQuality,
  proportionQuality,
  type SurveyDesign,
  type SurveyEstimate,
  surveyMean,
  surveyProportion,
  surveyRatio,
} from '@wavebook/survey-stats';
import { type Breakdown, breakdownOf } from './breakdown.ts';
import { type Measured, measured } from './measured.ts';
import { universeMask } from './universe.ts';
import type { WeightedWave } from './weighted-wave.ts';

/** Respondents below which a cell or its complement could show a person. */
const confidentialBelow = 10;

/** Significant digits written: the order of summation shows beyond the twelfth. */
const digits = 12;

const figure = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(digits)) : null;

type Statistic = EstimateRow['statistic'];

const statisticOf = (indicator: Indicator): Statistic => {
  const { kind } = indicator.measure;
  return kind === 'share' || kind === 'share_above' || kind === 'structure' ? 'proportion' : kind;
};

const estimateAll = (
  design: SurveyDesign,
  { y, x }: Measured,
  statistic: Statistic,
  domains: DomainCells,
): SurveyEstimate[] => {
  if (statistic === 'ratio' && x) return surveyRatio(design, y, x, { domains });
  return statistic === 'proportion'
    ? surveyProportion(design, y, { domains })
    : surveyMean(design, y, { domains });
};

/** Respondents with the answer (y = 1), by level. */
const countOnes = (y: Float64Array, codes: Int32Array, levels: number): Int32Array => {
  const counts = new Int32Array(levels);
  for (let row = 0; row < y.length; row++) {
    const code = codes[row] as number;
    if (code >= 0 && y[row] === 1) counts[code] = (counts[code] as number) + 1;
  }
  return counts;
};

const qualityOf = (
  estimate: SurveyEstimate,
  statistic: Statistic,
): { quality: EstimateRow['quality']; rule: string } => {
  const verdict =
    statistic === 'proportion'
      ? proportionQuality({ p: estimate.estimate, se: estimate.se, n: estimate.n, df: estimate.df })
      : generalQuality({ n: estimate.n, cv: estimate.cv, df: estimate.df });
  return {
    quality: verdict.quality,
    rule: verdict.reason ? `${verdict.rule}:${verdict.reason}` : verdict.rule,
  };
};

/**
 * Evaluates indicators on a weighted wave over all breakdowns, weighted and unweighted. An indicator whose question the wave did not ask
 * gives no row; a level that occurs in the wave but has nobody in the universe gives n = 0 and no estimate.
 *
 * Breakdown cells are made once per universe and shared by all its indicators; domains are masks on the full design.
 */
export function evaluateIndicators(
  { wave, records, design, unweighted }: WeightedWave,
  indicators: readonly Indicator[],
  breakdownsOf: (indicator: Indicator) => readonly string[],
): EstimateRow[] {
  const rows: EstimateRow[] = [];
  const breakdowns = new Map<string, Breakdown | undefined>();
  const cells = new Map<string, { breakdown: Breakdown; weighted: DomainCells; unweighted: DomainCells }>();

  const cellsFor = (indicator: Indicator, id: string, mask: Uint8Array) => {
    const key = JSON.stringify([id, indicator.universe]);
    const known = cells.get(key);
    if (known) return known;
    if (!breakdowns.has(id)) breakdowns.set(id, breakdownOf(records, id));
    const whole = breakdowns.get(id);
    if (!whole) return undefined;
    const codes = whole.codes.map((code, row) => (mask[row] ? code : -1));
    const made = {
      breakdown: { ...whole, codes },
      weighted: domainCells(design, codes, whole.levels.length),
      unweighted: domainCells(unweighted, codes, whole.levels.length),
    };
    cells.set(key, made);
    return made;
  };

  for (const indicator of indicators) {
    const mask = universeMask(records, indicator.universe);
    const categories = mask && measured(records, indicator);
    if (!mask || !categories) continue;
    const statistic = statisticOf(indicator);
    for (const id of breakdownsOf(indicator)) {
      const made = cellsFor(indicator, id, mask);
      if (!made) continue;
      const { breakdown } = made;
      for (const values of categories) {
        const ones = countOnes(values.y, breakdown.codes, breakdown.levels.length);
        for (const weighting of ['weighted', 'unweighted'] as const) {
          const estimates = estimateAll(
            weighting === 'weighted' ? design : unweighted,
            values,
            statistic,
            made[weighting],
          );
          breakdown.levels.forEach((level, i) => {
            const e = estimates[i] as SurveyEstimate;
            const { quality, rule } = qualityOf(e, statistic);
            const yes = ones[i] as number;
            const confidential =
              e.n < confidentialBelow ||
              (statistic === 'proportion' && Math.min(yes, e.n - yes) < confidentialBelow);
            const known = e.df >= 1;
            rows.push({
              id: [indicator.id, 'level', wave.instrument, wave.wave, id, level, values.category, weighting]
                .filter((part) => part !== '')
                .join('.'),
              indicator: indicator.id,
              variant: 'level',
              instrument: wave.instrument,
              wave: wave.wave,
              domain: id,
              level,
              statistic,
              category: values.category,
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
            });
          });
        }
      }
    }
  }
  return rows;
}
