import type { DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import type { CellSums } from '../estimation/cell-sums.ts';
import { replicateFactor } from './draws.ts';
import { replicateSpread } from './replicate-spread.ts';
import type { PsuReplicates, ReplicateWeights } from './replicate-weights.ts';
import { rowReplicateValues } from './row-replicate-values.ts';

/** An estimate as a function of a domain's Σ w, Σ w (y − centre) and Σ w x. */
export type TotalsFunction = (weight: number, totalY: number, totalX: number) => number;

/**
 * Replicate variance of every domain: scale · Σ rscales (θ_r − c)². With factors per PSU each θ_r comes from the sums of the
 * cells, so that the rows are not read again. NaN if a replicate leaves a domain without weight.
 *
 * Source: R survey, R/surveyrep.R (`svrVar`).
 */
export function replicateVariance(
  sums: CellSums,
  replicates: ReplicateWeights,
  estimate: TotalsFunction,
): Float64Array {
  const values =
    replicates.level === 'row'
      ? rowReplicateValues(sums, replicates, estimate)
      : psuReplicateValues(sums, replicates, estimate);
  const whole = sums.weight.map((weight, d) => estimate(weight, sums.totalY[d]!, sums.totalX[d]!));
  return replicateSpread(replicates, values, whole);
}

/** One array a replicate: domain → estimate. */
function psuReplicateValues(
  sums: CellSums,
  replicates: PsuReplicates,
  estimate: TotalsFunction,
): Float64Array[] {
  const { cells, lane, laneX } = sums;
  const psu = cellPsus(cells);
  const pairs = lanePairs(sums, lane);
  const pairsX = laneX === undefined ? undefined : lanePairs(sums, laneX);
  const totals = new Float64Array(cells.levels * 2);
  const totalsX = new Float64Array(cells.levels * 2);
  const room = new Float64Array(cells.design.psus);
  return Array.from(replicates.rscales, (_, r) => {
    const factor = replicateFactor(replicates, r, room);
    addReplicate(cells.start, psu, factor, pairs, totals);
    if (pairsX) addReplicate(cells.start, psu, factor, pairsX, totalsX);
    const theta = new Float64Array(cells.levels);
    for (let level = 0; level < cells.levels; level++) {
      theta[level] = estimate(totals[level * 2]!, totals[level * 2 + 1]!, totalsX[level * 2 + 1]!);
    }
    return theta;
  });
}

/** Σ over the cells of every domain of factor · value, for a pair of values. Short, so that it is compiled after few rounds. */
function addReplicate(
  start: Int32Array,
  psu: Int32Array,
  factor: Float64Array,
  pairs: Float64Array,
  totals: Float64Array,
): void {
  for (let level = 0; level + 1 < start.length; level++) {
    const to = start[level + 1]!;
    let first = 0;
    let second = 0;
    for (let c = start[level]!; c < to; c++) {
      const by = factor[psu[c]!]!;
      first += by * pairs[c * 2]!;
      second += by * pairs[c * 2 + 1]!;
    }
    totals[level * 2] = first;
    totals[level * 2 + 1] = second;
  }
}

/** cell → Σ w and Σ w (y − centre) of one lane, side by side without the others: every replicate reads them. */
function lanePairs({ cells, cellSums, prepared }: CellSums, lane: number): Float64Array {
  const sums = cellSums();
  if (prepared.lanes === 1) return sums;
  const pairs = new Float64Array(cells.cells * 2);
  const width = prepared.lanes * 2;
  for (let c = 0; c < cells.cells; c++) {
    pairs[c * 2] = sums[c * width + lane * 2]!;
    pairs[c * 2 + 1] = sums[c * width + lane * 2 + 1]!;
  }
  return pairs;
}

/** cell → PSU: its unit, or what holds it at the first stage. */
function cellPsus({ unit, design }: DomainCells): Int32Array {
  return design.stages.slice(1).reduceRight((inner, { group }) => inner.map((u) => group[u]!), unit);
}

/** Throws unless the replicates were made from this design. */
export function checkReplicates(caller: string, design: SurveyDesign, replicates: ReplicateWeights): void {
  if (replicates.design !== design) {
    throw new TypeError(
      `${caller}: options.replicates were made for another design; make them with replicateWeights(design, …), and for a calibrated design with calibrateReplicates(replicates, …), whose design is the one to estimate from`,
    );
  }
}
