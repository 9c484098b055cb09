import { rowNumbers } from '../design/counting-sort.ts';
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
  const psu = cellPsus(cells.unit, unitPsu(cells.design));
  const theta = factors.map(() => new Float64Array(cells.levels));
  const totals = new Float64Array(cells.levels * SIDE_BY_SIDE * 2);
  const totalsX = cellX && new Float64Array(totals.length);
  for (let first = 0; first < factors.length; first += SIDE_BY_SIDE) {
    const count = Math.min(SIDE_BY_SIDE, factors.length - first);
    const four = Array.from({ length: SIDE_BY_SIDE }, (_, i) => factors[first + Math.min(i, count - 1)]!);
    addReplicates(cells.start, psu, [cellWeight, cellY], four, totals);
    if (cellX && totalsX) addReplicates(cells.start, psu, [cellX, cellX], four, totalsX);
    for (let level = 0; level < cells.levels; level++) {
      for (let i = 0; i < count; i++) {
        const at = (level * SIDE_BY_SIDE + i) * 2;
        theta[first + i]![level] = estimate(totals[at]!, totals[at + 1]!, totalsX?.[at] ?? 0);
      }
    }
  }
  return theta;
}

const SIDE_BY_SIDE = 4;

/** Σ over the cells of every domain of factor · value, for two values and four replicates side by side. */
function addReplicates(
  start: Int32Array,
  psu: Int32Array,
  [first, second]: readonly [Float64Array, Float64Array],
  [factor0, factor1, factor2, factor3]: readonly Float64Array[],
  totals: Float64Array,
): void {
  for (let level = 0; level + 1 < start.length; level++) {
    const to = start[level + 1]!;
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let b0 = 0;
    let b1 = 0;
    let b2 = 0;
    let b3 = 0;
    for (let c = start[level]!; c < to; c++) {
      const p = psu[c]!;
      const a = first[c]!;
      const b = second[c]!;
      const f0 = factor0![p]!;
      const f1 = factor1![p]!;
      const f2 = factor2![p]!;
      const f3 = factor3![p]!;
      a0 += f0 * a;
      b0 += f0 * b;
      a1 += f1 * a;
      b1 += f1 * b;
      a2 += f2 * a;
      b2 += f2 * b;
      a3 += f3 * a;
      b3 += f3 * b;
    }
    const at = level * SIDE_BY_SIDE * 2;
    totals[at] = a0;
    totals[at + 1] = b0;
    totals[at + 2] = a1;
    totals[at + 3] = b1;
    totals[at + 4] = a2;
    totals[at + 5] = b2;
    totals[at + 6] = a3;
    totals[at + 7] = b3;
  }
}

function cellPsus(unit: Int32Array, psuOfUnit: Int32Array): Int32Array {
  const psu = new Int32Array(unit.length);
  for (let c = 0; c < psu.length; c++) psu[c] = psuOfUnit[unit[c]!]!;
  return psu;
}

function unitPsu(design: SurveyDesign): Int32Array {
  let psu = rowNumbers(design.stages[0]!.units);
  for (const stage of design.stages.slice(1)) psu = cellPsus(stage.group, psu);
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
