import { CERTAINTY_TOLERANCE, type SurveyDesign } from '../design/survey-design.ts';
import { hadamard } from './hadamard.ts';
import { psuCorrection, type ReplicateFactors } from './replicate-factors.ts';

interface SuccessiveOptions {
  readonly replicates?: number | undefined;
  readonly order?: ArrayLike<number> | undefined;
}

/** Replicates of the American Community Survey, and enough for most systematic samples. */
const USUAL_REPLICATES = 80;

/**
 * Successive difference replication: PSUs stand in sorted order (stratum, then `order`), each has two rows a, b of a
 * Hadamard matrix, the second one the first row of its neighbour, and factor 1 + √(1 − f) 2^(−3/2) (H_ar − H_br); v = 4/R Σ.
 *
 * With a row for every PSU the variance of a total is ½ [(T_n − T_1)² + Σ (T_i − T_i+1)²]. With fewer rows than PSUs the
 * rows are used again with steps of 2, 3, …, so that chains of neighbours stay apart as far as possible.
 *
 * Source: Fay and Train 1995; Ash 2014 (SD2, RA1).
 */
export function successiveDifference(design: SurveyDesign, options: SuccessiveOptions): ReplicateFactors {
  const psus = sortedPsus(design, options.order);
  if (psus.length < 2) {
    throw new RangeError(
      `replicateWeights: successive differences need at least two PSUs outside the strata taken whole; got ${psus.length}`,
    );
  }
  const matrix = hadamard(options.replicates ?? Math.min(USUAL_REPLICATES, psus.length + 1));
  const pairs = rowPairs(psus.length, matrix.length - 1);
  const replicates = matrix.length;
  const factors = Array.from({ length: replicates }, (_, r) => {
    const factor = new Float64Array(design.psus).fill(1);
    psus.forEach((psu, i) => {
      const [a, b] = pairs[i]!;
      const step = (matrix[a + 1]![r]! - matrix[b + 1]![r]!) * 2 ** -1.5;
      factor[psu] = 1 + Math.sqrt(psuCorrection(design, psu)) * step;
    });
    return factor;
  });
  return { factors, scale: 4 / replicates, rscales: new Float64Array(replicates).fill(1) };
}

/** PSUs outside strata taken whole, by stratum and place in the list. */
function sortedPsus(design: SurveyDesign, order: ArrayLike<number> | undefined): number[] {
  const { psu, psuStratum, psus, rows } = design;
  const { correction } = design.stages[0]!;
  const place = new Float64Array(psus).fill(Number.NaN);
  if (order) {
    if (order.length !== rows) {
      throw new RangeError(
        `replicateWeights: order must have one value a row; expected ${rows}, got ${order.length}`,
      );
    }
    for (let row = 0; row < rows; row++) {
      const p = psu[row]!;
      const value = order[row]!;
      if (Number.isNaN(place[p]!)) place[p] = value;
      if (place[p] !== value) {
        throw new RangeError(
          `replicateWeights: order must be a number, the same in all rows of a PSU; row index ${row} has ${value}, its PSU ${place[p]}`,
        );
      }
    }
  }
  return Array.from({ length: psus }, (_, p) => p)
    .filter((p) => correction[psuStratum[p]!]! >= CERTAINTY_TOLERANCE)
    .sort((a, b) => psuStratum[a]! - psuStratum[b]! || (order ? place[a]! - place[b]! : 0) || a - b);
}

/** The two rows of each of n PSUs, from `rows` rows. */
function rowPairs(n: number, rows: number): (readonly [number, number])[] {
  if (n <= rows) return Array.from({ length: n }, (_, i) => [i, (i + 1) % n] as const);
  const pairs: (readonly [number, number])[] = [];
  for (let step = 1; pairs.length < n; step = step === rows - 1 ? 1 : step + 1) {
    const used = new Uint8Array(rows);
    for (let start = 0; start < rows && pairs.length < n; start++) {
      for (let at = start; used[at] === 0 && pairs.length < n; at = (at + step) % rows) {
        used[at] = 1;
        pairs.push([at, (at + step) % rows]);
      }
    }
  }
  return pairs;
}
