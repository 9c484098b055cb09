import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { type CellBuffers, type CellSums, cellBuffers, pairSums, sumPrepared } from './cell-sums.ts';
import { type Estimand, type Estimator, finishSummed } from './estimator.ts';
import { laneKernel } from './lane-kernel.ts';
import { linearFormVariances } from './linear-form.ts';
import { emptyRows, LANES, prepareColumns, type RowBuffers } from './prepared-columns.ts';
import type { IntervalMethod } from './proportion-interval.ts';
import { type SortedDomains, sortDomains } from './sorted-domains.ts';
import type { EstimateOptions, SurveyEstimate } from './survey-estimate.ts';
import { meanForm, meanOf } from './survey-mean.ts';
import { proportionOf } from './survey-proportion.ts';
import {
  atOrBelow,
  checkQuantile,
  finishQuantile,
  type QuantileOptions,
  quantilesOf,
  replicatedQuantile,
} from './survey-quantile.ts';
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
  const quantiles = statistics.flatMap((asked, index) =>
    asked.statistic === 'quantile' ? [{ asked, index }] : [],
  );
  for (let i = 0; i < quantiles.length; i += LANES) {
    const block = quantiles.slice(i, i + LANES);
    const found = quantileBlock(
      design,
      block.map(({ asked }) => asked),
      { cells, rows, buffers, shared },
    );
    block.forEach(({ index }, k) => {
      results[index] = found[k]!;
    });
  }
  return results;
}

type QuantileStatistic = Extract<BatchStatistic, { statistic: 'quantile' }>;

interface BlockRoom {
  readonly cells: readonly DomainCells[];
  readonly rows: RowBuffers;
  readonly buffers: CellBuffers;
  readonly shared: Omit<BatchOptions, 'breakdowns'>;
}

/** One to four quantiles in every breakdown, each variable sorted once; their shares are summed side by side. */
function quantileBlock(
  design: SurveyDesign,
  block: readonly QuantileStatistic[],
  { cells, rows, buffers, shared }: BlockRoom,
): SurveyEstimate[][][] {
  for (const { y, probability } of block) checkQuantile(design, y, probability);
  const results: SurveyEstimate[][][] = block.map(() => []);
  for (const domains of cells) {
    const sorted = new Map<Float64Array, SortedDomains>();
    const found = block.map(({ y, probability, rule }) => {
      const own = sorted.get(y) ?? sortDomains(domains, y);
      sorted.set(y, own);
      return quantilesOf(own, probability, rule);
    });
    const options = block.map(({ ciMethod }) => ({ ciLevel: shared.ciLevel, ciMethod, df: shared.df }));
    const { replicates } = shared;
    if (replicates) {
      found.forEach((own, i) => {
        results[i]!.push(replicatedQuantile(own, { ...options[i], replicates }, replicates));
      });
      continue;
    }
    const columns = found.map((own) => ({ y: atOrBelow(own), centre: 0, squares: false }));
    const sums = sumPrepared(domains, prepareColumns(design.weight, columns, rows), buffers);
    const variances = linearFormVariances(sums, sums.map(meanForm));
    found.forEach((own, i) => {
      results[i]!.push(finishQuantile(own, sums[i]!, variances[i]!, options[i]!));
    });
  }
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
