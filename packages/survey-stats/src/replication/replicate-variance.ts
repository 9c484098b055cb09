import type { SurveyDesign } from '../design/survey-design.ts';
import type { CellSums } from '../estimation/cell-sums.ts';
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
  { factors }: PsuReplicates,
  estimate: TotalsFunction,
): Float64Array[] {
  const { cells, cellWeight, cellY, cellX } = sums;
  const psuOfUnit = unitPsu(cells.design);
  const psu = cells.unit.map((unit) => psuOfUnit[unit]!);
  const theta = factors.map(() => new Float64Array(cells.levels));
  const columns = [cellWeight, cellY, ...(cellX ? [cellX] : [])];
  const totals = columns.map(() => new Float64Array(cells.levels * SIDE_BY_SIDE));
  for (let first = 0; first < factors.length; first += SIDE_BY_SIDE) {
    const count = Math.min(SIDE_BY_SIDE, factors.length - first);
    const four = Array.from({ length: SIDE_BY_SIDE }, (_, i) => factors[first + Math.min(i, count - 1)]!);
    columns.forEach((column, i) => {
      addReplicates(cells.start, psu, column, four[0]!, four[1]!, four[2]!, four[3]!, totals[i]!);
    });
    for (let level = 0; level < cells.levels; level++) {
      for (let i = 0; i < count; i++) {
        const at = level * SIDE_BY_SIDE + i;
        theta[first + i]![level] = estimate(totals[0]![at]!, totals[1]![at]!, totals[2]?.[at] ?? 0);
      }
    }
  }
  return theta;
}

const SIDE_BY_SIDE = 4;

/** Σ over the cells of every domain of factor · value, for four replicates side by side. */
function addReplicates(
  start: Int32Array,
  psu: Int32Array,
  value: Float64Array,
  factor0: Float64Array,
  factor1: Float64Array,
  factor2: Float64Array,
  factor3: Float64Array,
  totals: Float64Array,
): void {
  for (let level = 0; level + 1 < start.length; level++) {
    const to = start[level + 1]!;
    let t0 = 0;
    let t1 = 0;
    let t2 = 0;
    let t3 = 0;
    for (let c = start[level]!; c < to; c++) {
      const p = psu[c]!;
      const v = value[c]!;
      t0 += factor0[p]! * v;
      t1 += factor1[p]! * v;
      t2 += factor2[p]! * v;
      t3 += factor3[p]! * v;
    }
    const at = level * SIDE_BY_SIDE;
    totals[at] = t0;
    totals[at + 1] = t1;
    totals[at + 2] = t2;
    totals[at + 3] = t3;
  }
}

function unitPsu(design: SurveyDesign): Int32Array {
  let psu = Int32Array.from({ length: design.stages[0]!.units }, (_, index) => index);
  for (const stage of design.stages.slice(1)) {
    const above = psu;
    psu = stage.group.map((parent) => above[parent]!);
  }
  return psu;
}

/** Throws unless the replicates were made from this design. */
export function checkReplicates(caller: string, design: SurveyDesign, replicates: ReplicateWeights): void {
  if (replicates.design !== design) {
    throw new TypeError(
      `${caller}: options.replicates were made for another design; make them with replicateWeights(design, …), and for a calibrated design with calibrateReplicates(replicates, …), whose design is the one to estimate from`,
    );
  }
}
