import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { type CellSums, cellBuffers, pairSums, sumPrepared } from './cell-sums.ts';
import { type Estimand, type Estimator, finishSummed } from './estimator.ts';
import { laneKernel } from './lane-kernel.ts';
import { emptyRows, LANES, prepareColumns } from './prepared-columns.ts';
import type { IntervalMethod } from './proportion-interval.ts';
import type { EstimateOptions, SurveyEstimate } from './survey-estimate.ts';
import { meanOf } from './survey-mean.ts';
import { proportionOf } from './survey-proportion.ts';
import { type QuantileOptions, surveyQuantile } from './survey-quantile.ts';
import { ratioOf } from './survey-ratio.ts';
import { totalOf } from './survey-total.ts';

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
 * else is in the batch, so a batch may be split by statistic between workers.
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
  const { breakdowns = [undefined], ...shared } = options;
  const cells = breakdowns.map((domains) => cellsFor('surveyBatch', design, domains));
  const estimands = statistics.map((statistic) => estimandOf(design, statistic));
  const results: SurveyEstimate[][][] = statistics.map(() => []);
  const most = (count: 'cells' | 'levels') => cells.reduce((sofar, own) => Math.max(sofar, own[count]), 0);
  const kernel = laneKernel(design.rows, most('cells'), most('levels'));
  const rows = { ...emptyRows(), ...kernel };
  const buffers = cellBuffers(most('cells'), LANES, kernel);
  for (const block of blocksOf(estimands)) {
    const columns = block.flatMap(({ estimand }) => estimand.columns);
    const prepared = prepareColumns(design.weight, columns, rows);
    for (const domains of cells) {
      const lanes = sumPrepared(domains, prepared, buffers);
      const summed: { estimator: Estimator; sums: CellSums; ciMethod: IntervalMethod | undefined }[] = [];
      for (const { estimand, index } of block) {
        const first = lanes.shift()!;
        const sums = estimand.columns.length === 2 ? pairSums(first, lanes.shift()!) : first;
        summed.push({ estimator: estimand.estimator, sums, ciMethod: statistics[index]!.ciMethod });
      }
      finishSummed(summed, shared).forEach((estimates, i) => {
        results[block[i]!.index]!.push(estimates);
      });
    }
  }
  statistics.forEach((asked, index) => {
    if (asked.statistic !== 'quantile') return;
    const { y, probability, rule, ciMethod } = asked;
    const { ciLevel, df, replicates } = shared;
    const own = { ciLevel, ciMethod, rule, df, replicates };
    for (const domains of cells) {
      results[index]!.push(surveyQuantile(design, y, probability, { ...own, domains }));
    }
  });
  return results;
}

/** Undefined for a quantile, which is more than sums. */
function estimandOf(design: SurveyDesign, asked: BatchStatistic): Estimand | undefined {
  switch (asked.statistic) {
    case 'mean':
      return meanOf(design, asked.y);
    case 'proportion':
      return proportionOf(design, asked.y);
    case 'total':
      return totalOf(design, asked.y);
    case 'ratio':
      return ratioOf(design, asked.numerator, asked.denominator);
    case 'quantile':
      return undefined;
    default:
      throw new RangeError(
        `surveyBatch: statistic must be mean, proportion, total, ratio or quantile; got "${(asked as { statistic: string }).statistic}"`,
      );
  }
}

interface Member {
  readonly estimand: Estimand;
  readonly index: number;
}

/** Statistics side by side, up to four columns a block; those that need squares together. */
function blocksOf(estimands: readonly (Estimand | undefined)[]): Member[][] {
  const members = estimands.flatMap((estimand, index) => (estimand ? [{ estimand, index }] : []));
  const needsSquares = ({ estimand }: Member): boolean => estimand.columns.some(({ squares }) => squares);
  const blocks: Member[][] = [];
  let free = 0;
  for (const member of [...members.filter(needsSquares), ...members.filter((own) => !needsSquares(own))]) {
    const wanted = member.estimand.columns.length;
    if (wanted > free) {
      blocks.push([]);
      free = LANES;
    }
    blocks.at(-1)!.push(member);
    free -= wanted;
  }
  return blocks;
}
