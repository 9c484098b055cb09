import type { DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { planBatch } from './batch-plan.ts';
import type { IntervalMethod } from './proportion-interval.ts';
import type { EstimateOptions, SurveyEstimate } from './survey-estimate.ts';
import type { QuantileOptions } from './survey-quantile.ts';

/** One statistic of a batch: the arguments of `surveyMean`, `surveyProportion`, `surveyTotal`, `surveyRatio` or `surveyQuantile`. */
export type BatchStatistic = (
  | { readonly statistic: 'mean' | 'proportion' | 'total'; readonly y: Float64Array }
  | { readonly statistic: 'ratio'; readonly numerator: Float64Array; readonly denominator: Float64Array }
  | {
      readonly statistic: 'quantile';
      readonly y: Float64Array;
      readonly probability: number;
      readonly rule?: QuantileOptions['rule'];
    }
) & {
  /** default: that of the statistic */
  readonly ciMethod?: IntervalMethod | undefined;
};

export interface BatchOptions extends Omit<EstimateOptions, 'domains' | 'ciMethod' | 'df'> {
  /** breakdowns to estimate in, each from `domainCells` on this design; absent: the whole population alone */
  readonly breakdowns?: readonly DomainCells[] | undefined;
  /** degrees of freedom of every interval in place of the domain's own; Infinity: normal */
  readonly df?: number | undefined;
}

/**
 * Survey batch: many statistics in many breakdowns at once, exactly as the single calls give them, to the last bit.
 *
 * The rows of a variable are read once; every breakdown then adds up four variables side by side, in WebAssembly where
 * the runtime has it, which is several times faster than one call after the other. Statistics do not depend on what
 * else is in the batch; in Node, `batchThreads` splits one between several threads.
 *
 * @param statistics what to estimate. @param options breakdowns, and what all statistics share; `deff` does not
 *   concern quantiles.
 * @returns statistic → breakdown → domain → estimate.
 * @throws as the single calls.
 *
 * R equivalent: `survey::svyby` for each variable and each breakdown. Source: as the single calls.
 * @example
 * const design = surveyDesign({ weight: [1, 2, 1] });
 * const batch = surveyBatch(design, [{ statistic: 'mean', y: Float64Array.of(1, 2, 4) }]);
 * batch[0][0][0].estimate; // 2.25
 */
export function surveyBatch(
  design: SurveyDesign,
  statistics: readonly BatchStatistic[],
  options: BatchOptions = {},
): SurveyEstimate[][][] {
  const plan = planBatch(design, statistics, options);
  const results: SurveyEstimate[][][] = statistics.map(() => []);
  try {
    for (const block of plan.blocks) {
      for (const worked of plan.work(block)) results[worked.index] = plan.finish(worked);
    }
  } catch (error) {
    plan.check();
    throw error;
  }
  return results;
}
