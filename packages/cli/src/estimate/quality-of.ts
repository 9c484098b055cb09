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
 * @param values row → value, of a total; @param group the domain of `cells` that the estimate is for.
 */
export function qualityOf(
  statistic: StatisticRequest['statistic'],
  { estimate, se, n, df, cv }: SurveyEstimate,
  values: Float64Array | undefined,
  cells: DomainCells,
  group: number,
): Quality {
  if (statistic === 'proportion') return proportionQuality({ p: estimate, se, n, df }).quality;
  if (statistic === 'total' && values !== undefined) {
    const weights = weightsWithAnswer(values, cells, group);
    if (weights !== undefined) {
      return countQuality({ estimate, se, n, df, kishDesignEffect: kishDesignEffect(weights) }).quality;
    }
  }
  return generalQuality({ n, cv, df }).quality;
}

/** Weights of the group's rows with an answer; undefined if one of them is negative: not a count. */
function weightsWithAnswer(values: Float64Array, cells: DomainCells, group: number): number[] | undefined {
  const weights: number[] = [];
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (cells.levelOfRow[row] !== group || Number.isNaN(value)) continue;
    if (value < 0) return undefined;
    weights.push(cells.design.weight[row] ?? 0);
  }
  return weights;
}
