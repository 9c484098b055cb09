import type { SurveyDesign } from '../design/survey-design.ts';
import { CELL_WEIGHT, CELL_WIDTH, CELL_X, CELL_Y, type CellSums } from '../estimation/cell-sums.ts';
import type { ReplicateWeights } from './replicate-weights.ts';

/** An estimate as a function of a domain's Σ w, Σ w (y − centre) and Σ w x. */
export type TotalsFunction = (weight: number, totalY: number, totalX: number) => number;

/**
 * Replicate variance of every domain: scale · Σ rscales (θ_r − mean θ)², each θ_r from the sums of the cells, so that the
 * rows are not read again. NaN if a replicate leaves a domain without weight.
 *
 * Source: R survey, R/surveyrep.R (`svrVar`).
 */
export function replicateVariance(
  sums: CellSums,
  replicates: ReplicateWeights,
  estimate: TotalsFunction,
): Float64Array {
  const { cells, cell } = sums;
  const psuOfUnit = unitPsu(cells.design);
  const { factors, rscales, scale } = replicates;
  const theta = factors.map(() => new Float64Array(cells.levels));
  factors.forEach((factor, r) => {
    for (let level = 0; level < cells.levels; level++) {
      let weight = 0;
      let totalY = 0;
      let totalX = 0;
      for (let c = cells.start[level]!; c < cells.start[level + 1]!; c++) {
        const f = factor[psuOfUnit[cells.unit[c]!]!]!;
        const at = c * CELL_WIDTH;
        weight += f * cell[at + CELL_WEIGHT]!;
        totalY += f * cell[at + CELL_Y]!;
        totalX += f * cell[at + CELL_X]!;
      }
      theta[r]![level] = estimate(weight, totalY, totalX);
    }
  });
  return Float64Array.from({ length: cells.levels }, (_, level) => {
    const mean = theta.reduce((sum, values) => sum + values[level]!, 0) / theta.length;
    return scale * theta.reduce((sum, values, r) => sum + rscales[r]! * (values[level]! - mean) ** 2, 0);
  });
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
      `${caller}: options.replicates were made for another design; make them with replicateWeights(design, …)`,
    );
  }
}
