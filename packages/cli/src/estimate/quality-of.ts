import {
  countQuality,
  type DomainCells,
  generalQuality,
  kishDesignEffect,
  proportionQuality,
  type Quality,
  type SurveyEstimate,
} from '@wavebook/survey-stats';
import type { StatisticRequest } from './request.ts';

/**
 * The quality flag of one estimate: shares by NCHS 2(175), totals of a variable without negative values by the count
 * rule, NCHS 2(200), everything else by n, cv and df.
 *
 * @param weights of the rows with an answer, of such a total; see `countedWeights`.
 */
export function qualityOf(
  statistic: StatisticRequest['statistic'],
  { estimate, se, n, df, cv }: SurveyEstimate,
  weights: Float64Array | undefined,
): Quality {
  if (statistic === 'proportion') return proportionQuality({ p: estimate, se, n, df }).quality;
  if (weights !== undefined) {
    return countQuality({ estimate, se, n, df, kishDesignEffect: kishDesignEffect(weights) }).quality;
  }
  return generalQuality({ n, cv, df }).quality;
}

/**
 * Group → weights of its rows with an answer; undefined for a group with a negative value: not a count.
 *
 * @param values row → value, of a total.
 */
export function countedWeights(
  values: Float64Array,
  { levels, levelOfRow, rows, design }: DomainCells,
): (Float64Array | undefined)[] {
  const weights = Array.from(rows, (most) => new Float64Array(most));
  const counts = new Int32Array(levels);
  const isCount = new Uint8Array(levels).fill(1);
  for (let row = 0; row < values.length; row++) {
    const group = levelOfRow[row] ?? levels;
    const value = values[row] ?? Number.NaN;
    const own = weights[group];
    if (own === undefined || Number.isNaN(value)) continue;
    if (value < 0) isCount[group] = 0;
    const at = counts[group] ?? 0;
    own[at] = design.weight[row] ?? 0;
    counts[group] = at + 1;
  }
  return weights.map((own, group) => (isCount[group] === 1 ? own.subarray(0, counts[group]) : undefined));
}
