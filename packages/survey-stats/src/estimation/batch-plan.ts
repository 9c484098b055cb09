import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { type CellBuffers, cellBuffers, pairSums, sumPrepared } from './cell-sums.ts';
import { type Estimand, rawEstimates } from './estimator.ts';
import { laneKernel } from './lane-kernel.ts';
import { linearFormVariances } from './linear-form.ts';
import { checkIndicators, emptyRows, LANES, prepareColumns, type RowBuffers } from './prepared-columns.ts';
import { type SortedDomains, sortDomains } from './sorted-domains.ts';
import type { BatchOptions, BatchStatistic } from './survey-batch.ts';
import { finishEstimates, type RawEstimates, type SurveyEstimate } from './survey-estimate.ts';
import { meanEstimator, meanForm, meanOf } from './survey-mean.ts';
import { proportionEstimator, proportionOf } from './survey-proportion.ts';
import {
  atOrBelow,
  checkQuantile,
  finishQuantile,
  quantilesOf,
  replicatedQuantile,
} from './survey-quantile.ts';
import { ratioEstimator, ratioOf } from './survey-ratio.ts';
import { totalEstimator, totalOf } from './survey-total.ts';

/** A batch in blocks that can be worked out in any order, each the same to the last bit. */
export interface BatchPlan {
  /** statistics that are summed side by side, by their places in the batch */
  readonly blocks: readonly (readonly number[])[];
  readonly cells: readonly DomainCells[];
  /** Throws for the first statistic that cannot be estimated. */
  check(): void;
  /** Goes over the rows; what is left for `finish` is short. */
  work(block: readonly number[]): Worked[];
  /** @returns breakdown → domain → estimate. */
  finish(worked: Worked): SurveyEstimate[][];
}

/** What the rows gave for one statistic, by breakdown: still without intervals, or estimates if they are quantiles. */
export type Worked = { readonly index: number } & (
  | { readonly raw: readonly RawEstimates[] }
  | { readonly estimates: SurveyEstimate[][] }
);

type Shared = Omit<BatchOptions, 'breakdowns'>;

/** What the blocks of a batch work with, one after the other. */
interface Room {
  readonly rows: RowBuffers;
  readonly buffers: CellBuffers;
}

export function planBatch(
  design: SurveyDesign,
  statistics: readonly BatchStatistic[],
  options: BatchOptions,
): BatchPlan {
  const { breakdowns = [undefined], ...shared } = options;
  const cells = breakdowns.map((domains) => cellsFor('surveyBatch', design, domains));
  const known: (Estimand | undefined)[] = [];
  const estimand = (index: number): Estimand | undefined => {
    known[index] ??= estimandOf(design, statistics[index]!);
    return known[index];
  };
  let room: Room | undefined;
  return {
    blocks: blocksOf(statistics),
    cells,
    check: () => {
      for (const index of statistics.keys()) checkIndicators(estimand(index)?.columns ?? []);
    },
    work: (block) => {
      room ??= roomFor(design, cells);
      const asked = block.map((index) => statistics[index]!);
      const quantiles = asked.filter((own) => own.statistic === 'quantile');
      if (quantiles.length > 0) {
        const found = quantileBlock(design, quantiles, cells, shared, room);
        return found.map((estimates, i) => ({ index: block[i]!, estimates }));
      }
      const members = block.map((index) => estimand(index)!);
      const found = summedBlock(design, members, cells, shared, room);
      return found.map((raw, i) => ({ index: block[i]!, raw }));
    },
    finish: (worked) => {
      if ('estimates' in worked) return worked.estimates;
      const { statistic, ciMethod } = statistics[worked.index]!;
      const { method } = ESTIMATORS[statistic as keyof typeof ESTIMATORS];
      return worked.raw.map((own) =>
        finishEstimates(own, ciMethod ? { ...shared, ciMethod } : shared, method),
      );
    },
  };
}

function roomFor(design: SurveyDesign, cells: readonly DomainCells[]): Room {
  const most = (count: 'cells' | 'levels') => cells.reduce((sofar, own) => Math.max(sofar, own[count]), 0);
  const kernel = laneKernel(design, most('cells'), most('levels'));
  return {
    rows: emptyRows(kernel, cells[0]?.byStratum.order),
    buffers: cellBuffers(most('cells'), LANES, kernel),
  };
}

/** @returns statistic → breakdown. */
function summedBlock(
  design: SurveyDesign,
  members: readonly Estimand[],
  cells: readonly DomainCells[],
  shared: Shared,
  { rows, buffers }: Room,
): RawEstimates[][] {
  const results: RawEstimates[][] = members.map(() => []);
  const columns = members.flatMap((own) => own.columns);
  const prepared = prepareColumns(design.weight, columns, rows);
  for (const domains of cells) {
    const lanes = sumPrepared(domains, prepared, buffers);
    const summed = members.map(({ estimator, columns: own }) => {
      const first = lanes.shift()!;
      return { estimator, sums: own.length === 2 ? pairSums(first, lanes.shift()!) : first };
    });
    rawEstimates(summed, shared).forEach((raw, i) => {
      results[i]!.push(raw);
    });
  }
  return results;
}

type QuantileStatistic = Extract<BatchStatistic, { statistic: 'quantile' }>;

/** One to four quantiles in every breakdown, each variable sorted once; their shares are summed side by side. */
function quantileBlock(
  design: SurveyDesign,
  block: readonly QuantileStatistic[],
  cells: readonly DomainCells[],
  shared: Shared,
  { rows, buffers }: Room,
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

const ESTIMATORS = {
  mean: meanEstimator,
  proportion: proportionEstimator,
  total: totalEstimator,
  ratio: ratioEstimator,
};

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

/** Statistics of up to four columns a block: first those that need squares, quantiles last. */
function blocksOf(statistics: readonly BatchStatistic[]): number[][] {
  const all = [...statistics.keys()];
  const orderOf = ({ statistic }: BatchStatistic): number =>
    statistic === 'mean' || statistic === 'total' ? 0 : statistic === 'quantile' ? 2 : 1;
  return [0, 1, 2].flatMap((order) => {
    const blocks: number[][] = [];
    let free = 0;
    for (const index of all.filter((own) => orderOf(statistics[own]!) === order)) {
      const wanted = statistics[index]!.statistic === 'ratio' ? 2 : 1;
      if (wanted > free) {
        blocks.push([]);
        free = LANES;
      }
      blocks.at(-1)!.push(index);
      free -= wanted;
    }
    return blocks;
  });
}
